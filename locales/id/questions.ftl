### Pertanyaan formulir. Nilai: pertanyaannya. .label: namanya di ringkasan. .example: contoh. .o-…: tulisan tombol.
### Semua nama dan angka contoh adalah karangan.

q-for_whom = <b>Siapa yang mau didaftarkan?</b>
    Kalau untuk orang lain, pastikan orangnya setuju dan KTP-nya ada di tangan Anda.
    .label = Untuk siapa
    .o-self = 🙋 Saya sendiri
    .o-other = 👥 Orang lain (suami, istri, teman)
q-sector = <b>Apa pekerjaannya?</b>
    Pilih satu yang paling sering dikerjakan.
    .label = Pekerjaan
q-ktp_photo = <b>Foto KTP</b>
    Letakkan KTP di meja yang terang. Foto dari atas, seluruh kartu kelihatan, tulisan bisa dibaca.
    Lalu kirim fotonya di sini. 📷
    .label = Foto KTP
    .example = <i>Jangan pakai lampu kilat, supaya tidak silau.</i>
q-read_check = <b>Ini yang terbaca dari KTP.</b>
    Cocokkan dengan KTP-nya, satu per satu.
    .label = Bacaan KTP
    .o-yes = ✅ Ya, semua sama dengan KTP
q-nik = <b>Berapa NIK-nya?</b>
    Ketik 16 angka yang ada di KTP, paling atas.
    .label = NIK
    .example = <i>Contoh: 6471 0512 0390 0001</i>
q-name = <b>Siapa nama lengkapnya?</b>
    Ketik sama seperti di KTP.
    .label = Nama
    .example = <i>Contoh: Budi Contoh</i>
q-birth_place = <b>Di kota mana lahirnya?</b>
    Ketik sama seperti di KTP.
    .label = Tempat lahir
    .example = <i>Contoh: Balikpapan</i>
q-birth_date = <b>Tanggal berapa lahirnya?</b>
    Ketik tanggal, bulan, tahun.
    .label = Tanggal lahir
    .example = <i>Contoh: 17-8-1990</i>
q-sex = <b>Laki-laki atau perempuan?</b>
    .label = Jenis kelamin
    .o-L = Laki-laki
    .o-P = Perempuan
q-address = <b>Apa alamatnya?</b>
    Ketik nama jalan dan nomor rumah, sama seperti di KTP. RT/RW ditanya sesudah ini.
    .label = Alamat
    .example = <i>Contoh: Jl. Contoh Indah No. 12</i>
q-rt_rw = <b>RT dan RW berapa?</b>
    .label = RT/RW
    .example = <i>Contoh: 9/7</i>
q-kecamatan = <b>Kecamatan mana?</b>
    Pilih yang tertulis di KTP.
    .label = Kecamatan
    .o-outside = KTP bukan Balikpapan
q-kelurahan = <b>Kelurahan mana?</b>
    Pilih yang tertulis di KTP.
    .label = Kelurahan
q-issued_on = <b>Kapan KTP dibuat?</b>
    Lihat tanggal kecil di kanan bawah KTP, di bawah foto.
    .label = Tanggal KTP
    .example = <i>Contoh: 3-12-2012</i>
q-lives_since = <b>Sejak kapan tinggal di Balikpapan?</b>
    KTP ini masih baru. Itu tidak apa-apa kalau hanya dicetak ulang. Ketik tahunnya, atau bulan dan tahun.
    .label = Tinggal di sini sejak
    .example = <i>Contoh: 2015, atau Januari 2019</i>
    .o-birth = Sejak lahir
q-residence_proof = <b>Foto KK atau surat pindah</b>
    Supaya petugas bisa melihat sudah berapa lama tinggal di sini. Kirim fotonya (paling banyak 2) atau file PDF. Nama anggota keluarga lain boleh ditutup.
    Kalau tidak ada, tetap bisa daftar.
    .label = KK/surat pindah
    .o-none = Tidak ada, lanjut
