### Pembuka, persetujuan, bantuan, berhenti, dan hapus.
welcome = <b>Selamat datang di Lindung.</b> 👋
    Di sini Anda bisa mendaftar <b>{ $programme }</b>: jaminan kecelakaan kerja dan kematian dari BPJS Ketenagakerjaan. Iurannya dibayar kota.

    ✅ Gratis.
    ✅ Kami tidak pernah minta OTP, PIN, atau uang.

    <b>Siapkan:</b> KTP, dan surat mitra kalau Anda ojek online. Waktunya kira-kira 10 menit, boleh berhenti dan lanjut lagi.

    { $dates }

window-coming = 📅 Pendaftaran dibuka { $opens } sampai { $closes }. Formulir boleh diisi dulu, dikirimnya nanti.
window-month = 📅 Pendaftaran dibuka bulan { $month }. Tanggal pastinya belum diumumkan. Formulir boleh diisi dulu, dikirimnya nanti.
window-open = 📅 Pendaftaran sedang dibuka, sampai { $closes }.
window-open-unsure = 📅 Pendaftaran sedang dibuka, rencananya sampai { $closes }. Tanggal ini masih bisa berubah.
window-past = 📅 Pendaftaran sudah ditutup { $closes }. Formulir boleh diisi dulu untuk pembukaan berikutnya.

button-register = 📝 Daftar
button-status = 🔎 Status saya
button-help = ❓ Bantuan
button-agree = ✅ Setuju
button-disagree = ✖️ Tidak setuju
button-disagree-yes = 🗑️ Ya, hapus formulir
button-resume = ▶️ Lanjutkan
button-restart = 🔄 Ulang dari awal
button-restart-yes = 🔄 Ya, ulang dari awal
button-delete = 🗑️ Hapus
button-delete-yes = 🗑️ Ya, hapus
button-later = 💾 Simpan, lanjut nanti
button-register-other = 👥 Daftarkan orang lain
button-mend = ✏️ Perbaiki { $number }
button-supply = 📎 Kirim surat untuk { $number }
button-amend = ✏️ Ubah data { $number }
button-amend-yes = ✏️ Ya, ubah data
button-amend-no = ↩️ Tidak jadi diubah
button-object = 🙋 Ajukan keberatan { $number }
button-ask = ❓ Tanya petugas
button-never-mind = ↩️ Tidak jadi
button-withdraw = ✖️ Batalkan { $number }
button-withdraw-yes = ✖️ Ya, batalkan { $number }

consent = <b>Sebelum mulai, baca ini dulu, ya.</b>

    <b>1. Dasar:</b> program pemerintah kota untuk melindungi pekerja, dan persetujuan Anda (UU Pelindungan Data Pribadi).
    <b>2. Untuk apa:</b> mendaftarkan Anda ke jaminan kecelakaan kerja dan kematian. Tidak untuk yang lain.
    <b>3. Data yang diambil:</b> data di KTP, nomor HP, pekerjaan, dan penghasilan. Hanya yang perlu.
    <b>4. Disimpan di mana dan berapa lama:</b> di komputer { $controller }, dikunci (disandi), paling lama { $months } bulan.
    <b>5. Dokumen:</b> foto KTP dan surat. Yang melihat: petugas pemeriksa dan BPJS Ketenagakerjaan.
    <b>6. Kapan diproses:</b> sejak Anda mengisi sampai ada keputusan dan daftar peserta.
    <b>7. Hak Anda:</b> melihat, memperbaiki, menghapus, dan menarik persetujuan. Hubungi { $officer }.

    Pesan dan foto lewat Telegram. Komputer Telegram ada di luar Indonesia.

    Setuju?
consent-withdraw-ask = Tanpa persetujuan, formulir yang belum dikirim harus dihapus bersama fotonya. Hapus sekarang?
consent-refused = Tidak apa-apa. Tidak ada data yang kami simpan dari Anda, selain catatan bahwa Anda tidak setuju.
    Anda tetap bisa mendaftar langsung di { $office }. Kalau berubah pikiran, tekan tombol di bawah.

resume = Formulir Anda masih tersimpan. Mau bagaimana?
resume-named = Formulir untuk <b>{ $name }</b> masih tersimpan. Mau bagaimana?
resume-mend = Ada pendaftaran yang perlu dilengkapi atau diperbaiki. Mau dilanjutkan?
restart-ask = Kalau diulang dari awal, semua jawaban dan foto tadi dihapus. Yakin?
delete-ask = Semua jawaban dan foto di formulir ini akan dihapus. Yakin?
deleted = Formulir sudah dihapus. Kapan saja Anda bisa mulai lagi.
cancel-nothing = Tidak ada formulir yang sedang diisi.
cancel-ask = Mau berhenti dulu? Jawaban Anda tersimpan.
cancel-kept = Tersimpan. 💾 Kapan saja ketik /daftar untuk melanjutkan.

help = <b>Butuh bantuan?</b>
    • Ketik /daftar untuk mendaftar atau melanjutkan.
    • Ketik /syarat untuk cek syarat dulu: lima tombol, tanpa mengetik.
    • Ketik /status untuk melihat kabar pendaftaran.
    • Ketik /tanya untuk bertanya kepada petugas.
    • Ketik /batal untuk berhenti dulu.
    • Ketik /ingatkan supaya kami ingatkan, /berhenti supaya tidak diingatkan lagi.

    Foto KTP susah terbaca? Coba di tempat terang, tanpa lampu kilat, dan KTP memenuhi layar.

    Mau bertanya langsung? Datang ke { $office }, { $address }. Layanan BPJS Ketenagakerjaan: telepon { $centre }.

    Kami tidak pernah minta OTP, PIN, atau uang.

office = <b>Datang langsung:</b> { $place }.
    Petugas bisa melihat keadaan Anda dan menjelaskan pilihannya.
office-floor = lantai { $floor }
office-hours = Buka: { $value }
office-phone = Telepon: { $value }
office-bring = Bawa KTP dan surat yang Anda punya. Tidak dipungut biaya.
office-kept = Formulir di HP ini tetap tersimpan.

command-start = Buka menu
command-daftar = Daftar atau lanjutkan
command-syarat = Cek syarat dulu
command-status = Lihat kabar pendaftaran
command-tanya = Tanya petugas
command-bantuan = Bantuan
command-batal = Berhenti dulu atau hapus
bot-about = Daftar jaminan kecelakaan kerja dan kematian untuk pekerja rentan. Gratis. Tidak pernah minta OTP, PIN, atau uang.
