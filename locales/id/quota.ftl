### /kuota di grup petugas.
quota-head = 📊 <b>Kuota per { $at }</b>
    Pendaftaran { $opens } sampai { $closes }
quota-row = <b>{ $name }</b>: { $approved } disetujui, { $waitlisted } daftar tunggu, { $open } diperiksa
quota-row-nobody = <b>{ $name }</b>: tidak ada
quota-row-of = <b>{ $name }</b>: { $approved } dari { $limit } terisi, sisa { $left }, { $waitlisted } daftar tunggu, { $open } diperiksa
quota-title = Kuota { $opens } – { $closes }
quota-all = Semua pekerja
quota-taken = { $taken } disetujui
quota-taken-of = { $taken } dari { $limit } terisi
quota-approved = Disetujui
quota-waitlisted = Daftar tunggu
quota-open = Diperiksa
quota-left = Sisa tempat
