"""What do the screens outside a form look like: the welcome, the help, the choice at a form that is open?"""

from handlers.callbacks import Menu
from handlers.context import Context
from handlers.screens import Button, Screen, button
from handlers.worker.moment import dates_text
from locales import Rich
from storage.drafts import Draft


def rows(ctx: Context, *acts: str, about: int = 0) -> list[list[Button]]:
    """One button a row for each act of the menu; `about` is the form or case they act on."""
    return [[button(ctx.texts(f"button-{act.replace('_', '-')}"), Menu(act=act, id=about).pack())] for act in acts]


def welcome(ctx: Context) -> Screen:
    """Who this is, that it is free, what is needed, and big buttons; while registration is closed, to be reminded."""
    text = ctx.texts.rich("welcome", programme=ctx.programme.name, dates=dates_text(ctx))
    offer = () if ctx.is_open or ctx.person.reminders == "on" else ("remind_me",)
    return Screen(text, rows(ctx, "register", *offer, "terms", "status", "help"))


def help_screen(ctx: Context, draft: Draft | None) -> Screen:
    """Where help is, in the bot and outside it."""
    office = ctx.programme.office
    text = ctx.texts.rich(
        "help",
        office=office.name,
        address=", ".join(part for part in (office.address, office.floor) if part),
        centre=ctx.programme.contact.call_centre,
    )
    return Screen(text, rows(ctx, "register" if draft is None else "resume", "status", "ask"))


def office_screen(ctx: Context, draft: Draft | None) -> Screen:
    """Where somebody goes whom the bot cannot take on: the place, when it is open, what to bring."""
    office = ctx.programme.office
    place = [office.name, office.address, ctx.texts("office-floor", floor=office.floor) if office.floor else ""]
    text = ctx.texts.rich("office", place=", ".join(part for part in place if part))
    for key, value in (("office-hours", office.hours), ("office-phone", office.phone)):
        if value:
            text += Rich("\n") + ctx.texts.rich(key, value=value)
    text += Rich("\n\n") + ctx.texts.rich("office-bring")
    if draft is None:
        return Screen(text, rows(ctx, "terms", "status"))
    return Screen(text + Rich("\n") + ctx.texts.rich("office-kept"), rows(ctx, "resume", "later", about=draft.id))


def resume_screen(ctx: Context, draft: Draft) -> Screen:
    """A form is open: go on, begin anew, or delete. A case that was sent back can only be mended or left."""
    if draft.case_id is not None:
        return Screen(ctx.texts.rich("resume-mend"), rows(ctx, "resume", "register_other", about=draft.id))
    name = str(draft.answers.get("name", ""))
    text = ctx.texts.rich("resume-named", name=name) if name else ctx.texts.rich("resume")
    return Screen(text, rows(ctx, "resume", "restart", "delete", about=draft.id))


def nothing_open(ctx: Context) -> Screen:
    """There is no form that this button could act on."""
    return Screen(ctx.texts.rich("cancel-nothing"), welcome(ctx).buttons)
