"""Has this person agreed to the present text, and what happens on yes and on no? Nothing is asked before a yes."""

from handlers.callbacks import Menu
from handlers.context import Context
from handlers.screens import Screen, button, show
from storage import consents
from storage.marks import Place


async def given(ctx: Context) -> bool:
    """Is the last word of this person on the present version of the text a yes?"""
    return await consents.has_agreed(ctx.unit, ctx.person.id, ctx.programme.consent.version)


async def keep(ctx: Context, *, agreed: bool) -> None:
    """Keep the proof: which text, which chat, when (UU 27/2022 article 24)."""
    version = ctx.programme.consent.version
    await consents.keep(ctx.unit, ctx.person.id, version, chat_id=ctx.chat_id, agreed=agreed)


def ask(ctx: Context, at: Place | None) -> None:
    """Show the seven disclosures of UU 27/2022 article 21, with yes and no."""
    consent = ctx.programme.consent
    text = ctx.texts.rich(
        "consent",
        controller=consent.controller,
        months=str(consent.retention_months),
        officer=consent.data_officer,
    )
    rows = [[button(ctx.texts(f"button-{act}"), Menu(act=act).pack())] for act in ("agree", "disagree")]
    show(ctx, Screen(text, rows), at=at)


async def refuse(ctx: Context, at: Place | None) -> None:
    """A no leads out kindly, and may become a yes."""
    await keep(ctx, agreed=False)
    text = ctx.texts.rich("consent-refused", office=ctx.programme.office.name)
    show(ctx, Screen(text, [[button(ctx.texts("button-register"), Menu(act="register").pack())]]), at=at)
