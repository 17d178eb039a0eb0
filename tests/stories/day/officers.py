"""What do the officers of the day do: decide on the cards in their group, sometimes two at the same moment?"""

import asyncio
from collections.abc import Awaitable, Callable, Sequence

from simulator.seen import Seen
from simulator.user import SimUser
from tests.stories.day.desk import Desk, LookAgain, Work
from tests.stories.day.people import Life

APPROVED = "Disetujui. Pekerja diberi tahu."
LISTED = "Disetujui. Tempat penuh, jadi masuk daftar tunggu nomor "
SAVED = "Sudah tersimpan."
_TO = {"disnaker": ("dishub", "Dishub"), "dishub": ("dp3", "DP3"), "dp3": ("disnaker", "Disnaker")}
SUPERVISORS = frozenset({"grant", "uphold", "insurer_refuse"})


async def approve(work: Work) -> None:
    said = await work.press("✅ Setujui")
    assert said == APPROVED or said.startswith(LISTED), said


async def approve_twice(work: Work) -> None:
    """A finger that trembles: two presses of one officer."""
    card: Seen = await work.desk.bell.until(lambda: work.desk.card(work.life, "✅ Setujui"))
    said = await asyncio.gather(*(work.press_on(work.officer, card, "✅ Setujui") for _ in range(2)))
    assert sorted(each == SAVED for each in said) == [False, True], said


async def approve_together(work: Work) -> None:
    """All three officers at the same moment: one decides, the others read who it was."""
    card: Seen = await work.desk.bell.until(lambda: work.desk.card(work.life, "✅ Setujui"))
    said = await asyncio.gather(*(work.press_on(who, card, "✅ Setujui") for who in work.desk.office.everybody))
    late = [each for each in said if each.startswith("Sudah disetujui ")]
    assert len(late) == len(said) - 1, said


async def reject(work: Work) -> None:
    """With a reason from the list, or in the officer's own words."""
    if work.life.serial % 3:
        labels = ("❌ Tolak", "⬜ Pekerjaan tidak terbukti", "❌ Tolak sekarang")
        await work.presses(*labels, told="Ditolak. Pekerja diberi tahu alasannya.")
        return
    await work.press("❌ Tolak")
    await work.press("✍️ Tulis alasan sendiri")
    asked = await work.desk.asks("balas pesan ini", f"alasan untuk {work.life.number}.")
    await work.writes("Surat RT belum ada", work.life.number, "Alasan: Surat RT belum ada", reply_to=asked.id)
    await work.presses("❌ Tolak sekarang", told="Ditolak. Pekerja diberi tahu alasannya.")


async def uphold(work: Work) -> None:
    labels = ("❌ Tetap ditolak", "⬜ Pekerjaan tidak terbukti", "❌ Tetap ditolak, kirim")
    await work.presses(*labels, told="Tetap ditolak. Pekerja diberi tahu alasannya.")


async def send_back(work: Work) -> None:
    labels = ("🔁 Minta perbaikan", "⬜ Alamat", "➡️ Lanjut ke alasan", "⬜ Data beda dengan KTP", "🔁 Kirim ke pekerja")
    await work.presses(*labels, told="Dikirim ke pekerja untuk diperbaiki.")


async def pass_on(work: Work) -> None:
    """It belongs to another agency, whose officers find it in their group."""
    agency, short = _TO[work.life.agency]
    labels = ("📨 Alihkan", short, f"📨 Alihkan ke {short}")
    await work.presses(*labels, told="Dialihkan. Dinas itu yang memeriksa sekarang.")
    work.life.agency = agency


async def hold(work: Work) -> None:
    number = work.life.number
    await work.writes(f"/tunda {number} 20-12-2025 menunggu surat", f"{number} ditunda sampai 20 Desember 2025")


async def note(work: Work) -> None:
    number = work.life.number
    await work.writes(f"/catatan {number} sudah ditelepon", f"Dicatat untuk {number}.")


async def take(work: Work) -> None:
    await work.presses("✋ Ambil", told="Anda memeriksa kartu ini.")


async def compare(work: Work) -> None:
    """Look at two cases side by side: they are not one person's."""
    await work.presses("⚖️ Bandingkan", told="Kedua kartu dipasang berdampingan di bawah sebentar lagi.")
    pair = await work.desk.says(f"⚖️ {work.life.number} dan ")
    label = next(label for label in pair.buttons if label.startswith("👥 Bukan ganda"))
    assert "bukan ganda" in await work.press_on(work.officer, pair, label)


async def insurer_refuse(work: Work) -> None:
    labels = ("🏥 Ditolak BPJS", "⬜ NIK/nama tidak cocok", "🏥 Catat penolakan BPJS")
    await work.presses(*labels, told="Penolakan BPJS dicatat. Pekerja diberi tahu alasannya.")


async def answer(work: Work) -> None:
    """Reply to a worker's question."""
    asked = await work.desk.asks("❓ Pertanyaan", f"nomor saya {work.life.number}?")
    await work.writes("Rencananya Januari.", f"nomor saya {work.life.number}?", "Dijawab oleh", reply_to=asked.id)


STEPS: dict[str, Callable[[Work], Awaitable[None]]] = {
    "approve": approve,
    "approve_twice": approve_twice,
    "approve_together": approve_together,
    "grant": approve,
    "reject": reject,
    "uphold": uphold,
    "send_back": send_back,
    "pass_on": pass_on,
    "hold": hold,
    "note": note,
    "take": take,
    "compare": compare,
    "insurer_refuse": insurer_refuse,
    "answer": answer,
}
# What must stand on a card before the step makes sense; all others begin on an open card.
_SEES = {
    "uphold": "❌ Tetap ditolak",
    "grant": "❌ Tetap ditolak",
    "insurer_refuse": "🏥 Ditolak BPJS",
    "compare": "⚖️ Bandingkan",
}


async def work(officer: SimUser, desk: Desk, lives: Sequence[Life]) -> None:
    """One case after the other, until all lives are over."""
    while life := await desk.bell.until(lambda: _next(officer, desk, lives)):
        if not isinstance(life, Life):
            return
        life.hands = officer
        try:
            await STEPS[life.next](Work(desk, officer, life))
        except LookAgain:
            pass
        else:
            life.step_done()
        finally:
            life.hands = None


def _next(officer: SimUser, desk: Desk, lives: Sequence[Life]) -> Life | bool:
    """The next case that waits for this officer; True when the day is over, False while there is none."""
    if all(life.is_over for life in lives):
        return True
    return next((life for life in lives if _is_for(officer, desk, life)), False)


def _is_for(officer: SimUser, desk: Desk, life: Life) -> bool:
    if life.hands is not None or life.agency != desk.office.agency or life.next not in STEPS:
        return False
    leads = officer is desk.office.supervisor
    # Who rejects must not be the only one who may look at an objection: so the supervisor never does.
    if leads if life.next == "reject" else (life.next in SUPERVISORS and not leads):
        return False
    if life.next == "answer":
        return True
    card = desk.card(life, _SEES.get(life.next, "✅ Setujui"))
    return card is not None and (life.next in SUPERVISORS or "📨 Alihkan" in card.buttons)
