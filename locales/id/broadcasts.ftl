### /siaran di grup petugas: satu pesan untuk banyak orang.
cast-ask-words = 📣 <b>Siaran baru.</b> Balas pesan ini dengan isi pesannya. Boleh pakai huruf tebal, tautan, dan satu gambar. Tulis singkat dan ramah, dengan "Anda".
cast-ask-number = Pesan ini akan dikirim ke <b>{ $people } orang</b>, { $when }. Kalau sudah yakin, balas pesan ini dengan angkanya saja: <b>{ $people }</b>
cast-one-picture = Satu gambar saja, ya. Kirim lagi gambarnya sendiri, dengan isi pesan sebagai keterangannya.
cast-not-words = Yang bisa dikirim: tulisan, atau satu gambar dengan keterangan. Balas lagi pesan tadi.
cast-too-long = Pesannya terlalu panjang. Tulisan paling banyak 4096 huruf, keterangan gambar 1024. Balas lagi dengan yang lebih pendek.
cast-number-wrong = Angkanya belum cocok, jadi belum ada yang dikirim. Balas pesan tadi dengan angka <b>{ $people }</b>, atau tekan <b>Atur lagi</b>.
cast-reply-late = Pesan ini sudah tidak menunggu balasan. Mulai yang baru dengan /siaran.

cast-shell = operator
cast-writing =
    📣 <b>Siaran { $id }</b> oleh { $officer }, belum dikirim

    👥 Untuk: <b>{ $audience }</b>
    🔘 Tombol: { $button }
    🕓 Dikirim: { $when }
    🧪 Uji coba: { $tried }

    Penerima sekarang: <b>{ $people } orang</b>, kira-kira { $minutes } menit. Yang memblokir bot dan yang minta berhenti tidak dihitung.
cast-at-once = begitu dipastikan
cast-tried = ✅ sudah
cast-not-tried = belum
cast-head = 📣 <b>Siaran { $id }</b> oleh { $officer }
cast-to = 👥 { $audience }
cast-confirming = ✍️ Menunggu angka <b>{ $people }</b> sebagai balasan di bawah.
cast-second = ✋ Dipastikan { $officer } untuk <b>{ $people } orang</b>. Sebanyak ini perlu <b>admin lain</b> yang menyetujui.
cast-scheduled = 🕓 Dikirim { $at }, kira-kira ke { $people } orang. Penerima dihitung lagi saat dikirim. Pukul 20 sampai 7 tidak ada yang dikirim.
cast-unsent-cancelled = 🗑️ Tidak jadi dikirim.
cast-unsent-paused = ⏸ Waktunya terlewat karena bot sedang mati. Masih perlu dikirim? Tekan <b>Lanjut</b>.
cast-running = 📤 <b>Sedang dikirim</b>
cast-paused = ⏸ <b>Dijeda</b>
cast-cancelled = ✖️ <b>Dibatalkan.</b> Sisanya tidak dikirim.
cast-done = ✅ <b>Selesai</b>
cast-recalling = ↩️ <b>Sedang ditarik kembali</b>
cast-recalled = ↩️ <b>Sudah ditarik kembali</b>
cast-counts = ✅ { $sent } dari { $whole } sampai · 🚫 { $unreachable } memblokir bot · ⚠️ { $failed } gagal · ❔ { $unknown } belum pasti · ✖️ { $dropped } tidak dikirim
cast-pace = ⏱ { $rate } per detik, kira-kira { $minutes } menit lagi
cast-pace-none = ⏱ Menunggu giliran. Jawaban untuk pekerja selalu didahulukan.
cast-taken-back = 🗑️ { $gone } dihapus, { $waiting } menunggu, { $stay } tidak bisa dihapus

audience-everybody = semua orang
audience-sector = 👥 Kelompok
    .ask = Kelompok yang mana? Yang belum mengirim formulir dikenal dari tautan yang membawanya ke bot.
audience-stands = 📌 Keadaan
    .ask = Orang yang sedang di tahap mana?
audience-kecamatan = 📍 Kecamatan
    .ask = Kecamatan yang mana? Tempat tinggal baru diketahui setelah formulir dikirim.
