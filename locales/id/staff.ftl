### Grup petugas: kartu, tombol, jawaban tombol.
watermark = HANYA UNTUK PENDAFTARAN JKK/JKM – { $agency } – { $day } – { $number }

card-head = <b>{ $number }</b> · { $sector }
card-double = ⚠️ <b>Kemungkinan ganda</b>: NIK ini sudah ada di pendaftaran lain.
card-changed = 🆕 Diperbaiki: { $what }
card-for-other = 👥 Didaftarkan oleh orang lain
card-born = Lahir
card-address = Alamat
card-rt-rw = RT/RW { $value }
card-ride = Kendaraan
card-phone-shared = { $phone } (nomor Telegram-nya)
card-and-more = { $what }, dan { $count } lagi
card-more = … data lain tidak muat di kartu
card-check = ⚠️ { $what }
card-insisted = ⚠️ Sudah dipastikan pekerja: { $what }
card-read-differs = ⚠️ Diubah pekerja, di foto KTP terbaca lain: { $what }
card-photo-flagged = ⚠️ { $what }: { $faults }
card-letter = 🔎 Surat terbaca: { $kind ->
        [mitra] surat mitra
        [kusuka] kartu KUSUKA
        [group] surat kelompok
       *[other] surat lain
    } ({ $found })
card-letter-has = { $what } ada
card-letter-lacks = { $what } tidak terlihat
card-forwarded = ⚠️ Foto diteruskan dari chat lain
card-checks-ok = ✅ { $count } pemeriksaan otomatis cocok
card-unreachable = ⚠️ Pekerja sedang tidak bisa dihubungi
card-nobody = petugas
card-waiting = ⏳ Menunggu
card-amended = ⏳ Menunggu. 🆕 <b>Diubah pekerja setelah disetujui</b> oleh { $officer }, { $at }
card-objected = 🙋 <b>Keberatan pekerja:</b> “{ $words }”
    Sebelumnya: ditolak { $officer }, { $at }. Alasan: { $reasons }
    Diputuskan admin grup, bukan petugas yang menolak.
card-upheld = ❌ <b>Tetap ditolak</b> setelah keberatan, oleh { $officer }, { $at }
card-below = <b>{ $number }</b>: ada kartu baru di bawah.
card-claimed = ✋ Diperiksa { $officer }. Mulai { $free } petugas lain boleh mengambil.
card-sent-back = 🔁 Minta perbaikan oleh { $officer }, { $at }. Menunggu pekerja.
card-approved = ✅ <b>Disetujui</b> oleh { $officer }, { $at }
card-rejected = ❌ <b>Ditolak</b> oleh { $officer }, { $at }
card-withdrawn = ✖️ Dibatalkan oleh pekerja, { $at }
card-reasons = Alasan: { $reasons }

staff-claim = ✋ Ambil
staff-release = ↩️ Lepas
staff-approve = ✅ Setujui
staff-send-back = 🔁 Minta perbaikan
staff-reject = ❌ Tolak
staff-next = ➡️ Lanjut ke alasan
staff-cancel = ↩️ Batal
staff-write = ✍️ Tulis alasan sendiri
staff-confirm-reject = ❌ Tolak sekarang
staff-uphold = ❌ Tetap ditolak
staff-confirm-uphold = ❌ Tetap ditolak, kirim
objection-for-staff = 🙋 <b>Keberatan { $number }</b>
    “{ $words }”
    Kartunya dipasang lagi di bawah. Yang memutuskan: admin grup, bukan petugas yang menolak.
staff-confirm-send-back = 🔁 Kirim ke pekerja
staff-write-ask = { $officer }, <b>balas pesan ini</b> dengan alasan untuk { $number }. Tulis singkat dan ramah, pekerja akan membacanya.

press-ok-claim = Anda memeriksa kartu ini.
press-ok-release = Kartu ini bebas lagi.
press-ok-approve = Disetujui. Pekerja diberi tahu.
press-ok-reject = Ditolak. Pekerja diberi tahu alasannya.
press-ok-uphold = Tetap ditolak. Pekerja diberi tahu alasannya.
press-ok-send-back = Dikirim ke pekerja untuk diperbaiki.
press-ok-unreachable = Tersimpan. Pekerja sedang tidak bisa dihubungi, ia diberi tahu saat kembali.
press-done-already = Sudah tersimpan.
press-card-old = Ini bukan kartu yang berlaku. Cari kartu terbarunya di grup petugas.
press-card-again = Kartu ini sudah dihapus. Kami pasang lagi di bawah, tekan di sana.
press-step-over = Kartu ini sudah berganti langkah. Lihat tombolnya yang baru.
press-failed = Maaf, ini belum bisa diproses. Coba lagi sebentar lagi.
press-not-member = Hanya anggota grup petugas yang boleh menekan tombol ini.
press-try-again = Keanggotaan Anda belum bisa dicek. Coba tekan lagi sebentar lagi.
press-own-case = Pendaftaran ini dikirim dari HP Anda sendiri. Minta petugas lain memeriksanya.
press-objection-own = Anda yang menolak pendaftaran ini. Keberatannya diputuskan admin grup lain.
press-objection-rank = Keberatan hanya boleh diputuskan admin grup. Minta admin grup menekannya.
press-mark-first = Tandai dulu jawaban atau foto yang perlu diperbaiki.
press-reason-first = Pilih dulu alasannya, atau tulis sendiri.
press-changed-mended = Pekerja baru mengubah isinya. Lihat kartunya lagi, lalu tekan lagi.
press-changed-claimed = Kartu ini sedang diperiksa { $officer }.
press-changed-sent-back = Sudah dikirim ke pekerja untuk diperbaiki, oleh { $officer }.
press-changed-approved = Sudah disetujui oleh { $officer }.
press-changed-rejected = Sudah ditolak oleh { $officer }.
press-changed-objected = Pekerja mengajukan keberatan. Lihat kartunya yang terbaru.
press-changed-withdrawn = Sudah dibatalkan oleh pekerja.

reply-anonymous = Tulis sebagai diri sendiri, bukan sebagai admin anonim, supaya tercatat siapa yang memutuskan.
reply-not-yours = Alasan ini ditunggu dari petugas lain.
reply-too-late = Kartu itu sudah tidak menunggu alasan dari Anda.
reply-too-long = Alasan ini terlalu panjang. Tulis paling banyak { $most } huruf, sebagai balasan pesan tadi.
reply-not-text = Tulis alasannya dengan huruf, sebagai balasan pesan tadi. Contoh: "Tolong foto KTP di tempat terang."
reply-taken = Alasan sudah dicatat di kartu. Tekan tombol di kartu untuk mengirim.

group-not-ours = Bot ini hanya untuk grup petugas yang terdaftar. Bot keluar dari grup ini.
group-moved = Grup ini sekarang supergrup. Kartu yang masih terbuka dipasang lagi di sini.
