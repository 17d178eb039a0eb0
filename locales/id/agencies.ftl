### Dinas dan grupnya: /pasang, /lepas, /petugas, /bantuan di grup petugas.
group-command-antrian = Siapa yang menunggu, yang paling lama di atas
group-command-kasus = Memasang lagi satu kartu, dengan riwayatnya
group-command-cari = Mencari dengan nama, NIK, nomor HP, atau nomor pendaftaran
group-command-catatan = Mencatat sesuatu untuk sesama petugas
group-command-tunda = Menyisihkan kartu sampai hari tertentu
group-command-buka = Memeriksa lagi yang sudah ditolak atau ditutup (khusus admin)
group-command-kuota = Siapa sudah dapat tempat, dan sisanya
group-command-siaran = Mengirim satu pesan ke banyak orang (khusus admin)
group-command-petugas = Siapa sudah memutuskan berapa
group-command-belum = Siapa yang tidak bisa dihubungi bot, menurut kelurahan (khusus admin)
group-command-ekspor = Daftar yang disetujui untuk BPJS, ke chat pribadi Anda (khusus admin)
group-command-pasang = Memasang dinas di grup ini (khusus admin)
group-command-lepas = Melepas dinas dari grup ini (khusus admin)
group-command-bantuan = Daftar perintah di grup ini
group-help = <b>Perintah di grup petugas</b>
group-help-cards = Kartu pendaftaran diperiksa dengan tombol di bawah kartunya. Siapa pun di grup ini boleh memeriksa.

supervisor-only = Ini hanya bisa dilakukan admin grup. Minta tolong admin grup ini, ya.
supervisor-try-again = Belum bisa dicek apakah Anda admin grup ini. Coba lagi sebentar lagi.

bind-code-bad = Kode ini tidak bisa dipakai: salah tulis, sudah dipakai grup lain, atau sudah lewat 24 jam. Minta kode baru kepada operator.
bind-code-needed = Untuk memasang grup ini perlu kode dari operator. Ketik <b>/pasang</b> diikuti kodenya.
bind-which = Grup ini memeriksa pendaftaran untuk dinas mana? Tekan satu.
bind-button = { $short }
bind-not-allowed = Dinas ini perlu kode baru dari operator.
bind-done = ✅ Grup ini sekarang memeriksa pendaftaran untuk <b>{ $agency }</b>. Kartu yang belum diputuskan dipasang di sini. Jadikan bot admin yang boleh menghapus pesan. Daftar perintah: /bantuan
bind-moved-away = Pendaftaran untuk <b>{ $agency }</b> sekarang diperiksa di grup lain. Kartu yang belum diputuskan dan pertanyaan yang belum dijawab pindah ke sana.
unbind-which = Dinas mana yang dilepas dari grup ini?
unbind-button = { $short }
unbind-nothing = Tidak ada dinas yang dipasang di grup ini dengan /pasang.
unbind-sure-go = Lepas <b>{ $agency }</b> dari grup ini? Kartu yang belum diputuskan pindah ke grup petugas bersama.
unbind-sure-stay = Lepas <b>{ $agency }</b> dari grup ini? Kartunya tetap di sini, karena ini grup petugas bersama.
unbind-sure-wait = Lepas <b>{ $agency }</b> dari grup ini? Belum ada grup lain: pendaftaran menunggu sampai dinas ini dipasang lagi.
unbind-yes-button = Ya, lepas { $short }
unbind-no-button = Tidak, biarkan { $short }
unbind-kept = Baik, <b>{ $agency }</b> tetap di grup ini.
unbind-done = <b>{ $agency }</b> sudah dilepas dari grup ini.

group-no-topics = Bot belum boleh membuat topik di grup ini, jadi semua kartu masuk ke topik umum. Admin grup: beri bot izin <b>Kelola topik</b>.

roster-head = <b>Keputusan sejak { $day }</b>
roster-line = { $officer }: ✅ { $approved }, ❌ { $rejected }, 🔁 { $back } (minggu ini { $week })
roster-more = … dan { $count } petugas lagi
roster-nobody = Belum ada keputusan dari anggota grup ini.
roster-left = Petugas yang sudah keluar
