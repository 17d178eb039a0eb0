"""Does a worker's question reach the group, and the answer the worker, from the agency and not from a person?"""

from pathlib import Path

from simulator.seen import Seen
from simulator.user import SimUser
from storage import questions
from storage.questions import Question
from tests.stories.staff.groups import FISHERY, TRAFFIC, bind, group, until
from tests.stories.staff.office import card_of, sent_case
from tests.stories.staff.test_groups_in_trouble import BASIC, town_with_another_group
from tests.support.town import STAFF, Town, running, sample, settings_for, staffed_simulator, town

ASKED = "Kapan perlindungan <mulai>?"


async def stored(here: Town) -> list[Question]:
    async with here.look() as unit:
        return await questions.of_person(unit, 1)


async def asks(here: Town, worker: SimUser, words: str = ASKED, chat: int = STAFF) -> Seen:
    """The worker asks; how it stands in the group."""
    await worker.send(f"/tanya {words}")
    await worker.sees("Pertanyaan terkirim")
    return await here.officer.sees(words, chat=chat)


def replied_to(message: Seen) -> int:
    return int(message.raw["reply_to_message"]["message_id"])


async def test_an_answer_comes_from_the_agency_and_the_group_sees_who_gave_it(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        siti = await here.person("Siti (contoh)")
        case = await sent_case(here, siti)
        await card_of(here, case)
        question = await asks(here, siti)
        assert question.text == (
            f"❓ Pertanyaan · {case.number} · 🎣 Nelayan\nSiti: “{ASKED}”\n"
            "↩️ Balas pesan ini dengan tulisan. Pekerja membaca nama dinas, bukan nama Anda."
        )
        await here.officer.send("Mulai Januari,\nkalau daftar kota sudah ditetapkan.", chat=STAFF, reply_to=question.id)
        told = await siti.sees("Jawaban dari")
        assert told.text == (
            "💬 Jawaban dari Dinas Pangan, Pertanian dan Perikanan\n"
            f"Pertanyaan Anda: “{ASKED}”\n\nMulai Januari, kalau daftar kota sudah ditetapkan."
        )
        done = await here.officer.sees("✅ Dijawab oleh Pak Hasan (contoh), 10-11-2025 09:00", chat=STAFF)
        assert (done.id, "Balas pesan ini" in done.text) == (question.id, False)
        await here.chief.send("Sekitar tanggal 1.", chat=STAFF, reply_to=question.id)
        more = await siti.sees("Sekitar tanggal 1.")
        assert more.text.startswith("💬 Jawaban tambahan dari Dinas Pangan, Pertanian dan Perikanan\n")
        both = await here.officer.sees("Dijawab oleh Ibu Ratna (contoh)", chat=STAFF)
        assert "Dijawab oleh Pak Hasan (contoh)" in both.text
        heard = "".join(one.text for one in await siti.transcript() if not one.mine)
        assert [name for name in ("Hasan", "Ratna") if name in heard] == []
        [kept] = await stored(here)
        given = [(one.officer_id, one.text) for one in kept.answers]
        assert given == [
            (here.officer.id, "Mulai Januari, kalau daftar kota sudah ditetapkan."),
            (here.chief.id, "Sekitar tanggal 1."),
        ]


async def test_the_next_question_of_a_case_hangs_on_the_one_before_and_without_a_case_one_can_ask_too(
    tmp_path: Path,
) -> None:
    async with town(tmp_path) as here:
        siti, budi = await here.person("Siti (contoh)"), await here.person("Budi Anonim (contoh)")
        case = await sent_case(here, siti)
        await card_of(here, case)
        first = await asks(here, siti, "Pertanyaan pertama")
        await budi.send("/tanya Boleh daftar untuk istri?")
        await budi.press("🤷 Tidak tahu")
        alone = await here.officer.sees("Boleh daftar untuk istri?", chat=STAFF)
        assert alone.text.startswith("❓ Pertanyaan · tanpa nomor · umum\nBudi: “Boleh daftar untuk istri?”\n")
        assert "reply_to_message" not in alone.raw
        second = await asks(here, siti, "Pertanyaan kedua")
        assert replied_to(second) == first.id
        shown = first.text + alone.text + second.text
        assert [word for word in (str(siti.id), str(budi.id), "628", "Anonim") if word in shown] == []
        await here.officer.send("Boleh.", chat=STAFF, reply_to=alone.id)
        told = await budi.sees("Jawaban dari petugas pendaftaran")
        assert told.text.endswith("\n\nBoleh.")


async def test_what_is_no_answer_is_told_kindly_and_reaches_nobody(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        siti = await here.person("Siti (contoh)")
        await card_of(here, await sent_case(here, siti))
        question = await asks(here, siti)
        await here.officer.photo(sample("ktp00_l0.jpg"), chat=STAFF, reply_to=question.id)
        await here.officer.sees("Jawaban hanya bisa berupa tulisan.", chat=STAFF)
        await here.officer.send("a" * 1001, chat=STAFF, reply_to=question.id)
        await here.officer.sees("Tulis paling banyak 1000 huruf", chat=STAFF)
        await here.sim.set_member(STAFF, here.chief.id, "creator", anonymous=True)
        await here.chief.send("Tanpa nama", chat=STAFF, reply_to=question.id)
        await here.chief.sees("supaya tercatat siapa yang menjawab", chat=STAFF)
        await here.officer.send("Bukan balasan", chat=STAFF)
        [kept] = await stored(here)
        assert kept.answers == ()
        assert [one.text for one in await siti.transcript() if one.text.startswith("💬")] == []


async def test_who_blocked_the_bot_hears_the_answer_on_return_and_the_officer_knows_it_until_then(
    tmp_path: Path,
) -> None:
    async with town(tmp_path) as here:
        siti = await here.person("Siti (contoh)")
        await card_of(here, await sent_case(here, siti))
        question = await asks(here, siti)
        await siti.block()
        await here.chief.sees("tidak bisa dihubungi", chat=STAFF)
        await here.officer.send("Mulai Januari.", chat=STAFF, reply_to=question.id)
        said = await here.officer.sees("Kami simpan dan kirim saat ia kembali.", chat=STAFF)
        assert replied_to(said) == question.id
        await here.officer.sees("⚠️ Belum sampai: pekerja sedang tidak bisa dihubungi.", chat=STAFF, ever=True)
        await siti.unblock()
        told = await siti.sees("Mulai Januari.")
        assert told.text.startswith("💬 Jawaban dari")
        await here.officer.wait_for(lambda one: one.id == question.id and "Belum sampai" not in one.text, chat=STAFF)
        await siti.send("/status")
        await siti.sees("Kabar pendaftaran")
        assert len([one for one in await siti.transcript() if one.text.endswith("Mulai Januari.")]) == 1
        once = [one for one in await here.officer.transcript(STAFF) if "Kami simpan dan kirim" in one.text]
        assert len(once) == 1


async def test_who_turns_out_to_be_lost_when_the_answer_is_sent_is_told_of_in_the_group(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        siti = await here.person("Siti (contoh)")
        await card_of(here, await sent_case(here, siti))
        question = await asks(here, siti)
        blocked = "Forbidden: bot was blocked by the user"
        await here.sim.fault("sendMessage", chat_id=siti.id, code=403, description=blocked)
        await here.officer.send("Mulai Januari.", chat=STAFF, reply_to=question.id)
        await here.officer.sees("Kami simpan dan kirim saat ia kembali.", chat=STAFF)
        await siti.send("/bantuan")
        await siti.sees("Mulai Januari.")


async def test_a_link_in_a_question_brings_no_picture_of_a_foreign_page_into_the_group(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        siti = await here.person("Siti (contoh)")
        await card_of(here, await sent_case(here, siti))
        question = await asks(here, siti, "Benarkah @contoh_palsu di https://contoh.example/hadiah?")
        assert question.raw["link_preview_options"] == {"is_disabled": True}
        await here.officer.send("Bukan, abaikan saja.", chat=STAFF, reply_to=question.id)
        done = await here.officer.sees("Dijawab oleh", chat=STAFF, ever=True)
        assert done.raw["link_preview_options"] == {"is_disabled": True}
        assert (await siti.sees("Bukan, abaikan saja.")).raw["link_preview_options"] == {"is_disabled": True}


async def test_a_question_that_somebody_deleted_is_put_up_again_when_its_worker_asks_once_more(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        siti = await here.person("Siti (contoh)")
        await card_of(here, await sent_case(here, siti))
        question = await asks(here, siti, "Pertanyaan pertama")
        await here.chief.delete(question)
        await asks(here, siti, "Pertanyaan kedua")
        again = await here.officer.wait_for(
            lambda one: "Pertanyaan pertama" in one.text and one.id != question.id, chat=STAFF, timeout=20
        )
        await here.officer.send("Jawaban pertama.", chat=STAFF, reply_to=again.id)
        told = await siti.sees("Jawaban pertama.")
        assert "Pertanyaan Anda: “Pertanyaan pertama”" in told.text


async def test_a_question_survives_a_group_that_moved(tmp_path: Path) -> None:
    async with town_with_another_group(tmp_path, BASIC, "group", staff_chat_id=BASIC) as here:
        siti = await here.person("Siti (contoh)")
        await siti.send(f"/tanya {ASKED}")
        await siti.press("🤷 Tidak tahu")
        await here.officer.sees(ASKED, chat=BASIC)
        new = await here.sim.upgrade_group(BASIC)
        await siti.send("/tanya Masih di sana?")
        await siti.press("🤷 Tidak tahu")
        again = await here.officer.sees(ASKED, chat=new, timeout=20)
        await here.officer.send("Januari.", chat=new, reply_to=again.id)
        await siti.sees("Januari.")


async def test_open_questions_move_with_their_agency_and_only_its_group_answers(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        siti = await here.person("Siti (contoh)")
        await card_of(here, await sent_case(here, siti))
        done = await asks(here, siti, "Pertanyaan pertama")
        await here.officer.send("Jawaban pertama.", chat=STAFF, reply_to=done.id)
        await siti.sees("Jawaban pertama.")
        before = await asks(here, siti, "Pertanyaan kedua")
        await group(here, FISHERY)
        await bind(here, FISHERY, "dp3", "DP3")
        moved = await here.officer.sees("Pertanyaan kedua", chat=FISHERY, timeout=20)
        await until(here, STAFF, lambda: stands(here, before), False)
        await here.officer.send("Jawaban dari grup lama.", chat=STAFF, reply_to=done.id)
        await here.officer.sees("sekarang dijawab di grup lain", chat=STAFF)
        await here.officer.send("Jawaban kedua.", chat=FISHERY, reply_to=moved.id)
        await siti.sees("Jawaban kedua.")
        heard = [one.text for one in await siti.transcript() if not one.mine]
        assert [text for text in heard if "grup lama" in text] == []


async def test_a_question_whose_group_was_lost_before_it_arrived_comes_in_the_next_one(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        siti = await here.person("Siti (contoh)")
        await group(here, FISHERY)
        await group(here, TRAFFIC)
        await bind(here, FISHERY, "dp3", "DP3")
        await here.sim.remove_bot(FISHERY, by=here.chief.id)
        await siti.send(f"/tanya {ASKED}")
        await siti.press("🎣 Nelayan")
        await siti.sees("Pertanyaan terkirim")
        await bind(here, TRAFFIC, "dp3", "DP3")
        question = await here.officer.sees(ASKED, chat=TRAFFIC, timeout=20)
        await here.officer.send("Januari.", chat=TRAFFIC, reply_to=question.id)
        await siti.sees("Januari.")


async def stands(here: Town, message: Seen) -> bool:
    return any(one.id == message.id for one in await here.officer.transcript(message.chat))


async def test_a_question_being_written_survives_a_restart(tmp_path: Path) -> None:
    async with staffed_simulator() as (sim, officer, _):
        settings = settings_for(sim, tmp_path)
        siti = await sim.add_user("Siti (contoh)")
        async with running(settings):
            await siti.start()
            await siti.send("/tanya")
            await siti.press("🤷 Tidak tahu")
            await siti.sees("Apa yang ingin Anda tanyakan?")
        async with running(settings):
            await siti.send(ASKED)
            await siti.sees("Pertanyaan terkirim")
            await officer.sees(ASKED, chat=STAFF)
        assert await sim.problems() == []
