### Nama kelompok pekerja.
sector-ojol = 🛵 Ojek online
sector-pangkalan = 🏍️ Ojek pangkalan
sector-nelayan = 🎣 Nelayan
sector-petani = 🌾 Petani
sector-pedagang = 🛒 Pedagang / usaha kecil
sector-lainnya = 🧰 Pekerja lainnya
