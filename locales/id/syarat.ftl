### /syarat: cek syarat dengan lima tombol, dan apa yang terbuka kalau program ini tidak cocok.
### terms-<aturan>: pertanyaannya. terms-<aturan>-<jawaban>: kalimat di hasil; .button: tulisan tombolnya (paling panjang 40 huruf).
terms-step = Cek syarat: { $step } dari { $total }
terms-intro = Cukup tekan tombol, tidak perlu mengetik. Jawaban di sini tidak kami simpan.

terms-area = <b>Apakah alamat di KTP ada di { $city }?</b>
terms-area-yes = Alamat KTP di { $city }.
    .button = Ya
terms-area-no = Alamat KTP bukan di { $city }. Program ini untuk warga { $city }.
    .button = Bukan

terms-card-age = <b>Kapan KTP dibuat?</b>
    Lihat tanggal kecil di kanan bawah KTP, di bawah foto.
terms-card-age-old = KTP sudah berumur { $months } bulan atau lebih.
    .button = { $date } atau sebelumnya
terms-card-age-new = KTP belum berumur { $months } bulan. Kalau hanya dicetak ulang, tidak apa-apa. Siapkan KK atau surat pindah, petugas akan melihatnya.
    .button = Sesudah { $date }
terms-card-age-too-new = KTP belum berumur { $months } bulan. Program ini untuk KTP yang dibuat { $date } atau sebelumnya.
    .button = Sesudah { $date }
terms-card-age-unsure = Tanggal KTP belum tahu. KTP perlu sudah berumur { $months } bulan, jadi yang aman { $date } atau sebelumnya.
    .button = Tidak tahu

terms-age = <b>Kapan tanggal lahirnya?</b>
    Yang dihitung umur pada hari mendaftar.
terms-age-too-old = Pada hari mendaftar, umur sudah lebih dari { $max } tahun. Program ini untuk umur { $min } sampai { $max } tahun.
    .button = { $ends } atau sebelumnya
terms-age-soon-old = Ulang tahun ke-{ $over } datang sebelum pendaftaran ditutup ({ $closes }). Daftar sebelum hari itu, selagi umur masih { $max } tahun.
    .button = { $begins } sampai { $ends }
terms-age-within = Umur masuk, antara { $min } dan { $max } tahun.
    .button = { $begins } sampai { $ends }
terms-age-soon-grown = Ulang tahun ke-{ $min } datang sebelum pendaftaran ditutup ({ $closes }). Daftar mulai hari ulang tahun itu.
    .button = { $begins } sampai { $ends }
terms-age-too-young = Pada hari mendaftar, umur belum { $min } tahun. Program ini untuk umur { $min } sampai { $max } tahun.
    .button = { $begins } atau sesudahnya

terms-income = <b>Berapa penghasilan rata-rata sebulan?</b>
    Hitung yang dibawa pulang, setelah bensin dan modal.
terms-income-within = Penghasilan tidak lebih dari Rp{ $limit } sebulan.
    .button = Paling banyak Rp{ $limit }
terms-income-above = Penghasilan di atas batas, Rp{ $limit } sebulan.
    .button = Lebih dari Rp{ $limit }
terms-income-varies = Penghasilan berubah-ubah. Hitung rata-ratanya: paling banyak Rp{ $limit } sebulan. Petugas akan melihatnya.
    .button = Berubah-ubah, belum dihitung

terms-covered = <b>Apakah sudah punya BPJS Ketenagakerjaan?</b>
    Maksudnya jaminan kecelakaan kerja (JKK) atau kematian (JKM). Kartu BPJS Kesehatan bukan yang ini.
terms-covered-no = Belum punya BPJS Ketenagakerjaan.
    .button = Belum punya
terms-covered-yes = Sudah punya BPJS Ketenagakerjaan. Program ini untuk yang belum punya.
    .button = Sudah punya
terms-covered-unsure = Belum tahu apakah sudah punya. Petugas akan menanyakan ke BPJS Ketenagakerjaan.
    .button = Tidak tahu

terms-result-likely = ✅ <b>Kemungkinan besar memenuhi syarat.</b>
terms-result-look = ⚠️ <b>Mungkin bisa. Ada yang perlu dilihat petugas.</b>
terms-result-no = ✖️ <b>Kelihatannya program ini belum cocok.</b>
terms-foot = Ini perkiraan, bukan keputusan. Petugas yang memeriksa dan memutuskan. Perlindungan baru mulai setelah daftar kota ditetapkan dan BPJS Ketenagakerjaan memastikan.
terms-foot-no = Ini perkiraan, bukan keputusan. Kalau menurut Anda ada yang keliru, Anda tetap boleh mendaftar, dan petugas akan melihatnya.
terms-foot-stopped = Kalau tadi salah tekan, tekan <b>Kembali</b>. Kalau ingin bertanya, datang ke kantor.

button-terms = ☑️ Cek syarat dulu
button-terms-again = 🔄 Cek dari awal
button-office = 🏢 Ajukan ke kantor

else-head = <b>Yang tetap terbuka:</b> mendaftar dan membayar sendiri ke BPJS Ketenagakerjaan, untuk umur di bawah { $below } tahun. Isinya jaminan kecelakaan kerja (JKK) dan kematian (JKM).
else-price = • Iuran { $price } sebulan, dihitung dari penghasilan { $base } sebulan.
else-transport = • Ojek dan pengemudi: { $less } sebulan sampai { $until }, sesudah itu { $price }. Dihitung dari penghasilan { $base } sebulan.
else-transport-coming = • Ojek dan pengemudi: sekarang { $price } sebulan, mulai { $starts } sampai { $until } menjadi { $less }. Dihitung dari penghasilan { $base } sebulan.
else-home = • Kota atau kabupaten di KTP mungkin punya program seperti ini. Tanyakan ke kelurahan di sana.
else-covered = <b>Kalau sudah punya BPJS Ketenagakerjaan,</b> cek dulu apakah masih berlaku dan apakah isinya JKK dan JKM.
else-old = <b>Pilihan lain:</b> mendaftar sendiri ke BPJS Ketenagakerjaan hanya bisa di bawah umur { $below } tahun. Tanyakan langsung ke sana apa yang masih bisa.
else-young = <b>Pilihan lain:</b> tanyakan ke BPJS Ketenagakerjaan apa yang sudah bisa untuk umur ini.
else-contact = 📞 BPJS Ketenagakerjaan: telepon { $centre } atau WhatsApp { $whatsapp }.
