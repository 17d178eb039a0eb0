### Grup petugas: kartu, tombol, jawaban tombol.
watermark = HANYA UNTUK PENDAFTARAN JKK/JKM – { $agency } – { $day } – { $number }
watermark-viewed = DILIHAT { $officer } – { $at } – HANYA UNTUK PENDAFTARAN JKK/JKM – { $number }

card-head = <b>{ $number }</b> · { $sector }
card-queue = Antrean: { $queue }
card-double = ⚠️ <b>Kemungkinan ganda</b>: NIK ini sudah ada di pendaftaran lain.
card-maybe-double = ⚠️ <b>Mungkin ganda</b> dengan { $numbers }: { $why }
card-look-alike = ⚠️ <b>{ $what } mirip sekali</b> dengan { $numbers }, padahal NIK-nya berbeda.
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
card-rules = 📜 Dinilai dengan aturan { $version }, bukan yang sekarang
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
card-head-agency = <b>{ $number }</b> · { $sector } · { $agency }
card-passed-on = 📨 Dialihkan dari { $agency } oleh { $officer }, { $at }
card-nobody = petugas
card-waiting = ⏳ Menunggu
card-amended = ⏳ Menunggu. 🆕 <b>Diubah pekerja setelah disetujui</b> oleh { $officer }, { $at }
card-objected = 🙋 <b>Keberatan pekerja:</b> “{ $words }”
    Sebelumnya: ditolak { $officer }, { $at }. Alasan: { $reasons }
    Diputuskan admin grup, bukan petugas yang menolak.
card-upheld = ❌ <b>Tetap ditolak</b> setelah keberatan, oleh { $officer }, { $at }
card-first-approve = 1️⃣ Disetujui { $officer }, { $at }. <b>Menunggu petugas kedua.</b>
card-claimed = ✋ Diperiksa { $officer }. Mulai { $free } petugas lain boleh mengambil.
card-freed = ↩️ Dilepas dari { $officer } oleh { $supervisor }, { $at }. Siapa pun boleh mengambilnya.
card-sent-back = 🔁 Minta perbaikan oleh { $officer }, { $at }. Menunggu pekerja.
card-approved = ✅ <b>Disetujui</b> oleh { $officer }, { $at }
card-waitlisted = 🕓 <b>Disetujui, daftar tunggu</b> oleh { $officer }, { $at }
card-insurer-refused = 🏥 <b>Ditolak BPJS Ketenagakerjaan</b>, dicatat { $officer }, { $at }
card-rejected = ❌ <b>Ditolak</b> oleh { $officer }, { $at }
card-withdrawn = ✖️ Dibatalkan oleh pekerja, { $at }
card-expired = ⌛ Ditutup otomatis { $at }: pekerja tidak menjawab
card-reasons = Alasan: { $reasons }

staff-claim = ✋ Ambil
staff-release = ↩️ Lepas
staff-approve = ✅ Setujui
staff-send-back = 🔁 Minta perbaikan
staff-reject = ❌ Tolak
staff-next = ➡️ Lanjut ke alasan
staff-pass-on = 📨 Alihkan
staff-agency = { $short }
staff-confirm-pass-on = 📨 Alihkan ke { $short }
staff-cancel = ↩️ Batal
staff-write = ✍️ Tulis alasan sendiri
staff-confirm-reject = ❌ Tolak sekarang
staff-uphold = ❌ Tetap ditolak
staff-confirm-uphold = ❌ Tetap ditolak, kirim
objection-for-staff = 🙋 <b>Keberatan { $number }</b>
    “{ $words }”
    Kartunya dipasang lagi di bawah. Yang memutuskan: admin grup, bukan petugas yang menolak.
staff-confirm-send-back = 🔁 Kirim ke pekerja
staff-view = 🔍 Lihat dokumen
staff-compare = ⚖️ Bandingkan
staff-insurer-refuse = 🏥 Ditolak BPJS
staff-confirm-insurer-refuse = 🏥 Catat penolakan BPJS
staff-write-ask = { $officer }, <b>balas pesan ini</b> dengan alasan untuk { $number }. Tulis singkat dan ramah, pekerja akan membacanya.

