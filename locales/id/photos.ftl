### Kabar tentang foto dan file.
pages-count = { $count } foto
pages-checking = 🔎 Foto sampai. Sedang diperiksa…
pages-taken = ✅ { $what }: diterima.
pages-running = ✅ { $count } foto diterima (paling banyak { $most }).
    Kirim foto berikutnya, atau tekan tombol kalau sudah semua.
pages-same = Foto ini sudah Anda kirim tadi. Kalau ada halaman lain, kirim yang lain, ya.
pages-late = Foto ini tidak dipakai, karena formulirnya sudah dikirim atau dihapus.
pages-too-many =
    { $most ->
        [1] Cukup satu foto. Yang pertama yang kami pakai.
       *[other] Paling banyak { $most } foto. Foto lainnya tidak kami pakai.
    }

photo-not-a-picture = Itu bukan foto. Kirim foto dari kamera atau galeri, ya. 📷
photo-too-small = Fotonya terlalu kecil, tulisannya tidak terbaca. Coba foto lagi dari dekat, sampai kartu atau suratnya memenuhi layar.
photo-too-large = Filenya terlalu besar. Kirim sebagai <b>foto</b> biasa (bukan file), atau foto ulang.
photo-truncated = Fotonya hanya sampai sebagian, mungkin sinyal terputus. Kirim sekali lagi, ya.
photo-animated = Itu gambar bergerak. Kirim foto biasa, ya. 📷
photo-bomb = Gambar ini tidak bisa dibuka. Coba foto ulang dengan kamera HP, lalu kirim.
photo-timeout = Gambar ini terlalu lama dibuka. Coba foto ulang dengan kamera HP, lalu kirim.
photo-pdf-locked = PDF ini dikunci kata sandi. Kirim PDF tanpa kata sandi, atau fotonya saja.
photo-pdf-too-long = PDF ini terlalu banyak halamannya. Kirim halaman suratnya saja, atau fotonya.
photo-pdf-broken = PDF ini rusak dan tidak bisa dibuka. Coba unduh ulang, atau kirim fotonya saja.
photo-unsupported = Di sini kami perlu foto. Kirim fotonya dari kamera atau galeri, ya. 📷
photo-gone = Fotonya tidak bisa diambil lagi dari Telegram. Kirim sekali lagi, ya.
photo-network = Sinyal sedang kurang bagus dan foto belum terambil. Kirim sekali lagi, ya.
photo-other = Foto ini belum bisa dibuka. Coba foto ulang, lalu kirim lagi.
