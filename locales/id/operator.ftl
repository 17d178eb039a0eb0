### Untuk operator: perintah `python -m bot`, dan apa yang kurang sebelum bot bisa jalan.
cli-help = Lindung: pendaftaran perlindungan kerja (JKK/JKM) lewat Telegram.
cli-run = Menjalankan bot sampai dihentikan dengan Ctrl-C.
cli-check = Memeriksa apakah semuanya siap, tanpa menjalankan bot.
cli-states = Cetak semua keadaan dan langkah pendaftaran sebagai gambar, dalam bahasa Graphviz.
cli-key = Membuat berkas kunci, atau menambah satu kunci baru.
cli-parked = Menampilkan yang belum bisa diproses dan yang perlu ditangani.
cli-rotate-keys = Mengunci ulang semua data dengan kunci terbaru. Boleh sambil bot berjalan.
cli-rules = Menyebutkan aturan yang berlaku. Dengan --preview: apa yang berubah kalau berkas program diganti.
cli-rules-preview = Berkas program baru yang mau dicoba. Tidak ada yang disimpan.
cli-read = Mencoba pemeriksa foto dan pembaca KTP pada foto milik Anda sendiri. Satu baris JSON untuk satu berkas.
cli-move-files = Menyalin berkas dari folder ke tempat di VAULT_URL. Hentikan bot dulu.
cli-invite = Membuat kode sekali pakai untuk memasang dinas di satu grup petugas.
cli-invite-agencies = Dinas mana saja, dengan kunci di berkas program. Kosong: semua.
cli-broadcast = Mengirim satu pesan ke banyak orang, lewat bot yang sedang berjalan. Perintah yang sama dua kali tetap satu siaran.
cli-broadcast-text-file = Berkas berisi pesannya (UTF-8), paling banyak 4096 huruf.
cli-broadcast-audience = Penerima, misalnya "sector=ojol stands=unfinished". Kosong: semua orang.
cli-broadcast-button = Tombol di bawah pesan: register (Daftar) atau status (Status saya).
cli-broadcast-label = Pembeda, kalau pesan yang sama memang perlu dikirim sekali lagi.
cli-broadcast-people = Jumlah penerima sebagai kepastian. Kosong: ditanyakan.
cli-broadcast-dry-run = Hanya menghitung dan menampilkan. Tidak ada yang dikirim.
cli-posters = Membuat poster A4 (PDF) dengan kode QR, satu untuk tiap tempat. Tanpa nama tempat: semua kelurahan.
cli-posters-places = Nama tempat, misalnya "Pangkalan Pasar Baru" atau "Pelabuhan Contoh".
cli-posters-file = Berkas teks berisi nama tempat, satu baris satu tempat.
cli-posters-folder = Folder untuk menyimpan poster.
cli-participants = Memasukkan daftar peserta lama (CSV), supaya mereka ikut diingatkan. Boleh diulang, boleh sambil bot berjalan.
cli-participants-file = Berkas CSV dengan kolom name, nik, phone, kelurahan, cover_ends.
cli-participants-forget = Menghapus seluruh daftar peserta lama.
cli-export = Menulis daftar pendaftaran ke berkas Excel, misalnya untuk BPJS. Boleh sambil bot berjalan.
cli-export-file = Berkas yang dibuat, misalnya daftar.xlsx. Berkas yang sudah ada tidak ditimpa.
cli-export-window = Kunci pembukaan di berkas program. Kosong: yang sekarang.
cli-export-agency = Kunci dinas di berkas program. Kosong: semua dinas.
cli-export-state = Keadaan pendaftarannya, misalnya approved atau waitlisted.
cli-parked-retry = Proses lagi semuanya.

