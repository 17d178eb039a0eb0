# When Telegram wants the bot to send less.
sending-paused-some = ⏸ Telegram meminta bot berhenti mengirim siaran dan pengingat sampai <b>{ $until }</b>. Jawaban untuk warga tetap berjalan. Setelah itu pengiriman lanjut sendiri.
sending-paused-all = ⏸ Telegram meminta bot berhenti mengirim pesan sampai <b>{ $until }</b>. Tidak ada yang hilang: semua pesan terkirim setelah itu.
