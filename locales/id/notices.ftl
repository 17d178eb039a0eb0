### Kabar keputusan untuk pekerja. .next: langkah berikutnya.
notice-approve = ✅ <b>Pendaftaran { $number } disetujui.</b>
    Nama: { $name }. Sudah diperiksa { $agency }.
    .next = <b>Berikutnya:</b> nama { $name } diusulkan masuk daftar peserta kota. Perlindungan <b>belum mulai</b>. Mulainya setelah daftar kota ditetapkan dan BPJS Ketenagakerjaan memastikan, rencananya { $cover }.
notice-waitlist = 🕓 <b>Pendaftaran { $number } disetujui, tetapi semua tempat sedang terisi.</b>
    Nama: { $name }. Sudah diperiksa { $agency }.
    Nomor tunggu Anda: <b>{ $place }</b>.
    .next = <b>Berikutnya:</b> Anda tidak perlu melakukan apa-apa. Kalau ada tempat kosong untuk { $name }, kami beri tahu di sini. Yang berkasnya lebih dulu lengkap didahulukan, jadi nomor tunggu bisa berubah. Nomor terbaru ada di /status. Perlindungan <b>belum mulai</b>.
notice-promote = ✅ <b>Ada tempat untuk pendaftaran { $number }. Pendaftaran ini disetujui.</b>
    Nama: { $name }. Sudah diperiksa { $agency }.
    .next = <b>Berikutnya:</b> nama { $name } diusulkan masuk daftar peserta kota. Perlindungan <b>belum mulai</b>. Mulainya setelah daftar kota ditetapkan dan BPJS Ketenagakerjaan memastikan, rencananya { $cover }.
notice-insurer-refuse = ✖️ <b>Pendaftaran { $number } belum diterima BPJS Ketenagakerjaan.</b>
    Nama: { $name }. Kabar ini disampaikan { $agency }.
    .next = <b>Berikutnya:</b> datang ke kantor { $agency } dan bawa KTP serta nomor ini. Petugas membantu mencari jalannya. Anda juga boleh mendaftar lagi.
notice-reject = ✖️ <b>Pendaftaran { $number } belum bisa diterima.</b>
    Nama: { $name }. Diperiksa { $agency }.
    .next = <b>Berikutnya:</b> kalau menurut Anda ini keliru, datang ke kantor { $agency } dan bawa KTP serta nomor ini. Anda juga boleh mendaftar lagi.
notice-uphold = ✖️ <b>Keberatan untuk { $number } sudah diperiksa petugas lain. Keputusannya tetap: belum bisa diterima.</b>
    Nama: { $name }. Diperiksa { $agency }.
    .next = <b>Berikutnya:</b> ini keputusan terakhir untuk nomor ini. Kalau masih ada yang ingin dijelaskan, datang ke kantor { $agency } dan bawa KTP serta nomor ini. Anda juga boleh mendaftar lagi.
notice-objection-heard = 🙋 Keberatan Anda sudah diperiksa petugas lain.
notice-may-object = Menurut Anda keputusan ini keliru? Anda boleh mengajukan keberatan satu kali, sampai { $until }.
notice-reopen = 🔓 <b>Pendaftaran { $number } dibuka lagi.</b>
    Nama: { $name }. Diperiksa { $agency }.
    .next = Petugas memeriksanya sekali lagi. Anda tidak perlu berbuat apa-apa. Tunggu kabar dari kami di sini, ya.
notice-send-back = ✏️ <b>Pendaftaran { $number } perlu diperbaiki sedikit.</b>
    Nama: { $name }. Diperiksa { $agency }. Tidak perlu mengulang dari awal.
    .next = Tekan tombol di bawah. Kami hanya menanyakan yang perlu diperbaiki.
notice-expire = ⌛ <b>Pendaftaran { $number } ditutup.</b>
    Nama: { $name }. Perbaikannya belum kami terima, dan waktunya sudah lewat.
    .next = <b>Berikutnya:</b> Anda boleh mendaftar lagi selama pendaftaran dibuka. Perlu bantuan? Datang ke kantor { $agency } dan bawa KTP.
notice-marked = <b>Yang perlu diperbaiki:</b>
notice-reasons = <b>Alasannya:</b>
notice-note = Pesan petugas: “{ $note }”
