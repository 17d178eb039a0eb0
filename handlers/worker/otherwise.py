"""What is open to somebody for whom this programme is not? Always with its price, its conditions, and whom to ask."""

from handlers.context import Context
from handlers.worker.moment import in_words
from handlers.worker.values import rupiah
from locales import Rich
from registration.eligibility import CheckCode
from registration.programme import Programme

_LINE = Rich("\n")


def otherwise(ctx: Context, missed: set[CheckCode], sector: str | None, age: int | None = None) -> Rich:
    """What else there is for a person who misses these rules; `sector` and `age` (full years) where they are known.

    Nobody is sent to where they would be refused again: who has cover, or an age that paying alone does not take
    (BPU: Permenaker 5/2021), is told whom to ask instead of a price.
    """
    programme = ctx.programme
    contact = ctx.texts.rich("else-contact", centre=programme.contact.call_centre, whatsapp=programme.contact.whatsapp)
    if "covered" in missed:
        return ctx.texts.rich("else-covered") + _LINE + contact
    if age is not None and not programme.age.min <= age < programme.benefits.self_pay_below_age:
        key = "else-young" if age < programme.age.min else "else-old"
        return ctx.texts.rich(key, below=str(programme.benefits.self_pay_below_age)) + _LINE + contact
    text = ctx.texts.rich("else-head", below=str(programme.benefits.self_pay_below_age))
    for line in _prices(ctx, _transport(programme, sector)):
        text += _LINE + line
    if "area" in missed:
        text += _LINE + ctx.texts.rich("else-home")
    return text + _LINE + contact


def _transport(programme: Programme, sector: str | None) -> bool | None:
    """Does this line of work pay the contribution of transport workers? None: the work is not known."""
    for key, each in programme.sectors.items():
        if key == sector:
            return each.transport
    return None


def _prices(ctx: Context, transport: bool | None) -> list[Rich]:
    """The price of today: transport workers pay less between two days (PP 50/2025)."""
    benefits = ctx.programme.benefits
    values = {
        "price": rupiah(benefits.self_pay_monthly),
        "less": rupiah(benefits.self_pay_transport_monthly),
        "starts": in_words(benefits.self_pay_transport_from),
        "until": in_words(benefits.self_pay_transport_until),
        "base": rupiah(benefits.base_income),
    }
    normal = ctx.texts.rich("else-price", **values)
    if transport is False or ctx.today > benefits.self_pay_transport_until:
        return [normal]
    coming = ctx.today < benefits.self_pay_transport_from
    less = ctx.texts.rich("else-transport-coming" if coming else "else-transport", **values)
    return [less] if transport else [normal, less]