q-phone = <b>Nomor HP yang bisa dihubungi?</b>
    Tekan tombol di bawah untuk mengirim nomor HP ini, atau ketik nomornya.
    .label = Nomor HP
    .example = <i>Contoh: 0812 3456 7890</i>
q-income = <b>Berapa penghasilan rata-rata sebulan?</b>
    Hitung yang dibawa pulang, setelah bensin dan modal. Pilih yang paling dekat, atau ketik angkanya.
    .label = Penghasilan sebulan
    .example = <i>Contoh: 3,5 juta</i>
q-income_statement = <b>Pernyataan penghasilan</b>
    “Penghasilan yang saya tulis tadi benar. Kalau tidak benar, saya siap pendaftaran ini dibatalkan.”
    Slip gaji tidak perlu.
    .label = Pernyataan
    .o-yes = ☑️ Ya, saya menyatakan benar
q-covered = <b>Apakah sudah punya BPJS Ketenagakerjaan?</b>
    Maksudnya jaminan kecelakaan kerja (JKK) atau kematian (JKM). Kartu BPJS Kesehatan bukan yang ini.
    .label = Sudah punya JKK/JKM
    .o-no = Belum punya
    .o-yes = Sudah punya
    .o-unsure = Tidak tahu
q-aplikator = <b>Pakai aplikasi apa?</b>
    Kalau lebih dari satu, pilih yang paling sering dipakai.
    .label = Aplikasi
    .o-other = Lainnya
q-aplikator_other = <b>Apa nama aplikasinya?</b>
    .label = Nama aplikasi
    .example = <i>Contoh: Antar Contoh</i>
q-plate = <b>Berapa nomor polisi kendaraannya?</b>
    Ketik huruf dan angka yang ada di pelatnya.
    .label = Nomor polisi
    .example = <i>Contoh: KT 1234 AB</i>
q-letter = <b>Surat keterangan mitra dari aplikator</b>
    Kirim fotonya (paling banyak 3 foto) atau file PDF. Foto layar profil driver juga boleh, nanti petugas yang periksa.
    .label = Surat aplikator
    .o-later = ⏳ Belum ada, saya kirim nanti
q-stand = <b>Di mana pangkalannya?</b>
    Ketik nama tempat atau jalannya.
    .label = Pangkalan
    .example = <i>Contoh: depan Pasar Contoh</i>
q-fishing_work = <b>Apa pekerjaannya di laut atau pantai?</b>
    .label = Kerja nelayan
    .o-crew = Ikut kapal orang (ABK)
    .o-owner = Punya perahu sendiri
    .o-shore = Kerja di pantai atau pelelangan
    .o-farm = Tambak, bagan, atau keramba
    .o-other = Lainnya
q-fisher_document = <b>Kartu KUSUKA atau surat nelayan</b>
    Kalau ada, kirim foto Kartu KUSUKA, atau surat dari kelompok nelayan atau lurah. Kalau tidak ada, tetap bisa daftar.
    .label = Kartu/surat nelayan
    .o-none = Tidak punya, lanjut
q-farm_work = <b>Apa pekerjaannya di pertanian?</b>
    .label = Kerja tani
    .o-crops = Sawah atau ladang
    .o-garden = Kebun atau sayur
    .o-livestock = Ternak
    .o-labour = Buruh tani
    .o-other = Lainnya
q-group_letter = <b>Surat kelompok tani</b>
    Kalau ada, kirim fotonya. Kalau tidak ada, tetap bisa daftar.
    .label = Surat kelompok tani
    .o-none = Tidak punya, lanjut
q-trade = <b>Jualan atau usaha apa?</b>
    .label = Usaha
    .example = <i>Contoh: jual bakso keliling</i>
q-job = <b>Apa pekerjaannya?</b>
    .label = Nama pekerjaan
    .example = <i>Contoh: tukang cuci, pemulung, buruh bangunan</i>
