### Kalimat saat sebuah jawaban belum bisa diterima (invalid-…) atau terasa janggal (doubtful-…).
### Nama pesan = kode dari registration/. Semua nama dan angka contoh adalah karangan.
### doubtful-… selalu berakhir dengan pertanyaan: orang boleh berkata "ya, sudah benar".

## Umum

invalid-text-long =
    Jawabannya terlalu panjang: { $length } huruf. Paling panjang { $longest } huruf.
    Tolong tulis lebih singkat.
invalid-text-short =
    Jawabannya terlalu pendek. Tolong tulis dengan kata-kata, paling sedikit { $shortest } huruf.
    Contoh: jual bakso keliling
invalid-tick = Kalau Anda setuju, tulis: ya

## NIK

invalid-nik-letters =
    NIK hanya berisi angka, tanpa huruf. Huruf O bukan angka 0.
    Contoh: 6471 0512 0390 0001
invalid-nik-digits =
    Angkanya dari papan ketik yang lain, jadi belum bisa kami baca. Tolong ketik dengan angka biasa, 0 sampai 9.
    Contoh: 6471 0512 0390 0001
invalid-nik-length =
    { $extra ->
        [0] NIK ada 16 angka. Yang Anda ketik { $count } angka, kurang { $missing }.
       *[other] NIK ada 16 angka. Yang Anda ketik { $count } angka, lebih { $extra }.
    }
    { $count ->
        [0] Contoh: 6471 0512 0390 0001
       *[other] Yang terketik: { $typed }
    }
    Bandingkan dengan KTP, empat angka demi empat angka.
invalid-nik-same =
    NIK tidak mungkin satu angka yang sama semua. Tolong salin 16 angka dari KTP.
    Contoh: 6471 0512 0390 0001
doubtful-nik-date =
    Angka ke-7 sampai ke-12 pada NIK biasanya tanggal lahir. Yang ditandai 👉 bukan tanggal:
    { $before }👉<b>{ $wrong }</b>👈{ $after }
    Apakah di KTP memang tertulis begitu?
doubtful-nik-future =
    Tanggal lahir di dalam NIK ini belum tiba. Lihat yang ditandai 👉:
    { $before }👉<b>{ $wrong }</b>👈{ $after }
    Apakah di KTP memang tertulis begitu?
doubtful-nik-serial =
    NIK biasanya tidak berakhir dengan 0000. Lihat yang ditandai 👉:
    { $before }👉<b>{ $wrong }</b>👈{ $after }
    Apakah di KTP memang tertulis begitu?

## Nama, tempat, alamat

invalid-name-digits =
    Nama ditulis dengan huruf saja, tanpa angka.
    Contoh: Siti Contoh
invalid-name-signs =
    Nama ditulis dengan huruf saja, tanpa gambar atau tanda lain.
    Contoh: Siti Contoh, S.Pd.
invalid-name-short =
    Tolong tulis nama lengkap seperti di KTP.
    Contoh: Siti Contoh
invalid-place-form =
    Tolong tulis nama kota atau kabupaten tempat lahir, seperti di KTP.
    Contoh: Balikpapan
invalid-address-short =
    Alamatnya belum lengkap. Tolong tulis nama jalan dan nomor rumah seperti di KTP.
    Contoh: Jl. Contoh Indah No. 12
invalid-rt-rw-only-rt =
    RW-nya belum ada. Tolong tulis RT dan RW, pisahkan dengan garis miring.
    Contoh: 9/7. Kalau di KTP tidak ada RW, tulis: 9/0
invalid-rt-rw-form =
    Tolong tulis RT dan RW dengan angka, pisahkan dengan garis miring.
    Contoh: 9/7

## Tanggal

invalid-date-form =
    Tolong tulis tanggal, bulan, dan tahun.
    Contoh: 17-8-1990
invalid-date-month =
    Nama bulannya belum kami kenal. Tolong tulis dengan angka.
    Contoh: 17-8-1990
invalid-date-impossible =
    Tanggal itu tidak ada di kalender. Tolong tulis tanggal dulu, lalu bulan, lalu tahun.
    Contoh: 17-8-1990
invalid-date-future =
    Tanggal { $date } belum tiba. Tolong periksa lagi, dan tulis tahunnya lengkap.
    Contoh: 17-8-2015
invalid-since-form =
    Tolong tulis tahunnya saja, atau bulan dan tahun. Kalau sejak lahir, tekan tombolnya.
    Contoh: 2015
doubtful-birth-date-age =
    Kalau lahir tanggal { $date }, umurnya { $age } tahun.
    Apakah tanggal lahir itu sudah benar?
doubtful-issued-on-old =
    Tanggal { $date } lebih tua dari KTP elektronik yang pertama.
    Tanggal terbit ada di KTP sebelah kanan, di bawah foto. Apakah di KTP memang tertulis begitu?

## Nomor HP dan pelat

invalid-phone-letters =
    Nomor HP ditulis dengan angka saja.
    Contoh: 0812 0000 0000
invalid-phone-length =
    Nomor HP ada 10 sampai 13 angka. Yang Anda ketik { $count } angka.
    Contoh: 0812 0000 0000
invalid-phone-form =
    Tolong tulis nomor HP Indonesia, awalnya 08.
    Contoh: 0812 0000 0000
invalid-plate-form =
    Tolong tulis nomor pelat kendaraan, huruf dan angka.
    Contoh: KT 1234 AB
doubtful-plate-unusual =
    Pelat { $plate } tidak seperti biasanya. Contoh yang biasa: KT 1234 AB
    Apakah di kendaraan memang tertulis begitu?

## Penghasilan

invalid-income-form =
    Tolong tulis satu angka: kira-kira berapa penghasilan dalam satu bulan. Kalau tidak tetap, tulis rata-ratanya.
    Contoh: 2,5 juta
invalid-income-range =
    Tolong tulis satu angka saja, yang paling sering.
    Contoh: bukan "2 sampai 3 juta", tetapi 2,5 juta
invalid-income-period =
    Tolong tulis penghasilan untuk satu bulan.
    Contoh: 500 ribu seminggu, jadi kira-kira 2 juta
invalid-income-huge =
    Angkanya terlalu besar. Tolong hitung lagi nolnya.
    Contoh: 3.500.000 atau 3,5 juta
doubtful-income-daily =
    Rp{ $daily } sehari, kalau bekerja 26 hari, menjadi Rp{ $monthly } sebulan.
    Apakah Rp{ $monthly } sebulan sudah benar?
doubtful-income-guess =
    Maksud Anda Rp{ $amount } sebulan, benar?
doubtful-income-low =
    Rp{ $amount } sebulan itu kecil sekali. Kalau maksud Anda juta, tulis misalnya: 1,5 juta
    Apakah Rp{ $amount } sebulan sudah benar?
doubtful-income-high =
    Rp{ $amount } sebulan itu besar. Mungkin nolnya lebih satu.
    Apakah Rp{ $amount } sebulan sudah benar?

## Nomor pendaftaran

invalid-case-number-form =
    Nomor pendaftaran ada { $prefix }, lalu 9 angka.
    Contoh: { $prefix }-25-000042-6
invalid-case-number-check =
    Ada angka yang keliru pada nomor itu. Tolong periksa lagi angkanya, satu per satu.