operator-broadcast-count = Penerima: { $audience }. Jumlahnya { $people } orang, kira-kira { $minutes } menit. Pesannya:
operator-broadcast-sure = Ketik jumlah penerimanya untuk mengirim
operator-broadcast-bar = Terkirim
operator-broadcast-waits = Siaran tersimpan, waktunya { $at }. Dikirim oleh bot yang sedang berjalan (python -m bot run); grup petugas melihat kemajuannya.
operator-no-group = !!! Belum ada grup petugas untuk: { $agencies }. Pendaftarannya disimpan dan menunggu. Jalankan bot, lalu buat kode dengan: python -m bot invite { $agencies } !!!
operator-invite = Kode untuk { $agencies }: berlaku 24 jam, untuk satu grup saja. Berikan hanya kepada admin grup itu, yang membuka tautan ini dan memilih grupnya:
operator-invite-typed = Atau masukkan bot ke grup, lalu ketik di grup: /pasang { $code }
operator-cannot = Lindung belum bisa dijalankan.
operator-ready = Semuanya siap. Jalankan bot dengan: python -m bot run
operator-running = Lindung berjalan sebagai @{ $bot }. Hentikan dengan Ctrl-C.
operator-clock = !!! CLOCK_START atau CLOCK_FILE terisi: bot ini mengira sekarang { $now }. Untuk pemakaian sebenarnya, kosongkan keduanya di berkas .env. !!!
operator-reads = KTP dibaca otomatis: pekerja tinggal mencocokkan. Mematikannya: READ_SECONDS=0 di berkas .env.
operator-reads-not = KTP tidak dibaca otomatis: pekerja mengetik sendiri. Menyalakannya: READ_SECONDS=10 di berkas .env, dan pasang semua paket dari requirements.lock.
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
wrong-setting-read-seconds = Isi dengan jumlah detik, atau 0 supaya KTP tidak dibaca. Contoh: READ_SECONDS=10
wrong-setting-vault-url = Kosongkan, atau isi dengan s3:// dan nama bucket. Contoh: VAULT_URL=s3://lindung/berkas
wrong-setting-vault-endpoint = Kosongkan untuk Amazon, atau isi dengan alamat yang dimulai https:// atau http://. Contoh: VAULT_ENDPOINT=https://s3.contoh.id
wrong-setting-send-per-second = Isi dengan bilangan bulat mulai dari 1. Contoh: SEND_PER_SECOND=30
wrong-setting-send-chat-burst = Isi dengan bilangan bulat mulai dari 1. Contoh: SEND_CHAT_BURST=12
wrong-setting-send-group-per-minute = Isi dengan bilangan bulat mulai dari 1. Contoh: SEND_GROUP_PER_MINUTE=20
wrong-setting-paid-broadcast = Isi dengan bilangan bulat 0 sampai 1000; 0 berarti siaran tidak dibayar. Contoh: PAID_BROADCAST=0
wrong-programme = Berkas program { $path } perlu diperbaiki di baris { $line }, bagian { $part }: { $reason }.
wrong-programme-unreadable = Berkas program { $path } tidak bisa dibuka: { $reason }. Periksa PROGRAMME_FILE di berkas .env.
wrong-clock-file = Berkas jam { $path } di CLOCK_FILE tidak bisa dibaca: { $reason }. Untuk pemakaian sebenarnya, kosongkan CLOCK_FILE.
wrong-posters-file = Berkas tempat { $path } tidak bisa dibaca: { $reason }.
wrong-participants-what = Sebutkan satu berkas CSV, atau --forget saja untuk menghapus daftarnya.
wrong-participants-file = Berkas { $path } tidak bisa dibaca: { $reason }.
wrong-participants-header = Baris pertama { $path } belum memuat kolom: { $missing }. Simpan sebagai CSV UTF-8 dengan judul name, nik, phone, kelurahan, cover_ends.
wrong-posters-name = Nama tempat "{ $place }" tidak punya huruf atau angka biasa. Tulis dengan huruf Latin.
wrong-posters-same = "{ $first }" dan "{ $second }" menjadi tautan yang sama. Ganti salah satu namanya.
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
wrong-vault-url = VAULT_URL masih kosong: berkas tetap di folder, tidak ada tujuan untuk menyalinnya. Isi dulu di berkas .env. Contoh: VAULT_URL=s3://lindung/berkas
wrong-vault-keys = VAULT_URL terisi, tetapi VAULT_KEY_ID atau VAULT_KEY_SECRET masih kosong. Minta kedua kunci akses itu kepada pengelola penyimpanan, lalu tulis di berkas .env.
wrong-vault-away = Penyimpanan berkas di { $where } belum bisa dipakai: { $reason }. Periksa jaringan komputer ini, serta VAULT_ENDPOINT dan VAULT_REGION di berkas .env.
wrong-vault-bucket = Bucket di { $url } tidak ada. Buat dulu bucket itu, atau periksa namanya di VAULT_URL di berkas .env.
wrong-vault-refused = Penyimpanan berkas di { $where } menolak: { $reason }. Periksa VAULT_KEY_ID dan VAULT_KEY_SECRET di berkas .env, jam komputer ini, dan izinnya: membaca, menulis, menghapus, dan melihat daftar isi { $url }.
wrong-broadcast-file = Berkas pesan { $path } tidak bisa dibaca: { $reason }
wrong-broadcast-text = Berkas pesan { $path } kosong, atau lebih dari 4096 huruf.
wrong-broadcast-audience = Penerima atau tombol itu tidak ada. Pilihan penerima: { $choices }. Pilihan tombol: { $buttons }.
wrong-broadcast-number = Belum dikirim: angkanya belum sama dengan jumlah penerima, { $people } orang, atau belum ada penerima yang cocok.
wrong-agency-unknown = Tidak ada dinas dengan kunci { $agency } di berkas program. Yang ada: { $known }
wrong-group-unknown = Grup petugas { $chat } tidak dikenal bot. Masukkan @{ $bot } ke grup itu, dan periksa nomornya.
wrong-group-left = Bot tidak ada di grup petugas { $chat }. Masukkan @{ $bot } ke grup itu.
wrong-group-rights = Bot belum menjadi admin grup petugas { $chat }. Jadikan @{ $bot } admin: hanya admin yang diberi tahu Telegram siapa masuk dan keluar grup.
wrong-export-file = Berkas { $path } tidak bisa dibuat: { $reason }. Pilih folder atau nama lain.
wrong-export-exists = Berkas { $path } sudah ada dan tidak ditimpa. Pilih nama lain.
wrong-export-window = Tidak ada pembukaan dengan kunci { $window } di berkas program. Yang ada: { $known }
wrong-export-state = Tidak ada keadaan { $state }. Yang ada: { $known }
wrong-export-nobody = Tidak ada pendaftaran yang cocok, jadi tidak ada berkas yang dibuat.
wrong-taken = Lindung lain sedang jalan dengan data yang sama. Hentikan dulu yang itu.
operator-participants = Daftar peserta lama: { $new } baru, { $changed } berubah, { $same } sudah sama, { $refused } baris tidak bisa dipakai.
operator-participants-forgotten = Daftar peserta lama sudah dihapus: { $count } orang.
operator-participants-line = Baris { $line }: { $reason }
row-name = namanya kosong, atau berisi angka atau tanda yang tidak biasa.
row-nik = NIK bukan 16 angka. Di Excel, jadikan kolom ini teks sebelum diisi.
row-phone = nomor HP tidak berbentuk 08…. Boleh dikosongkan.
row-kelurahan = kelurahan ini tidak ada di Kota Balikpapan. Tulis nama atau kodenya.
row-cover-ends = tanggal akhir perlindungan tidak terbaca. Contoh: 31-12-2025. Boleh dikosongkan.
row-encoding = hurufnya tidak terbaca. Simpan berkas sebagai CSV UTF-8.
row-cells = jumlah kolomnya tidak sama dengan baris judul.
row-long = isinya terlalu panjang, atau tanda kutipnya tidak ditutup.
row-twice = NIK ini sudah ada di baris sebelumnya.
operator-exported = { $count } orang ditulis ke { $path }. Isinya terbaca siapa pun yang membukanya: simpan di tempat aman, hapus kalau sudah tidak perlu.
operator-rotated = Sudah dikunci ulang dengan kunci terbaru: { $rows } baris data, { $files } berkas.
operator-moved = { $count } berkas disalin ke { $url }. Jalankan bot. Kalau semuanya sudah terlihat baik, folder { $path } boleh dihapus.
operator-poster = { $path }  membuka  { $link }
operator-unreadable = Berkas { $path } tidak bisa dibaca: { $reason }
