### Daftar untuk BPJS: /ekspor di grup petugas, dan keadaan pendaftaran di daftarnya.
export-nobody = Belum ada yang disetujui di pendaftaran kali ini, jadi daftarnya masih kosong. Coba lagi setelah ada yang disetujui.
export-too-many = Daftarnya lebih dari { $most } orang, terlalu panjang untuk dikirim lewat sini. Minta operator membuatnya dengan <code>python -m bot export</code>.
export-start-first = { $officer }, daftarnya hanya dikirim ke chat pribadi Anda dengan bot, dan chat itu belum dibuka.

    1. Tekan tombol di bawah, lalu tekan <b>MULAI</b>.
    2. Kembali ke sini, lalu ketik lagi /ekspor.
export-sent = 📄 Daftar { $count } orang yang disetujui dikirim ke chat pribadi { $officer }.
export-failed = { $officer }, maaf, daftarnya belum bisa dikirim. Ketik lagi /ekspor sebentar lagi.
export-changed = { $officer }, daftarnya tidak jadi dikirim, karena sementara itu ada yang berubah. Ketik lagi /ekspor kalau masih perlu.
export-caption = 📄 <b>Daftar { $count } orang yang disetujui</b>
    Simpan sekarang di komputer kantor: pesan ini terhapus sendiri { $minutes } menit lagi. File ini bisa disimpan dan diteruskan, jadi Anda yang menjaganya. Isinya NIK, alamat, dan nomor HP orang: kirim hanya kepada yang berhak. Tercatat bahwa Anda mengambilnya.
export-file = daftar-disetujui-{ $day }.xlsx

list-state-waiting = menunggu
list-state-claimed = sedang diperiksa
list-state-sent-back = menunggu perbaikan
list-state-approved = disetujui
list-state-waitlisted = daftar tunggu
list-state-insurer-refused = ditolak BPJS Ketenagakerjaan
list-state-rejected = ditolak
list-state-objected = keberatan
list-state-expired = ditutup otomatis
list-state-withdrawn = dibatalkan