audience-all-sector = Semua kelompok
audience-all-stands = Semua keadaan
audience-all-kecamatan = Semua kecamatan
audience-stands-not-registered = Belum daftar
audience-stands-unfinished = Formulir belum dikirim
audience-stands-sent-back = Perlu perbaikan
audience-stands-waiting = Sedang diperiksa
audience-stands-approved = Disetujui
audience-stands-waitlisted = Daftar tunggu
audience-stands-refused = Ditolak

cast-pick-button = 🔘 Tombol
    .ask = Tombol di bawah pesan membuka apa?
cast-pick-time = 🕓 Waktu
    .ask = Dikirim kapan? Pukul 20 sampai 7 tidak ada yang dikirim.
cast-time-now = Sekarang
cast-time-today = Hari ini 16:00
cast-time-tomorrow = Besok 08:00
cast-show-button = ↩️ Kembali
cast-trial-button = 🧪 Coba kirim ke saya
cast-rewrite-button = ✏️ Ganti isi
cast-send-button = ✅ Kirim …
cast-drop-button = 🗑️ Buang
cast-back-button = ↩️ Atur lagi
cast-agree-button = ✅ Setuju, kirim
cast-pause-button = ⏸ Jeda
cast-resume-button = ▶️ Lanjut
cast-cancel-button = ✖️ Batalkan
cast-cancel-yes-button = ✖️ Ya, batalkan
cast-recall-button = ↩️ Tarik kembali
cast-recall-yes-button = ↩️ Ya, tarik kembali
cast-unknown-button = ❔ Belum pasti
cast-report-button = 📊 Laporan
cast-cancel-sure = Batalkan siaran { $id }? { $sent } orang sudah menerimanya dan tetap menyimpannya. Sisanya tidak dikirim. Sementara Anda memilih, pengiriman berhenti dulu.
cast-recall-sure = Tarik kembali siaran { $id } dari { $sent } orang? Pesannya dihapus dari chat mereka, selama umurnya belum 2 hari. Yang sudah terbaca tentu tetap terbaca.

cast-changed = Keadaannya baru saja berubah. Lihat pesan siarannya, lalu tekan lagi bila masih perlu.
cast-no-button = Tombol ini tidak berlaku lagi. Mulai yang baru dengan /siaran.
cast-sample = Ini contoh. Di chat penerima, tombol ini membuka langkah berikutnya.
cast-time-over = Waktu itu sudah lewat. Pilih yang lain.
cast-trial-start-first = Buka dulu chat pribadi Anda dengan bot ini dan tekan MULAI, lalu coba lagi.
cast-trial-sent = Terkirim. Lihat di chat pribadi Anda dengan bot ini.
cast-nobody = Belum ada yang cocok dengan pilihan ini. Pilih kelompok atau keadaan lain.
cast-night = Sekarang sudah malam. Sisanya dikirim besok mulai pukul 7 pagi.
cast-second-is-first = Anda yang memastikan angkanya. Yang menyetujui harus admin lain.
cast-confirmed-second = 👍 Angkanya cocok. Sekarang admin lain perlu menekan <b>Setuju, kirim</b>.
cast-confirmed-scheduled = 👍 Angkanya cocok. Dikirim { $at }.
cast-confirmed-running = 👍 Angkanya cocok. Pengiriman dimulai.
cast-unknown-none = Tidak ada yang belum pasti: semua sudah jelas sampai atau tidak.
cast-unknown-head = ❔ Siaran { $id }: { $count } orang belum pasti menerima, karena jawaban Telegram hilang di jalan. Bot tidak mengirim lagi, supaya tidak ada yang menerima dua kali. Nomor pendaftaran mereka, kalau sudah ada:
cast-report-title = Siaran { $id }
cast-report = 📊 <b>Siaran { $id }</b>
cast-report-people = orang
cast-bar-sent = Sampai
cast-bar-unreachable = Memblokir bot
cast-bar-failed = Gagal
cast-bar-unknown = Belum pasti
cast-bar-dropped = Tidak dikirim
cast-bar-pressed = Menekan tombol
