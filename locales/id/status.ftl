### /status: sampai di mana, dan apa berikutnya.
status-none = Belum ada pendaftaran dari HP ini. Mau mulai?
status-draft = Ada formulir yang belum dikirim. Tekan <b>Lanjutkan</b> untuk meneruskan.
status-head = <b>Kabar pendaftaran</b>
status-not-here = Nomor { $number } tidak ada di HP ini. Periksa lagi nomornya, atau buka dari HP yang dipakai mendaftar.
status-case = <b>{ $number }</b> – { $name }
    Terkirim { $sent }.
status-waiting = ⏳ Menunggu diperiksa { $agency }. Anda tidak perlu melakukan apa-apa.
status-claimed = 🔎 Sedang diperiksa petugas { $agency }. Anda tidak perlu melakukan apa-apa.
status-sent-back = ✏️ Ada yang perlu diperbaiki. Tekan tombol <b>Perbaiki</b>.
status-approved = ✅ Disetujui { $agency }. Berikutnya: nama Anda diusulkan masuk daftar kota. Perlindungan baru mulai setelah daftar kota ditetapkan dan BPJS Ketenagakerjaan memastikan.
status-rejected = ✖️ Belum bisa diterima { $agency }. Alasannya ada di pesan kami sebelumnya. Anda boleh bertanya langsung ke kantor.
status-withdrawn = ✖️ Dibatalkan oleh Anda. Anda boleh mendaftar lagi.
withdraw-ask = Batalkan pendaftaran <b>{ $number }</b>? Kalau dibatalkan, Anda harus mendaftar lagi dari awal.
withdrawn = Pendaftaran <b>{ $number }</b> sudah dibatalkan.
