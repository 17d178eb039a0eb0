### Saran untuk foto: satu kalimat, lalu dua langkah yang mudah.
advice-no-card = Sisi depan KTP belum terlihat di foto ini.
    .tip =
        1. Taruh KTP di meja, sisi yang ada foto wajah menghadap ke atas.
        2. Foto dari dekat sampai KTP memenuhi layar.
advice-cut-off = Ada bagian yang belum masuk ke foto.
    .tip =
        1. Mundurkan HP sedikit, sampai keempat sudutnya terlihat.
        2. Contoh: sisakan pinggir meja selebar jari di setiap sisi.
advice-too-small = Tulisannya masih terlalu kecil untuk dibaca.
    .tip =
        1. Dekatkan HP sampai KTP atau surat memenuhi layar.
        2. Kirim foto dari kamera langsung, bukan tangkapan layar.
advice-too-dark = Fotonya masih gelap.
    .tip =
        1. Foto di dekat jendela, atau nyalakan lampu.
        2. Jangan sampai bayangan HP menutupi tulisan.
advice-too-bright = Fotonya terlalu terang, tulisannya jadi pudar.
    .tip =
        1. Matikan lampu kilat (flash).
        2. Pindah ke tempat teduh, jangan di bawah matahari langsung.
advice-glare = Ada pantulan cahaya yang menutupi tulisan.
    .tip =
        1. Miringkan KTP sedikit sampai pantulannya hilang.
        2. Matikan lampu kilat (flash), foto di dekat jendela.
advice-blurred = Tulisannya masih buram.
    .tip =
        1. Pegang HP dengan dua tangan, tahan sebentar.
        2. Sentuh gambar KTP di layar sampai jelas, baru foto.
