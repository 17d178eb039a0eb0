### Pengingat: kapan pendaftaran dibuka dan ditutup, formulir yang belum selesai, dan cara berhenti diingatkan.
button-remind-me = 🔔 Ingatkan saya
button-remind-stop = 🔕 Berhenti diingatkan
command-ingatkan = Minta diingatkan
command-berhenti = Berhenti diingatkan

remind-on = 🔔 <b>Baik, kami ingatkan.</b>
    Sebelum pendaftaran dibuka dan ditutup, dan kalau formulir Anda belum selesai. Paling banyak satu kali sehari, tidak pernah malam.

    { $dates }

    Mau berhenti? Ketik /berhenti kapan saja.
remind-off = 🔕 <b>Baik, kami tidak mengingatkan lagi.</b>
    Kabar tentang pendaftaran Anda sendiri tetap kami kirim. Mau diingatkan lagi? Ketik /ingatkan atau tekan tombol di bawah.

remind-today = hari ini
remind-tomorrow = besok
remind-in-days = { $days } hari lagi

remind-opening = 📅 <b>Pendaftaran dibuka { $when }.</b>
    Mulai { $opens }, sampai { $closes }. Gratis.
remind-opening-unsure = 📅 <b>Pendaftaran rencananya dibuka bulan { $month }.</b>
    Tanggal pastinya belum diumumkan. Begitu dibuka, Anda kami beri tahu.
remind-tip-papers = Siapkan dari sekarang: KTP, dan surat dari aplikator atau kelompok kalau pekerjaan Anda memerlukannya. Mengurus surat bisa makan waktu.
remind-tip-terms = Belum yakin memenuhi syarat? Ketik /syarat: lima tombol, tanpa mengetik.
remind-tip-form = Formulir boleh diisi dulu, kira-kira 10 menit. Waktu pendaftaran dibuka, Anda tinggal mengirim.
remind-tip-photo = Coba foto KTP di tempat terang, tanpa lampu kilat. Formulir boleh diisi dulu, dikirimnya waktu sudah dibuka.
remind-tip-eve = Sudah mengisi formulir? Tinggal dikirim waktu pendaftaran dibuka. Belum? Sekarang juga masih sempat.

remind-open = 🟢 <b>Pendaftaran sudah dibuka.</b>
    Sampai { $closes }. Gratis, kira-kira 10 menit, boleh berhenti dan lanjut lagi.
remind-open-unsure = 🟢 <b>Pendaftaran sudah dibuka.</b>
    Rencananya sampai { $closes }, tanggal ini masih bisa berubah. Gratis, kira-kira 10 menit, boleh berhenti dan lanjut lagi.
remind-draft-open = 🟢 <b>Pendaftaran sudah dibuka.</b>
    Formulir Anda masih tersimpan. Sekarang sudah bisa dikirim, sampai { $closes }.
remind-draft-open-unsure = 🟢 <b>Pendaftaran sudah dibuka.</b>
    Formulir Anda masih tersimpan. Sekarang sudah bisa dikirim. Rencananya sampai { $closes }, tanggal ini masih bisa berubah.

remind-closing = ⏳ <b>Pendaftaran ditutup { $when }.</b>
    Hari terakhir { $closes }. Anda belum mendaftar. Gratis, kira-kira 10 menit.
remind-closing-unsure = ⏳ <b>Pendaftaran rencananya ditutup { $when }.</b>
    Rencana hari terakhir { $closes }, tanggal ini masih bisa berubah. Anda belum mendaftar. Gratis, kira-kira 10 menit.
remind-draft-closing = ⏳ <b>Formulir Anda belum dikirim. Pendaftaran ditutup { $when }.</b>
    Hari terakhir { $closes }. Jawaban Anda masih tersimpan, tinggal dilanjutkan.
remind-draft-closing-unsure = ⏳ <b>Formulir Anda belum dikirim. Pendaftaran rencananya ditutup { $when }.</b>
    Rencana hari terakhir { $closes }, tanggal ini masih bisa berubah. Jawaban Anda masih tersimpan, tinggal dilanjutkan.

remind-draft = ✍️ <b>Formulir Anda belum selesai.</b>
    Anda berhenti di: <b>{ $where }</b>. Jawaban sebelumnya masih tersimpan.
remind-draft-ready = ✍️ <b>Formulir Anda sudah lengkap, tinggal dikirim.</b>
    Lihat sekali lagi, lalu tekan tombol kirim.
remind-sent-back = ✏️ <b>Pendaftaran { $number } menunggu perbaikan dari Anda.</b>
    Tidak perlu mengulang dari awal. Kami hanya menanyakan yang perlu diperbaiki.
remind-letter = 📎 <b>Surat untuk pendaftaran { $number } belum kami terima.</b>
    Kalau suratnya sudah ada, kirim fotonya lewat tombol di bawah.
remind-cover = 🗓️ <b>Masa perlindungan direncanakan sampai { $cover }.</b>
    Ini berlaku kalau nama Anda masuk daftar kota dan sudah dipastikan BPJS Ketenagakerjaan. Perlindungan tidak diperpanjang sendiri lewat bot ini. Lihat kabar pendaftaran Anda di bawah.
remind-covered = 🗓️ <b>Masa perlindungan tercatat sampai { $cover }.</b>
    Begitu menurut daftar peserta dari kota. Perlindungan tidak diperpanjang sendiri. Untuk masa berikutnya, daftar lagi waktu pendaftaran dibuka.

missing-head = 📭 <b>Siapa yang tidak terjangkau bot</b>
    Bot hanya bisa menulis kepada orang yang pernah menekan Mulai. Yang belum pernah: ajak lewat poster, pangkalan, atau kelurahan.

    Pernah menekan Mulai: <b>{ $known }</b>, minta diingatkan: <b>{ $asked }</b>
    🚫 Memblokir bot, atau akunnya hilang: <b>{ $blocked }</b>
    🔕 Tidak mau diingatkan (kabar keputusan tetap sampai): <b>{ $off }</b>
missing-old = 📋 <b>Peserta lama yang belum terhubung dengan bot: { $count }</b>
    Belum ada formulir atau nomor HP dari mereka, jadi bot belum tahu chat mereka. Poster di kelurahan ini paling berguna:
missing-places = <b>Menurut kelurahan di pendaftaran atau formulirnya</b>
missing-line = { $name }: 🚫 { $blocked }, 🔕 { $off }
missing-nowhere = Belum diketahui, atau di luar kota
missing-sources = <b>Datang dari mana</b> (tautan dan poster)
missing-source = { $name }: { $count }
missing-source-rest = tautan lain: { $count }
missing-source-none = tanpa tautan: { $count }
