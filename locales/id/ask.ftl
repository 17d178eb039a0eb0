### Pertanyaan pekerja, keberatan, dan perubahan setelah disetujui.
words-too-few = Tulisannya terlalu pendek. Tulis paling sedikit { $least } huruf, ya.
words-too-many = Tulisannya terlalu panjang: { $length } huruf. Tulis paling banyak { $most } huruf dalam satu pesan, ya.
never-mind = Baik, tidak jadi.

ask-words = <b>Apa yang ingin Anda tanyakan?</b>
    Tentang: { $about }

    Tulis dalam satu pesan, paling banyak { $most } huruf. Jangan tulis OTP atau PIN.
ask-which-case = Pertanyaan ini tentang pendaftaran yang mana?
ask-which-sector = Supaya sampai ke dinas yang tepat: apa pekerjaannya?
ask-about = { $number } – { $name }
ask-unknown = 🤷 Tidak tahu
ask-general = umum
ask-general-agency = petugas pendaftaran
ask-sent = ✅ <b>Pertanyaan terkirim</b> ke { $agency }. Jawabannya datang di sini.
ask-over = Pertanyaan ini sudah terkirim atau sudah lewat. Mau bertanya lagi? Tekan <b>Tanya petugas</b> atau ketik /tanya.
ask-full-open = Masih ada { $most } pertanyaan Anda yang menunggu jawaban. Tunggu jawabannya dulu, ya. Setelah itu Anda boleh bertanya lagi.
ask-full-today = Hari ini sudah ada { $most } pertanyaan dari Anda. Besok Anda boleh bertanya lagi.
ask-nobody = Belum ada petugas yang bisa menjawab di sini. Anda boleh bertanya langsung di { $office }.

ask-card = ❓ <b>Pertanyaan</b> · <b>{ $number }</b> · { $sector }
    { $name }: “{ $words }”
ask-no-number = tanpa nomor
ask-nameless = Pekerja
ask-card-how = ↩️ Balas pesan ini dengan tulisan. Pekerja membaca nama dinas, bukan nama Anda.
ask-card-answered = ✅ Dijawab oleh { $officer }, { $at }
ask-moved-away = Pertanyaan ini sudah pindah ke grup lain.
ask-card-unheard = ⚠️ Belum sampai: pekerja sedang tidak bisa dihubungi.

answer-first = 💬 <b>Jawaban dari { $agency }</b>
answer-more = 💬 <b>Jawaban tambahan dari { $agency }</b>
answer-quote = Pertanyaan Anda: “{ $words }”
answer-anonymous = Tulis sebagai diri sendiri, bukan sebagai admin anonim, supaya tercatat siapa yang menjawab.
answer-elsewhere = Pertanyaan untuk dinas ini sekarang dijawab di grup lain, jadi balasan ini tidak dikirim ke pekerja.
answer-command = Tulisan yang diawali / adalah perintah, jadi tidak dikirim ke pekerja. Kalau ini memang jawaban, tulis tanpa / di depannya.
answer-not-text = Jawaban hanya bisa berupa tulisan. Balas lagi pesan pertanyaannya dengan tulisan.
answer-too-long = Jawaban ini terlalu panjang. Tulis paling banyak { $most } huruf, sebagai balasan pesan tadi.
answer-unheard = ⚠️ Jawaban ini belum sampai: pekerja sedang tidak bisa dihubungi. Kami simpan dan kirim saat ia kembali.

object-ask = <b>Keberatan untuk { $number }</b>
    Tulis dalam satu pesan, mengapa menurut Anda keputusan itu keliru. Paling banyak { $most } huruf.

    Petugas lain yang memeriksa, bukan yang menolak. Keberatan hanya bisa satu kali, sampai { $until }.
object-sent = ✅ <b>Keberatan untuk { $number } terkirim.</b> Petugas lain di { $agency } akan memeriksa. Kabarnya datang di sini.
object-once = Untuk pendaftaran ini Anda sudah pernah mengajukan keberatan. Keberatan hanya bisa satu kali. Lihat kabarnya di Status saya.
object-too-late = Keberatan untuk pendaftaran ini sudah tidak bisa diajukan. Anda boleh bertanya kepada petugas, atau mendaftar lagi.

amend-ask = <b>{ $number }</b> sudah disetujui. Kalau datanya diubah, petugas memeriksa lagi dari awal, dan bisa saja keputusannya lain. Tetap mau mengubah?
amend-begin = Tekan <b>Ubah jawaban</b> dan pilih yang mau diubah. Selama belum dikirim, persetujuan tetap berlaku.
amend-nothing = Belum ada yang diubah, jadi tidak ada yang dikirim. Tekan <b>Ubah jawaban</b>, atau <b>Tidak jadi diubah</b>.
receipt-amended = <b>Perubahan terkirim.</b> ✅
    Nomor: <b>{ $number }</b>

    Petugas memeriksa lagi. Kabarnya datang di sini.
