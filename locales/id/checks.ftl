### Hasil pemeriksaan aturan: check-<kode>-<hasil>. Hasil: ok = sesuai, look = petugas perlu melihat, stop = tidak bisa.
### Nilai pesan: kalimat pendek di kartu petugas (paling panjang 60 huruf). `.worker`: kalimat untuk pendaftar.

check-area-ok = Alamat di { $area }
    .worker = Alamat di Kota Balikpapan. Sesuai.
check-area-look = Alamat di luar Kota Balikpapan
    .worker = Program ini untuk warga Kota Balikpapan. Petugas akan melihat alamatnya dulu.
check-area-stop = Alamat di luar Kota Balikpapan: tidak bisa
    .worker = Program ini hanya untuk warga dengan alamat KTP di Kota Balikpapan.

check-card-age-ok = KTP terbit { $date }, sudah { $months } bulan
    .worker = KTP sudah berlaku { $months } bulan atau lebih. Sesuai.
check-card-age-look =
    KTP baru, { $date }: { $since ->
        [none] tanyakan sejak kapan tinggal
        [birth] tinggal sejak lahir, { $proof ->
            [there] ada KK/surat
           *[none] tanpa KK/surat
        }
       *[other] tinggal sejak { $since }, { $proof ->
            [there] ada KK/surat
           *[none] tanpa KK/surat
        }
    }
    .worker =
    KTP terbit { $date }, belum { $months } bulan. Tidak apa-apa kalau KTP dicetak ulang. { $proof ->
        [there] KK atau surat pindahnya sudah kami terima.
       *[none] KK atau surat pindah akan membantu.
    }
check-card-age-stop = KTP baru, { $date }, belum { $months } bulan: tidak bisa
    .worker = KTP ini terbit { $date }. Program ini untuk KTP yang sudah berumur { $months } bulan.

check-age-ok = Umur { $age } tahun
    .worker = Umur { $age } tahun. Sesuai.
check-age-look = Umur { $age } tahun, aturannya { $min }–{ $max } tahun
    .worker = Umur { $age } tahun, aturannya { $min } sampai { $max } tahun. Petugas akan melihatnya dulu.
check-age-stop = Umur { $age } tahun, aturannya { $min }–{ $max }: tidak bisa
    .worker = Program ini untuk umur { $min } sampai { $max } tahun pada hari mendaftar. Menurut tanggal lahir yang ditulis, umurnya { $age } tahun.

check-income-ok = Rp{ $income } sebulan, tidak lebih dari UMK
    .worker = Penghasilan tidak lebih dari Rp{ $limit } sebulan. Sesuai.
check-income-look = Rp{ $income } sebulan, di atas UMK Rp{ $limit }
    .worker = Penghasilan di atas batas Rp{ $limit } sebulan. Petugas akan melihatnya dulu.
check-income-stop = Rp{ $income }, di atas UMK Rp{ $limit }: tidak bisa
    .worker = Program ini untuk penghasilan paling banyak Rp{ $limit } sebulan.

check-covered-ok = Mengaku belum punya JKK/JKM
    .worker = Belum punya perlindungan BPJS Ketenagakerjaan. Sesuai.
check-covered-look =
    { $answer ->
        [yes] Sudah punya JKK/JKM: cek ke BPJS
       *[other] Tidak tahu sudah punya JKK/JKM: cek ke BPJS
    }
    .worker = Petugas akan menanyakan ke BPJS Ketenagakerjaan apakah sudah ada perlindungan.
check-covered-stop = Sudah punya JKK/JKM: tidak bisa
    .worker = Program ini untuk orang yang belum punya jaminan kecelakaan kerja (JKK) dan kematian (JKM).

check-nik-birth-date-ok = Tanggal lahir cocok dengan NIK
    .worker = Tanggal lahir cocok dengan NIK.
