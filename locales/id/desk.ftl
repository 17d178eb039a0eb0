### Perintah di grup petugas: antrean, mencari, catatan, menunda.
desk-anonymous = Tulis sebagai diri sendiri, bukan sebagai admin anonim atau channel, supaya tercatat siapa yang memintanya.
desk-not-member = Perintah ini hanya untuk anggota grup petugas.
desk-try-again = Keanggotaan Anda belum bisa dicek. Coba kirim lagi sebentar lagi.
desk-unknown = Tombol ini tidak berlaku lagi. Mulai lagi dengan /antrian.
desk-no-case = Nomor { $number } belum ada di pendaftaran. Coba periksa lagi nomornya.
desk-other-agency = { $number } ada di dinas lain, jadi tidak ditampilkan di grup ini.
desk-comes = { $number } dipasang di bawah sebentar lagi.
card-moved-down = Kartu ini sudah dipasang lagi di bawah.
card-moved-away = Kartu ini sudah pindah ke grup atau topik lain.

queue-free-head = ⏳ <b>Menunggu: { $count }</b>, yang paling lama di atas.
queue-free-empty = 👍 Tidak ada yang menunggu.
queue-held-head = ⏸ <b>Ditunda: { $count }</b>
queue-held-empty = Tidak ada yang ditunda.
queue-very-many = lebih dari { $most }
queue-line = <code>{ $number }</code> · { $state }
    { $sector } · { $age }
queue-waiting = ⏳ menunggu
queue-claimed = ✋ { $officer }
queue-held = ⏸ sampai { $until }
queue-second = 1️⃣ menunggu petugas kedua
queue-objected = 🙋 keberatan, untuk admin grup
queue-minutes = { $count } menit
queue-hours = { $count } jam
queue-days = { $count } hari
queue-to-held = ⏸ Ditunda ({ $count })
queue-to-free = ⏳ Yang menunggu

told-head = 📜 <b>Riwayat { $number }</b>
told-cut = … { $count } langkah sebelumnya tidak muat
told-line = { $at } – { $who } { $what }
told-by-worker = Pekerja
told-by-time = Otomatis:
told-send = mengirim pendaftaran
told-claim = mengambil kartu
told-release = melepas kartu
told-free = membebaskan kartu
told-from = dari { $officer }
told-lapse = kartu bebas lagi, waktunya habis
told-pass-on = mengalihkan
told-hold = menunda
told-first-approve = menyetujui, menunggu petugas kedua
told-approve = menyetujui
told-waitlist = menyetujui, masuk daftar tunggu
told-promote = dapat tempat, jadi disetujui
told-insurer-refuse = mencatat penolakan BPJS Ketenagakerjaan
told-reject = menolak
told-reopen = membuka lagi
told-send-back = minta perbaikan
told-mend = mengirim perbaikan
told-supplement = mengirim surat susulan
told-warn = memberi tahu pekerja bahwa perbaikannya ditunggu
told-expire = menutup, karena pekerja tidak menjawab
told-withdraw = membatalkan
told-object = mengajukan keberatan
told-uphold = memeriksa keberatan, tetap menolak
told-amend = mengubah data setelah disetujui
told-note = mencatat
told-asked = bertanya: “{ $words }”
told-answered = menjawab: “{ $words }”
told-not-double = menyatakan bukan ganda
told-other = dengan { $number }
told-read-pages = melihat dokumen ({ $count } halaman)
told-read-unsent = belum menerima dokumen yang diminta ({ $count } halaman)
told-answers = bagian: { $what }
told-reasons = alasan: { $reasons }
told-to = ke { $agency }
told-until = sampai { $day }
told-text = 📝 { $text }

search-head = 🔍 <b>Ketemu { $count }</b>, yang terbaru di atas.
search-hit = <code>{ $number }</code> · <b>{ $name }</b>
    NIK { $nik } · { $sector }
    { $state } · dikirim { $day }
search-more = Masih ada lagi. Persempit pencariannya: tambah satu kata dari namanya, atau 4 angka terakhir NIK. Yang tampil { $most } terbaru.
search-none = Belum ketemu. Coba sebagian namanya saja, 4 angka terakhir NIK atau nomor HP, atau nomor pendaftaran.
search-waiting = ⏳ menunggu
search-claimed = ✋ sedang diperiksa
search-sent-back = 🔁 menunggu perbaikan
search-approved = ✅ disetujui
search-waitlisted = 🕓 disetujui, daftar tunggu
search-insurer-refused = 🏥 ditolak BPJS Ketenagakerjaan
search-rejected = ❌ ditolak
search-objected = 🙋 keberatan, menunggu admin grup
search-expired = ⌛ ditutup otomatis
search-withdrawn = ✖️ dibatalkan

note-taken = 📝 Dicatat untuk { $number }. Pekerja tidak membacanya.
note-empty = Tulis catatannya setelah perintah, misalnya: /catatan { $number } menunggu surat RT
note-too-long = Catatan ini terlalu panjang. Paling banyak { $most } huruf.
card-notes = 📝 { $count } catatan, baca dengan /kasus

hold-ask = Tunda { $number } sampai kapan? Bisa juga tulis tanggal dan alasannya: /tunda { $number } 3-12-2025 menunggu surat
hold-days = { $days ->
        [1] Besok
       *[other] { $days } hari
    }
hold-done = ⏸ <b>{ $number }</b> ditunda sampai { $until } oleh { $officer }. Petugas mana pun boleh mengambilnya lebih cepat.
hold-why = Mau mencatat alasannya? Balas pesan ini dengan /catatan lalu alasannya.
hold-not-open = { $number } tidak sedang menunggu petugas, jadi tidak perlu ditunda.
press-ok-hold = Ditunda. Kartunya kembali ke antrean pada hari itu.
card-held = ⏸ Ditunda sampai { $until } oleh { $officer }
card-held-why = Alasan menunda: { $why }

reopen-why = Tulis alasannya setelah nomor, misalnya: /buka { $number } salah lihat tanggal lahir. Pekerja tidak membacanya.
reopen-not-closed = { $number } tidak sedang ditolak atau ditutup, jadi tidak perlu dibuka lagi.
press-ok-reopen = 🔓 { $number } dibuka lagi. Kartunya segera dipasang di bawah, dan pekerja diberi tahu.

### Papan kartu: yang belum punya kartu.
board-line = 📥 <b>Masih { $count } pendaftaran tanpa kartu</b>, yang paling lama dikirim { $since }.
    Setiap kali satu kartu selesai, yang paling lama muncul sendiri.
board-empty = 📥 Semua pendaftaran yang menunggu sudah punya kartu.
board-next = ▶️ Berikutnya
board-nobody = Tidak ada lagi yang menunggu. Semua sudah punya kartu.
