"""What does a worker see when an answer ends the registration, and what before sending of that which staff will see?

Only a check that the programme lists in `checks.stops` ends anything, and never a form that mends a case: that one is
with the officers already, who see the check on its card.
"""

from handlers.callbacks import Form, Menu
from handlers.context import Context
from handlers.screens import Button, Screen, button
from handlers.worker.otherwise import otherwise
from locales import Rich
from registration.checking import ABOUT, Check, checks, first_stop
from storage.drafts import Draft

_GAP = Rich("\n\n")


def stop_of(ctx: Context, draft: Draft) -> Check | None:
    """The check that holds this form; None while an answer is asked for again, for it may put things right."""
    if draft.asking is not None or draft.case_id is not None:
        return None
    return first_stop(draft.answers, ctx.programme, ctx.window, ctx.today)


def stop_screen(ctx: Context, draft: Draft, check: Check) -> Screen:
    """Why it ends here, that nothing is lost, what else is open, and the ways out."""
    sector = draft.answers.get("sector")
    text = ctx.texts.rich("stop-head") + _GAP + ctx.texts.rich(_words(check), **check.details)
    text += _GAP + ctx.texts.rich("stop-kept") + _GAP + otherwise(ctx, {check.code}, sector, _age(check))
    rows = [[_change(ctx, draft, key)] for key in ABOUT[check.code]]
    rows += [[button(ctx.texts(f"button-{act}"), Menu(act=act, id=draft.id).pack())] for act in ("office", "later")]
    return Screen(text, rows)


def _change(ctx: Context, draft: Draft, key: str) -> Button:
    label = ctx.texts("stop-change", what=ctx.texts(f"q-{key}.label"))
    return button(label, Form(act="edit", draft=draft.id, question=key).pack())


def remarks(ctx: Context, draft: Draft) -> Rich:
    """What staff will look at, told before sending: some of it the worker can still put right. Empty when nothing."""
    found = checks(draft.answers, ctx.programme, ctx.window, ctx.today)
    told = [ctx.texts.rich(_words(check), **check.details) for check in found if check.severity == "look"]
    if not told:
        return Rich("")
    text = Rich("\n") + ctx.texts.rich("summary-remarks")
    for one in told:
        text += Rich("\n• ") + one
    return text + Rich("\n")


def _words(check: Check) -> str:
    return f"check-{check.code}-{check.severity}.worker"


def _age(check: Check) -> int | None:
    return int(check.details["age"]) if check.code == "age" else None
