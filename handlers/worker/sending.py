"""What do the buttons of the summary do: send, or choose an answer to change?"""

from collections.abc import Awaitable, Callable
from typing import Any

from handlers.callbacks import Menu
from handlers.context import Context
from handlers.screens import Screen, button, show
from handlers.staff import board, cards, comparing, letters, likeness
from handlers.worker import consent, forms
from handlers.worker.answering import go_on, question_now
from handlers.worker.asking import change_list, screen_of
from handlers.worker.queued import queued
from handlers.worker.stopping import stop_of
from registration import case_number, flow
from registration.checking import checks
from registration.lifecycle import MOVES, Move, State
from registration.questions import BY_KEY, NEW_CARD, READ
from registration.quota import is_complete
from storage import cases, drafts, files, judgements, marks, outbox, participants, queue
from storage.cases import Case, NewCase
from storage.drafts import Draft, Overtaken
from storage.files import file_ids
from storage.marks import Place

_RECEIPTS = {"mend": "receipt-mended", "supplement": "receipt-supplied", "amend": "receipt-amended"}
# What staff should know beside the answers themselves.
_BESIDE = ("insisted", "phone_shared", NEW_CARD, READ)


async def _send(ctx: Context, draft: Draft, at: Place | None) -> None:
    if question_now(ctx, draft) is not None or stop_of(ctx, draft):  # an old summary: something is open again
        show(ctx, screen_of(ctx, draft))
    elif draft.case_id is not None:
        await _send_mended(ctx, draft, draft.case_id, at)
    elif not ctx.is_open:
        show(ctx, screen_of(ctx, draft, ctx.texts.rich("send-closed")), at=at)
    elif not await consent.given(ctx):  # the text has changed since this form was begun
        consent.ask(ctx, at)
    else:
        await _send_new(ctx, draft, at)


async def _send_new(ctx: Context, draft: Draft, at: Place | None) -> None:
    window = ctx.window
    year = ctx.local_now.year
    serial = await marks.count_up(ctx.unit, f"case serial {year}")
    sector = draft.answers["sector"]
    new = NewCase(
        number=case_number.make(year, serial, ctx.programme.case_prefix),
        person_id=ctx.person.id,
        draft_id=draft.id,
        window=window.key,
        sector=sector,
        agency=ctx.programme.sectors[sector].agency,
        state=State.WAITING,
        answers=_final(ctx, draft),
        rules_version=ctx.programme.version,
    )
    case = await _queued(ctx, await cases.create(ctx.unit, new))
    await participants.link_nik(ctx.unit, ctx.person.id, case.answers["nik"])
    states = ("", str(State.WAITING))
    await _judge(ctx, case)
    await cases.write_history(ctx.unit, case.id, "send", states, actor="worker", actor_id=ctx.person.telegram_id)
    await _close(ctx, draft, case)
    await board.bring(ctx.unit, ctx.services, case)
    await letters.have_read(ctx.unit, case)
    await likeness.begin(ctx.unit, case)
    await comparing.tell_others(ctx.unit, ctx.services, case)
    show(ctx, receipt(ctx, case), at=at)


async def _send_mended(ctx: Context, draft: Draft, case_id: int, at: Place | None) -> None:
    case = await cases.get(ctx.unit, case_id)
    move = _move(draft, case)
    if case is None or case.state not in move.sources:
        await drafts.close(ctx.unit, draft, "deleted")
        await forms.put_aside(ctx)
        show(ctx, Screen(ctx.texts.rich("mend-too-late"), home_buttons(ctx)), at=at)
        return
    answers = _final(ctx, draft)
    changed = _changed(draft, case, answers)
    if move is MOVES["amend"] and not changed:
        show(ctx, screen_of(ctx, draft, ctx.texts.rich("amend-nothing")), at=at)
        return
    target = move.target or State(case.state)
    sector = answers["sector"]
    # A case that was passed on stays with its new agency, unless the line of work itself is another now.
    agency = case.agency if sector == case.sector else ctx.programme.sectors[sector].agency
    after = await cases.change(
        ctx.unit, case, state=target, answers=answers, changed=" ".join(changed), sector=sector,
        rules_version=ctx.programme.version, agency=agency, review={}, **_undecided(move),
    )  # fmt: skip
    if after is None:
        raise Overtaken
    await _judge(ctx, after)
    if answers["nik"] != case.answers["nik"]:
        await cases.mend_nik(ctx.unit, after, answers["nik"])
        await participants.link_nik(ctx.unit, ctx.person.id, answers["nik"])
    after = await _queued(ctx, after)
    await cases.write_history(
        ctx.unit, case.id, move.name, (case.state, str(target)), actor="worker",
        actor_id=ctx.person.telegram_id, note={"changed": changed},
    )  # fmt: skip
    await _close(ctx, draft, after, before=case)
    await _hand_in(ctx, move, case, after)
    text = ctx.texts.rich(_RECEIPTS[move.name], number=case.number, queue=queued(ctx, after).text)
    show(ctx, Screen(text, home_buttons(ctx)), at=at)


