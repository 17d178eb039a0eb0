"""What do the two rivals say after each of the six answers? Texts as long as Lindung's."""

QUESTIONS = (
    "Langkah 5 dari 18\n\nSiapa nama lengkapnya?\nKetik sama seperti di KTP.\n\nContoh: Budi Contoh",
    "Langkah 6 dari 18\n\nDi kota mana lahirnya?\nKetik sama seperti di KTP.\n\nContoh: Balikpapan",
    "Langkah 7 dari 18\n\nTanggal berapa lahirnya?\nKetik tanggal, bulan, tahun.\n\nContoh: 17-8-1990",
    "Langkah 8 dari 18\n\nLaki-laki atau perempuan?",
    "Langkah 9 dari 18\n\nApa alamatnya?\nKetik nama jalan dan nomor rumah.\n\nContoh: Jl. Contoh Indah No. 12",
    "Langkah 10 dari 18\n\nBerapa RT dan RW-nya?\nKetik dua angka.\n\nContoh: 9/7",
)