press-ok-claim = Anda memeriksa kartu ini.
press-ok-release = Kartu ini bebas lagi.
press-ok-free = Kartu ini dilepas dari petugas yang memegangnya. Siapa pun boleh mengambilnya.
press-ok-approve = Disetujui. Pekerja diberi tahu.
press-ok-first-approve = Persetujuan pertama tercatat. Sekarang satu petugas lain perlu menyetujui juga.
press-second-wanted = Anda sudah menyetujui. Persetujuan kedua harus dari petugas lain. Kalau kartunya sedang Anda ambil, tekan Lepas dulu.
press-ok-waitlist = Disetujui. Tempat penuh, jadi masuk daftar tunggu nomor { $place }. Pekerja diberi tahu.
press-ok-insurer-refuse = Penolakan BPJS dicatat. Pekerja diberi tahu alasannya.
press-ok-reject = Ditolak. Pekerja diberi tahu alasannya.
press-ok-uphold = Tetap ditolak. Pekerja diberi tahu alasannya.
press-ok-send-back = Dikirim ke pekerja untuk diperbaiki.
press-ok-view = Dokumen dikirim ke chat pribadi Anda dengan bot.
press-ok-pass-on = Dialihkan. Dinas itu yang memeriksa sekarang.
press-agency-no-group = { $agency } belum punya grup petugas, jadi kartu ini belum bisa dialihkan ke sana.
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
press-supervisors-only = Ini hanya bisa dilakukan admin grup. Minta admin grup menekannya.
press-mark-first = Tandai dulu jawaban atau foto yang perlu diperbaiki.
press-reason-first = Pilih dulu alasannya, atau tulis sendiri.
press-changed-first = Petugas lain baru saja menyetujui. Kalau Anda juga setuju, tekan Setujui sekali lagi.
press-changed-mended = Pekerja baru mengubah isinya. Lihat kartunya lagi, lalu tekan lagi.
press-changed-passed-on = Kartu ini baru saja dialihkan ke dinas lain. Lihat kartunya lagi, lalu tekan lagi.
press-changed-claimed = Kartu ini sedang diperiksa { $officer }.
press-claimed-supervisor = Kartu ini sedang diperiksa { $officer }. Admin grup boleh menekan ↩️ Lepas, lalu siapa pun bisa mengambilnya.
press-changed-sent-back = Sudah dikirim ke pekerja untuk diperbaiki, oleh { $officer }.
press-changed-approved = Sudah disetujui oleh { $officer }.
press-changed-waitlisted = Sudah disetujui dan masuk daftar tunggu, oleh { $officer }.
press-changed-insurer-refused = Penolakan BPJS sudah dicatat oleh { $officer }.
press-changed-rejected = Sudah ditolak oleh { $officer }.
press-changed-objected = Pekerja mengajukan keberatan. Lihat kartunya yang terbaru.
press-changed-expired = Sudah ditutup otomatis, karena pekerja tidak menjawab.
press-changed-withdrawn = Sudah dibatalkan oleh pekerja.

view-caption = 🔒 <b>{ $number }</b>
    Pesan ini terhapus sendiri { $minutes } menit lagi. Dokumen ini hanya untuk Anda, dan tercatat bahwa Anda melihatnya.
view-missing = ⚠️ { $count } halaman tidak bisa dibuka.
view-failed = Maaf, dokumen { $number } belum bisa ditampilkan. Tekan lagi 🔍 di kartunya sebentar lagi.
view-start-first = { $officer }, dokumen { $number } hanya dikirim ke chat pribadi Anda dengan bot, dan chat itu belum dibuka.

    1. Tekan tombol di bawah, lalu tekan <b>MULAI</b>.
    2. Kembali ke sini, lalu tekan lagi 🔍 di kartunya.
view-start-button = 💬 Buka chat dengan bot
start-officer = Terima kasih, chat ini sudah terbuka. 👍

    Kembali ke grup petugas, lalu tekan lagi <b>🔍 Lihat dokumen</b> di kartu. Dokumennya dikirim ke sini dan terhapus sendiri sesudah 10 menit.

reply-anonymous = Tulis sebagai diri sendiri, bukan sebagai admin anonim, supaya tercatat siapa yang memutuskan.
reply-not-yours = Alasan ini ditunggu dari petugas lain.
reply-too-late = Kartu itu sudah tidak menunggu alasan dari Anda.
reply-too-long = Alasan ini terlalu panjang. Tulis paling banyak { $most } huruf, sebagai balasan pesan tadi.
reply-not-text = Tulis alasannya dengan huruf, sebagai balasan pesan tadi. Contoh: "Tolong foto KTP di tempat terang."
reply-taken = Alasan sudah dicatat di kartu. Tekan tombol di kartu untuk mengirim.

group-not-ours = Bot ini hanya untuk grup petugas yang terdaftar. Punya kode dari operator? Ketik <b>/pasang</b> diikuti kodenya. Tanpa kode, bot keluar dalam { $minutes } menit.
group-moved = Grup ini sekarang supergrup. Kartu yang masih terbuka dipasang lagi di sini.
passed-on = 📨 <b>{ $number }</b> dialihkan ke { $agency } oleh { $officer }, { $at }. Kartunya pindah ke grup itu.

double-nik = NIK sama
double-person = nama mirip, tanggal lahir sama
double-phone = nomor HP sama
press-ok-compare = Kedua kartu dipasang berdampingan di bawah sebentar lagi.
press-no-double = Tidak ada lagi yang mungkin ganda.
compare-head = ⚖️ <b>{ $one }</b> dan <b>{ $other }</b> ({ $state })
compare-same = ✅ { $label }: { $one }
compare-other = ❗ { $label }: { $one } | { $other }
compare-kept-back = (data dinas lain)
staff-not-double = 👥 Bukan ganda dengan { $number }
not-double-taken = Dicatat: { $one } dan { $other } bukan ganda. Kalau datanya berubah, keduanya diperiksa lagi.
not-double-over = { $number } sudah diputuskan, jadi tidak perlu dibandingkan lagi.
not-double-none = Keduanya sudah tidak tercatat mungkin ganda, jadi tidak ada yang perlu dicatat.
