### Batas waktu: pengingat untuk grup, kabar untuk pekerja.
late-head = ⏰ <b>{ $count } pendaftaran menunggu lebih dari { $hours } jam:</b>
late-line = <code>{ $number }</code> · { $sector } · { $age }
late-more = … dan { $count } lagi. Semuanya ada di /antrian.
late-supervisors = 🔔 { $count } di antaranya lebih dari { $hours } jam. Admin grup, mohon dibantu:

patience = ⏳ <b>Pendaftaran { $number } masih menunggu.</b>
    Nama: { $name }. Pemeriksaan di { $agency } kali ini lebih lama dari biasanya, maaf.

    Anda tidak perlu mengirim ulang, urutannya tetap. Begitu ada kabar, kami beri tahu di sini.

morning-head = 🌅 <b>Selamat pagi! Ringkasan { $day }</b>
morning-waiting = ⏳ Menunggu petugas: <b>{ $count }</b>. Yang paling lama { $age }: <code>{ $number }</code>
morning-nobody = 👍 Tidak ada yang menunggu petugas.
morning-held = ⏸ Ditunda: { $count }
morning-objected = 🙋 Keberatan, untuk admin grup: { $count }
morning-sent-back = ✏️ Menunggu perbaikan dari pekerja: { $count }
morning-decided = Kemarin: ✅ { $approved } disetujui, ❌ { $rejected } ditolak, 🔁 { $returned } diminta diperbaiki
morning-title = Ringkasan { $day }
morning-note = { $count } menunggu
morning-part-waiting = Menunggu petugas
morning-part-sent-back = Menunggu pekerja
morning-part-approved = Disetujui kemarin
morning-part-rejected = Ditolak kemarin
morning-part-returned = Diminta diperbaiki kemarin

expiry-first = ✏️ <b>Pendaftaran { $number } masih menunggu perbaikan dari Anda.</b>
    Nama: { $name }.

    Perbaikannya kami tunggu sampai <b>{ $day }</b>. Sesudah itu pendaftaran ini ditutup, dan Anda perlu mendaftar lagi.

    Tekan tombol di bawah. Kami hanya menanyakan yang perlu diperbaiki.
expiry-second = ⏳ <b>Kesempatan terakhir untuk { $number }.</b>
    Nama: { $name }.

    Perbaikannya kami tunggu sampai <b>{ $day }</b>. Sesudah itu pendaftaran ini ditutup, dan Anda perlu mendaftar lagi.

    Tekan tombol di bawah. Biasanya hanya beberapa menit.
