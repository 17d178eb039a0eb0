"""How do we tell when registration is open?"""

from datetime import date, datetime

from handlers.context import Context

_MONTHS = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni",
    "Juli", "Agustus", "September", "Oktober", "November", "Desember",
)  # fmt: skip


def in_words(day_: date) -> str:
    """17 Agustus 2025."""
    return f"{day_.day} {_MONTHS[day_.month - 1]} {day_.year}"


def day(ctx: Context, moment: datetime) -> str:
    """A day in the city, in words."""
    return in_words(moment.astimezone(ctx.programme.zone).date())


def dates_text(ctx: Context) -> str:
    """When the window that counts opens and closes, honest about a day that is not known yet."""
    window = ctx.window
    if window.opens > ctx.unit.now and not window.day_known:
        month = day(ctx, window.opens).split(" ", 1)[1]
        return ctx.texts("window-month", month=month)
    if window.opens > ctx.unit.now:
        return ctx.texts("window-coming", opens=day(ctx, window.opens), closes=day(ctx, window.closes))
    if window.closes >= ctx.unit.now:
        key = "window-open" if window.day_known else "window-open-unsure"
        return ctx.texts(key, closes=day(ctx, window.closes))
    return ctx.texts("window-past", closes=day(ctx, window.closes))
