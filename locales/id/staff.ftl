### Grup petugas: kartu, tombol, jawaban tombol.
watermark = HANYA UNTUK PENDAFTARAN JKK/JKM – { $agency } – { $day } – { $number }

card-head = <b>{ $number }</b> · { $sector }
card-double = ⚠️ <b>Kemungkinan ganda</b>: NIK ini sudah ada di pendaftaran lain.
card-changed = 🆕 Diperbaiki: { $what }
card-insisted = ⚠️ Sudah dipastikan pekerja: { $what }
card-forwarded = ⚠️ Foto diteruskan dari chat lain
card-checks-ok = ✅ { $count } pemeriksaan otomatis cocok
card-unreachable = ⚠️ Pekerja sedang tidak bisa dihubungi
card-nobody = petugas
card-waiting = ⏳ Menunggu
card-claimed = ✋ Diperiksa { $officer } sejak { $at }
card-sent-back = 🔁 Minta perbaikan oleh { $officer }, { $at }. Menunggu pekerja.
card-approved = ✅ <b>Disetujui</b> { $officer }, { $at }
card-rejected = ❌ <b>Ditolak</b> { $officer }, { $at }
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
staff-confirm-send-back = 🔁 Kirim ke pekerja
staff-write-ask = { $officer }, <b>balas pesan ini</b> dengan alasan untuk { $number }. Tulis singkat dan ramah, pekerja akan membacanya.

press-ok-claim = Anda memeriksa kartu ini.
press-ok-release = Kartu ini bebas lagi.
press-ok-approve = Disetujui. Pekerja diberi tahu.
press-ok-reject = Ditolak. Pekerja diberi tahu alasannya.
press-ok-send-back = Dikirim ke pekerja untuk diperbaiki.
press-done-already = Sudah tersimpan.
press-card-old = Ini bukan kartu yang berlaku. Cari kartu terbarunya di grup petugas.
press-not-member = Hanya anggota grup petugas yang boleh menekan tombol ini.
press-try-again = Keanggotaan Anda belum bisa dicek. Coba tekan lagi sebentar lagi.
press-own-case = Pendaftaran ini dikirim dari HP Anda sendiri. Minta petugas lain memeriksanya.
press-mark-first = Tandai dulu jawaban atau foto yang perlu diperbaiki.
press-reason-first = Pilih dulu alasannya, atau tulis sendiri.
press-changed-waiting = Kartu ini baru berubah. Lihat isinya, lalu tekan lagi.
press-changed-claimed = Kartu ini sedang diperiksa { $officer }.
press-changed-sent-back = Kartu ini sudah dikirim ke pekerja untuk diperbaiki.
press-changed-approved = Sudah disetujui. { $officer }
press-changed-rejected = Sudah ditolak. { $officer }
press-changed-withdrawn = Sudah dibatalkan oleh pekerja.

reply-anonymous = Tulis sebagai diri sendiri, bukan sebagai admin anonim, supaya tercatat siapa yang memutuskan.
reply-not-yours = Alasan ini ditunggu dari petugas lain.
reply-too-late = Kartu itu sudah tidak menunggu alasan dari Anda.
reply-taken = Alasan sudah dicatat di kartu. Tekan tombol di kartu untuk mengirim.

group-not-ours = Bot ini hanya untuk grup petugas yang terdaftar. Bot keluar dari grup ini.
group-moved = Grup ini sekarang supergrup. Kartu yang masih terbuka dipasang lagi di sini.
