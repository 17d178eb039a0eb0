### Untuk operator: perintah `python -m bot`, dan apa yang kurang sebelum bot bisa jalan.
cli-help = Lindung: pendaftaran perlindungan kerja (JKK/JKM) lewat Telegram.
cli-run = Menjalankan bot sampai dihentikan dengan Ctrl-C.
cli-check = Memeriksa apakah semuanya siap, tanpa menjalankan bot.
cli-key = Membuat berkas kunci, atau menambah satu kunci baru.
cli-parked = Menampilkan yang belum bisa diproses dan yang perlu ditangani.
cli-rotate-keys = Mengunci ulang semua data dengan kunci terbaru. Boleh sambil bot berjalan.
cli-rules = Menyebutkan aturan yang berlaku. Dengan --preview: apa yang berubah kalau berkas program diganti.
cli-rules-preview = Berkas program baru yang mau dicoba. Tidak ada yang disimpan.
cli-read = Mencoba pemeriksa foto dan pembaca KTP pada foto milik Anda sendiri. Satu baris JSON untuk satu berkas.
cli-parked-retry = Proses lagi semuanya.

operator-cannot = Lindung belum bisa dijalankan.
operator-ready = Semuanya siap. Jalankan bot dengan: python -m bot run
operator-running = Lindung berjalan sebagai @{ $bot }. Hentikan dengan Ctrl-C.
operator-clock = !!! CLOCK_START terisi: bot ini mengira sekarang { $now }. Untuk pemakaian sebenarnya, kosongkan CLOCK_START di berkas .env. !!!
operator-key-made = Kunci nomor { $number } tersimpan di { $path }. Simpan salinannya di tempat aman: tanpa kunci ini data tidak bisa dibaca lagi.
operator-nothing-waits = Tidak ada yang perlu Anda tangani.
operator-parked = Tertunda nomor { $id } ({ $kind }), sudah dicoba { $tries } kali: { $error }
operator-alert = Perlu ditangani sejak { $since }: { $code } { $about }
operator-retried = { $count } dimasukkan lagi ke antrean. Bot yang sedang jalan memprosesnya begitu ada pesan baru.

wrong-token-empty = BOT_TOKEN masih kosong. Minta token kepada @BotFather di Telegram, lalu tulis di berkas .env. Contoh: BOT_TOKEN=123456:ABC-contoh
wrong-token-form = BOT_TOKEN tidak berbentuk token. Salin lagi dari @BotFather ke berkas .env. Contoh bentuknya: BOT_TOKEN=123456:ABC-contoh
wrong-token-refused = Telegram menolak BOT_TOKEN. Minta token yang berlaku kepada @BotFather (perintah /token), lalu ganti di berkas .env.
wrong-telegram-away = Telegram tidak terjangkau di { $address }. Periksa jaringan komputer ini, dan TELEGRAM_API_URL di berkas .env.
wrong-telegram-odd = Telegram tidak menjawab sebagaimana mestinya: { $reason }. Coba lagi sebentar lagi.
wrong-setting = { $name } di berkas .env tidak bisa dipakai. { $hint }
wrong-setting-other = Lihat contohnya di berkas .env.example.
wrong-setting-staff-chat-id = Isi dengan nomor grup petugas. Contoh: STAFF_CHAT_ID=-1001234567890
wrong-setting-log-level = Pilih DEBUG, INFO, WARNING, atau ERROR. Contoh: LOG_LEVEL=INFO
wrong-setting-clock-start = Kosongkan, atau isi dengan tanggal dan jam. Contoh: CLOCK_START=2025-11-10T09:00
wrong-setting-database-url = Contoh: DATABASE_URL=sqlite+aiosqlite:///var/lindung.db
wrong-setting-telegram-api-url = Alamatnya dimulai dengan https:// atau http://. Contoh: TELEGRAM_API_URL=https://api.telegram.org
wrong-setting-send-per-second = Isi dengan bilangan bulat mulai dari 1. Contoh: SEND_PER_SECOND=28
wrong-setting-send-chat-burst = Isi dengan bilangan bulat mulai dari 1. Contoh: SEND_CHAT_BURST=12
wrong-setting-send-group-per-minute = Isi dengan bilangan bulat mulai dari 1. Contoh: SEND_GROUP_PER_MINUTE=19
wrong-programme = Berkas program { $path } perlu diperbaiki di baris { $line }, bagian { $part }: { $reason }.
wrong-programme-unreadable = Berkas program { $path } tidak bisa dibuka: { $reason }. Periksa PROGRAMME_FILE di berkas .env.
wrong-keys-missing = Berkas kunci { $path } tidak ada. Pemasangan baru: buat dengan python -m bot key. Bot yang sudah punya data: kembalikan salinan kuncinya, karena tanpa kunci itu data tidak bisa dibaca.
wrong-keys-empty = Berkas kunci { $path } kosong. Kembalikan salinannya. Pemasangan baru: hapus berkas itu, lalu jalankan python -m bot key.
wrong-keys-mode = Berkas kunci { $path } bisa dibaca orang lain. Jalankan: chmod 0400 { $path }
wrong-keys-unreadable = Berkas kunci { $path } tidak bisa dibuka oleh pengguna ini. Periksa pemiliknya, dan DATA_KEYS_FILE di berkas .env.
wrong-keys-malformed = Isi berkas kunci { $path } rusak atau bukan kunci. Kembalikan salinan yang benar.
wrong-keys-full = Berkas kunci { $path } sudah penuh: paling banyak 255 kunci.
wrong-keys-unwritable = Berkas kunci { $path } tidak bisa ditulis: { $reason }. Periksa izin foldernya.
wrong-folder = Folder { $path } tidak bisa ditulis: { $reason }. Periksa izinnya, dan DATA_DIR serta DATABASE_URL di berkas .env.
wrong-database = Database { $where } tidak bisa ditulis: { $reason }. Periksa DATABASE_URL di berkas .env, dan apakah database itu sedang jalan.
wrong-database-not-ready = Database { $where } belum disiapkan untuk versi Lindung ini. Jalankan python -m bot run sekali, lalu coba lagi.
wrong-database-newer = Database { $where } sudah dipakai Lindung versi yang lebih baru. Pasang versi yang baru itu.
wrong-group-none = { $agency } belum punya grup petugas. Isi STAFF_CHAT_ID di berkas .env, atau staff_chat di { $path }.
wrong-group-unknown = Grup petugas { $chat } tidak dikenal bot. Masukkan @{ $bot } ke grup itu, dan periksa nomornya.
wrong-group-left = Bot tidak ada di grup petugas { $chat }. Masukkan @{ $bot } ke grup itu.
wrong-group-rights = Bot belum menjadi admin grup petugas { $chat }. Jadikan @{ $bot } admin: hanya admin yang diberi tahu Telegram siapa masuk dan keluar grup.
wrong-taken = Lindung lain sedang jalan dengan data yang sama. Hentikan dulu yang itu.
operator-rotated = Sudah dikunci ulang dengan kunci terbaru: { $rows } baris data, { $files } berkas.
operator-unreadable = Berkas { $path } tidak bisa dibaca: { $reason }
