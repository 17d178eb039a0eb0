### Kalau ada gangguan.
error-parked = Maaf, ada gangguan di tempat kami. Jawaban Anda yang sudah masuk tetap tersimpan. Petugas sudah diberi tahu (nomor { $number }). Coba lagi sebentar lagi, atau ketik /start.
error-staff = ⚠️ Ada pesan yang belum bisa diproses. Operator: jalankan <code>python -m bot parked</code>.
