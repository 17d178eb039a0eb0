### Alasan siap pakai. Nilai: kalimat untuk pekerja. .staff: tulisan singkat di tombol petugas.
reason-not-balikpapan = Alamat di KTP bukan Kota Balikpapan. Program ini hanya untuk warga ber-KTP Balikpapan.
    .staff = KTP bukan Balikpapan
reason-too-old = Umurnya di luar batas program.
    .staff = Umur di luar batas
reason-income-over = Penghasilannya di atas batas program.
    .staff = Penghasilan di atas batas
reason-covered = Sudah terdaftar di BPJS Ketenagakerjaan.
    .staff = Sudah punya JKK/JKM
reason-not-worker = Pekerjaannya belum bisa dipastikan dari surat yang dikirim.
    .staff = Pekerjaan tidak terbukti
# Bukan "sudah terdaftar": orang lain yang mengetik NIK ini tidak boleh tahu.
reason-double = Data ini perlu dicek langsung. Datang ke kantor dan bawa KTP asli, ya.
    .staff = Pendaftaran ganda
reason-not-true = Data yang ditulis tidak cocok dengan KTP atau surat.
    .staff = Data tidak benar
reason-photo-unreadable = Fotonya kurang jelas. Coba foto lagi di tempat terang, tanpa lampu kilat.
    .staff = Foto tidak terbaca
reason-photo-cut-off = Fotonya terpotong. Pastikan seluruh kartu atau surat kelihatan.
    .staff = Foto terpotong
reason-wrong-document = Dokumen yang dikirim bukan yang diminta.
    .staff = Dokumen salah
reason-data-differ = Tulisan di formulir tidak sama dengan di KTP. Coba cocokkan lagi.
    .staff = Data beda dengan KTP
reason-letter-old = Suratnya sudah lama atau tidak lengkap. Minta surat yang baru, ya.
    .staff = Surat lama/tidak lengkap
