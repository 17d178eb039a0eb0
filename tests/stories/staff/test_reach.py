"""What does /belum tell a supervisor: who is not reached, where they live, and where the others come from?"""

from pathlib import Path

from storage import people, reminding
from tests.stories.staff.desk import asks, kept_case
from tests.support.town import STAFF, town

HEAD = "Siapa yang tidak terjangkau bot"


async def test_belum_counts_by_kelurahan_and_source_and_is_for_supervisors(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        assert "Menurut kelurahan" not in (await asks(here.chief, "/belum", HEAD)).text
        came = [await here.sim.add_user(f"Pekerja {number} (contoh)") for number in range(4)]
        for worker, payload in zip(came, ("p-manggar", "p-manggar", "ojol", ""), strict=True):
            await worker.start(payload)
            await worker.sees("Selamat datang")
        for number, worker in enumerate(came[:2]):
            await kept_case(here, worker, nik=f"647105570890000{number}")
        await came[0].block()
        await came[2].send("/berhenti")
        await came[2].sees("kami tidak mengingatkan lagi")
        await came[3].send("/ingatkan")
        await came[3].sees("Baik, kami ingatkan.")
        async with here.look() as unit:
            await reminding.wish(unit, (await people.meet(unit, came[1].id))[0].id, wanted=False)
        lines = (await asks(here.chief, "/belum", "p-manggar")).text.splitlines()
        assert lines[3:] == [
            "Pernah menekan Mulai: 4, minta diingatkan: 1",
            "🚫 Memblokir bot, atau akunnya hilang: 1",
            "🔕 Tidak mau diingatkan (kabar keputusan tetap sampai): 2",
            "",
            "Menurut kelurahan di pendaftaran atau formulirnya",
            "Damai Bahagia: 🚫 1, 🔕 1",
            "Belum diketahui, atau di luar kota: 🚫 0, 🔕 1",
            "",
            "Datang dari mana (tautan dan poster)",
            "p-manggar: 2",
            "ojol: 1",
            "tanpa tautan: 1",
        ]
        await here.officer.send("/belum", chat=STAFF)
        await here.officer.sees("hanya bisa dilakukan admin grup", chat=STAFF)
