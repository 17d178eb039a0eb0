### Percakapan saat mengisi formulir.
form-step = Langkah { $step } dari { $total }

button-back = ⬅️ Kembali
button-keep = ✅ Tetap: { $value }
button-keep-phone = ✅ Tetap pakai nomor tadi
button-share-phone = 📱 Kirim nomor HP ini
button-insist-ktp = ✅ Ya, di KTP memang begitu
button-insist-value = ✅ Ya, sudah benar
button-retype = ✏️ Ketik ulang
button-pages-done = ✅ Selesai, sudah semua
button-guess = 📷 Di KTP: { $value }
button-read-wrong = ✏️ Ada yang salah
button-read-others-same = ➡️ Lanjut, yang lain benar
button-send = ✅ Kirim pendaftaran
button-change = ✏️ Ubah jawaban
button-to-summary = ⬅️ Kembali ke ringkasan

hint-choice = Pilih salah satu tombol di bawah ini, ya.
hint-pages = Di langkah ini kami perlu foto. Tekan 📎 atau 📷, pilih fotonya, lalu kirim.
hint-check = Cocokkan dulu dengan KTP, lalu tekan salah satu tombol di bawah ini.
hint-summary = Semua pertanyaan sudah dijawab. Periksa dulu, lalu tekan <b>Kirim pendaftaran</b>.
hint-contact = Nomor HP belum perlu di langkah ini.
hint-photo-not-now = Fotonya belum perlu di langkah ini. Foto yang lama tetap tersimpan.
hint-unknown = Yang ini belum bisa kami baca. Coba jawab dengan tombol, tulisan, atau foto sesuai pertanyaan.
hint-menu = Tekan salah satu tombol di bawah ini, ya.
hint-twice = Jawaban itu sudah kami catat. 👍
hint-edited = Pesan yang diubah tidak mengganti jawaban. Untuk mengganti jawaban, tekan <b>Kembali</b>, atau <b>Ubah jawaban</b> di ringkasan.

press-stale = Pertanyaan ini sudah lewat. Lanjut ke pertanyaan yang paling bawah, ya.
press-form-gone = Formulir ini sudah selesai atau sudah dihapus. Ketik /daftar untuk mulai lagi, atau /status untuk melihat hasilnya.
press-unknown = Tombol ini tidak berlaku lagi. Ketik /start untuk membuka menu.

phone-not-own = Itu nomor orang lain. Tekan <b>Kirim nomor HP ini</b>, atau ketik saja nomornya.
phone-keyboard-away = Nomor HP sudah dicatat. 👍
phone-keyboard-unused = Baik. 👍

summary-head = <b>Periksa dulu, ya.</b> Ini semua jawaban:
summary-head-mend = <b>Sudah diperbaiki.</b> Periksa lagi semua jawaban:
summary-line = { $label }: <b>{ $value }</b>
summary-foot = Kalau sudah benar, tekan <b>Kirim pendaftaran</b>. Kalau ada yang salah, tekan <b>Ubah jawaban</b>.
summary-foot-closed = { $dates }
    Jawaban ini tersimpan.
summary-which = Jawaban mana yang mau diubah?

summary-remarks = <b>Yang akan dilihat petugas:</b>

stop-head = <b>Maaf, pendaftaran ini belum bisa diteruskan.</b>
stop-kept = Semua jawaban tetap tersimpan. Kalau tadi salah tekan atau salah ketik, ubah saja di bawah ini, lalu lanjut.
stop-change = ✏️ Ubah { $what }
hint-stopped = Pilih salah satu tombol di bawah ini dulu, ya.

send-closed = Belum bisa dikirim hari ini. Jawaban Anda tetap tersimpan.

receipt = <b>Pendaftaran terkirim.</b> ✅
    Nama: { $name }
    Nomor: <b>{ $number }</b>
    { $queue }

    Simpan nomor ini. { $agency } akan memeriksa. Kabarnya datang di sini, jadi jangan blokir bot ini.
    Terkirim belum berarti sudah dilindungi. Kami beri tahu langkah berikutnya.
receipt-mended = <b>Perbaikan terkirim.</b> ✅
    Nomor: <b>{ $number }</b>
    { $queue }

    Petugas akan memeriksa lagi. Kabarnya datang di sini.
receipt-supplied = <b>Sudah kami terima.</b> ✅
    Nomor: <b>{ $number }</b>
    { $queue }

    Petugas akan melihatnya. Kabarnya datang di sini.
queue-number = Nomor antrean: { $queue }
queue-later = Nomor antrean diberikan setelah surat yang diminta lengkap. Kirim lewat /status, ya.
mend-begin = Ini yang perlu diperbaiki. Jawaban lain tetap tersimpan.
mend-too-late = Ini sudah tidak perlu diubah. Lihat kabar terbaru di /status.
