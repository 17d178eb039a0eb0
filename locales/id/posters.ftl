### Poster A4 dengan kode QR. Kalimat pendek dan besar; tanpa gambar huruf (emoji), karena tidak bisa dicetak.
poster-title = Kerja sendiri? Daftar di sini.
poster-below = Jaminan kecelakaan kerja dan kematian. Gratis.
poster-whom = Untuk ojek, nelayan, petani, pedagang, dan pekerja lain
poster-whose = ber-KTP { $city } yang memenuhi syarat
poster-step-1 = 1. Arahkan kamera HP ke kotak di atas.
poster-step-2 = 2. Buka tautannya di Telegram, tekan Mulai.
poster-step-3 = 3. Jawab pertanyaan, kirim foto KTP.
poster-by-hand = Kamera tidak bisa? Cari di Telegram: @{ $bot }
poster-warning = Kami tidak pernah minta OTP, PIN, atau uang.
poster-place = { $place }
poster-kelurahan = Kelurahan { $name }
