### python -m bot rules: aturan yang berlaku dengan kata-kata biasa, dan apa yang berubah dengan berkas program lain.
### rule-<kode>: aturannya; .name: namanya.
rules-head = Aturan { $version }: { $name }
rules-line = { $name } ({ $code }): { $says }
rules-source = Kalau tidak cocok: { $then }. Sumber: { $source }.
rules-then-look = petugas yang melihat dan memutuskan
rules-then-stop = formulir berhenti, dan pekerja diberi tahu saat itu juga

rule-area = alamat di KTP ada di { $city }. Angka depan NIK tidak dipakai.
    .name = Alamat
rule-card-age = pada { $date } KTP sudah berumur { $months } bulan kalender. KTP yang lebih baru bisa cetak ulang: pekerja ditanya sejak kapan tinggal di sini, dan boleh mengirim KK atau surat pindah.
    .name = Umur KTP
rule-age = { $min } sampai { $max } tahun, dihitung genap pada hari mendaftar.
    .name = Umur
rule-income = paling banyak UMK { $year }, Rp{ $limit } sebulan. Sama dengan UMK masih boleh.
    .name = Penghasilan
rule-covered = belum punya JKK/JKM. Yang menjawab tidak tahu selalu dilihat petugas.
    .name = Sudah terlindungi
rule-nik-birth-date = tanggal lahir sama dengan yang ada di dalam NIK.
    .name = NIK dan tanggal lahir
rule-nik-sex = jenis kelamin sama dengan yang ada di dalam NIK.
    .name = NIK dan jenis kelamin
rule-nik-area = NIK pertama kali terdaftar di { $city }, dengan kode kecamatan yang sekarang.
    .name = Kode daerah NIK
rule-name-script = nama ditulis dengan huruf Latin.
    .name = Huruf nama
rule-letter = surat keterangan mitra dari aplikator ada, untuk pekerjaan yang memintanya.
    .name = Surat aplikator
rule-fisher-document = kartu KUSUKA atau surat nelayan ada, untuk pekerjaan yang memintanya.
    .name = Surat nelayan
rule-group-letter = surat kelompok tani ada, untuk pekerjaan yang memintanya.
    .name = Surat kelompok tani

severity-ok = cocok
severity-look = perlu dilihat
severity-stop = berhenti
severity-none = tidak diperiksa

preview-head = Aturan sekarang { $old }, berkas baru { $new } ({ $path }).
preview-same-version = Perhatian: isinya berbeda, tetapi version masih { $version }. Ganti dulu version-nya.
preview-cases = Pendaftaran yang belum diputuskan: { $count }.
preview-line = • { $name }: { $before } → { $after }, { $count } pendaftaran
preview-window = • Pembukaan { $window } tidak ada di berkas baru, padahal { $count } pendaftaran memakainya. Biarkan pembukaan itu di berkas.
preview-sum = Hasilnya berbeda untuk { $changed } pendaftaran. Yang sekarang jalan dan dengan aturan baru berhenti: { $stopped }.
preview-nothing = Tidak ada hasil pemeriksaan yang berbeda.
preview-foot = Tidak ada yang disimpan. Kartu yang sudah ada tetap memakai hasil saat dikirim; formulir yang belum dikirim langsung memakai aturan baru.