check-nik-birth-date-look =
    { $date ->
        [none] Tanggal lahir di NIK bukan tanggal: lihat KTP
       *[other] Tanggal lahir beda, di NIK { $date }: lihat KTP
    }
    .worker = Tanggal lahir berbeda dengan yang ada di NIK. Coba periksa lagi keduanya. Kalau di KTP memang begitu, biarkan.
check-nik-birth-date-stop = Tanggal lahir beda dengan NIK: tidak bisa
    .worker = Tanggal lahir dan NIK belum cocok. Tolong periksa lagi keduanya di KTP.

check-nik-sex-ok = Jenis kelamin cocok dengan NIK
    .worker = Jenis kelamin cocok dengan NIK.
check-nik-sex-look =
    { $sex ->
        [L] Jenis kelamin beda, di NIK laki-laki: lihat KTP
        [P] Jenis kelamin beda, di NIK perempuan: lihat KTP
       *[other] Jenis kelamin di NIK tidak jelas: lihat KTP
    }
    .worker = Jenis kelamin berbeda dengan yang ada di NIK. Coba periksa lagi keduanya. Kalau di KTP memang begitu, biarkan.
check-nik-sex-stop = Jenis kelamin beda dengan NIK: tidak bisa
    .worker = Jenis kelamin dan NIK belum cocok. Tolong periksa lagi keduanya di KTP.

check-nik-area-ok = NIK pertama terdaftar di Balikpapan
    .worker = NIK pertama kali terdaftar di Balikpapan.
check-nik-area-look = NIK dari daerah lain atau kode lama ({ $area })
    .worker = NIK pertama kali terdaftar di daerah lain. Itu tidak apa-apa, yang dilihat alamat KTP.
check-nik-area-stop = NIK dari daerah lain ({ $area }): tidak bisa
    .worker = NIK ini pertama kali terdaftar di daerah lain. Tanyakan ke petugas.

check-name-script-look = Ada huruf bukan Latin di nama: lihat KTP
    .worker = Ada huruf yang tidak biasa di nama. Coba ketik ulang nama seperti di KTP.
check-name-script-stop = Ada huruf bukan Latin di nama: tidak bisa
    .worker = Nama perlu ditulis dengan huruf A sampai Z. Tolong ketik ulang seperti di KTP.

check-letter-ok = Surat aplikator ada
    .worker = Surat keterangan aplikator sudah kami terima.
check-letter-look =
    { $state ->
        [later] Surat aplikator menyusul
       *[other] Surat aplikator belum ada
    }
    .worker = Surat keterangan dari aplikator belum ada. Anda bisa mengirimnya nanti.
check-letter-stop = Surat aplikator belum ada: tidak bisa
    .worker = Surat keterangan dari aplikator belum ada. Tolong kirim suratnya dulu.

check-fisher-document-ok = Kartu KUSUKA atau surat nelayan ada
    .worker = Kartu KUSUKA atau surat nelayan sudah kami terima.
check-fisher-document-look =
    { $state ->
        [later] Kartu KUSUKA atau surat nelayan menyusul
       *[other] Kartu KUSUKA atau surat nelayan tidak ada
    }
    .worker = Kartu KUSUKA belum ada. Surat dari kelompok nelayan atau lurah juga membantu. Anda bisa mengirimnya nanti.
check-fisher-document-stop = Kartu KUSUKA atau surat nelayan belum ada: tidak bisa
    .worker = Kartu KUSUKA belum ada. Tolong kirim kartunya, atau surat dari kelompok nelayan atau lurah.

check-group-letter-ok = Surat kelompok tani ada
    .worker = Surat kelompok tani sudah kami terima.
check-group-letter-look =
    { $state ->
        [later] Surat kelompok tani menyusul
       *[other] Surat kelompok tani tidak ada
    }
    .worker = Surat kelompok tani belum ada. Anda bisa mengirimnya nanti.
check-group-letter-stop = Surat kelompok tani belum ada: tidak bisa
    .worker = Surat kelompok tani belum ada. Tolong kirim suratnya dulu.
