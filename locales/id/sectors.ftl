### Nama kelompok pekerja.
sector-ojol = 🛵 Ojek online
    .list = Ojek online
sector-pangkalan = 🏍️ Ojek pangkalan
    .list = Ojek pangkalan
sector-nelayan = 🎣 Nelayan
    .list = Nelayan
sector-petani = 🌾 Petani
    .list = Petani
sector-pedagang = 🛒 Pedagang / usaha kecil
    .list = Pedagang / usaha kecil
sector-lainnya = 🧰 Pekerja lainnya
    .list = Pekerja lainnya