async def _hand_in(ctx: Context, move: Move, before: Case, after: Case) -> None:
    """Staff see the case as it is now, with what machines see in it."""
    if move is MOVES["amend"]:
        await cards.put_up_below(ctx.unit, ctx.services, after)
    else:
        await cards.change_topic(ctx.unit, ctx.services, before, after)
        await board.bring(ctx.unit, ctx.services, after)
    await letters.have_read(ctx.unit, after)
    await likeness.begin(ctx.unit, after)
    await comparing.tell_others(ctx.unit, ctx.services, after)


def _changed(draft: Draft, case: Case, answers: dict[str, Any]) -> list[str]:
    """The questions that staff asked again, or that are answered otherwise now."""
    return [key for key in answers if key in BY_KEY and (key in draft.only or answers[key] != case.answers.get(key))]


def _move(draft: Draft, case: Case | None) -> Move:
    if case is not None and case.state == State.SENT_BACK:
        return MOVES["mend"]
    return MOVES["amend" if draft.amends else "supplement"]


def _undecided(move: Move) -> dict[str, Any]:
    """A change after approval opens the review again, for everybody.

    The place that the case has in a quota stays with it meanwhile: only an end without approval gives it back.
    """
    return {"officer_id": None, "claimed_at": None, "decided_at": None} if move is MOVES["amend"] else {}


async def _queued(ctx: Context, case: Case) -> Case:
    """A file that is complete gets its number in the queue, once."""
    return await queue.give_number(ctx.unit, case) if is_complete(case.answers, ctx.programme) else case


async def _judge(ctx: Context, case: Case) -> None:
    """Keep what the rules in force say about these answers, counted on the day the case was first sent."""
    window = ctx.programme.window_of(case.window) or ctx.window
    day = case.sent_at.astimezone(ctx.programme.zone).date()
    found = checks(case.answers, ctx.programme, window, day)
    await judgements.keep(ctx.unit, case.id, ctx.programme.version, found)


def _final(ctx: Context, draft: Draft) -> dict[str, Any]:
    beside = {name: draft.answers[name] for name in _BESIDE if name in draft.answers}
    return flow.final_answers(draft.answers, ctx.programme) | beside


async def _close(ctx: Context, draft: Draft, case: Case, before: Case | None = None) -> None:
    """End the form. Photos that are not, or no longer, part of the case are forgotten."""
    used = file_ids(case.answers)
    left = [file for file in await files.of_drafts(ctx.unit, [draft.id]) if file.id not in used]
    replaced = file_ids(before.answers) - used if before is not None else set()
    await forget(ctx, left + await files.by_ids(ctx.unit, sorted(replaced)))
    await drafts.close(ctx.unit, draft, "sent")
    await forms.put_aside(ctx)


async def forget(ctx: Context, unwanted: list[files.File]) -> None:
    """Forget these files here now and in the vault after the commit."""
    await files.forget(ctx.unit, [file.id for file in unwanted])
    names = [file.vault_name for file in unwanted if file.vault_name]
    if names:
        outbox.job(ctx.unit, "forget_files", {"names": names})


def receipt(ctx: Context, case: Case) -> Screen:
    """The case number and what happens next."""
    text = ctx.texts.rich(
        "receipt",
        number=case.number,
        name=str(case.answers["name"]),
        agency=ctx.programme.agencies[case.agency].name,
        queue=queued(ctx, case).text,
    )
    return Screen(text, home_buttons(ctx))


def home_buttons(ctx: Context) -> list[list[dict[str, Any]]]:
    """Where one may go from the end of a form."""
    return [
        [button(ctx.texts("button-status"), Menu(act="status").pack())],
        [button(ctx.texts("button-register-other"), Menu(act="register").pack())],
    ]


async def _list(ctx: Context, draft: Draft, at: Place | None) -> None:
    show(ctx, change_list(ctx, draft), at=at)


async def _summary(ctx: Context, draft: Draft, at: Place | None) -> None:
    if draft.asking is not None:
        await go_on(ctx, draft.answers, at=at)
    else:
        show(ctx, screen_of(ctx, draft), at=at)


ACTS: dict[str, Callable[[Context, Draft, Place | None], Awaitable[None]]] = {
    "send": _send,
    "list": _list,
    "summary": _summary,
}
