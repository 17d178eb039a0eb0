"""How many rupiah a month does a person mean who writes "3,5 juta", "500rb" or "tiga juta"?"""

import re
from datetime import date
from decimal import Decimal

from registration.errors import Doubtful, Invalid
from registration.text import numeric_line

WORKDAYS = 26  # days a month of a six-day week: 6 x 52 / 12
LOW = 100_000  # rupiah a month; below it somebody left out "ribu" or "juta"
HIGH = 20_000_000  # above it somebody typed a zero too many
IMPOSSIBLE = 1_000_000_000


def _words_of(text: str) -> frozenset[str]:
    return frozenset(text.split())


_MILLION = _words_of("jt jta juta jutaan")
_THOUSAND = _words_of("rb rbu ribu ribuan k")
_SCALES = dict.fromkeys(_MILLION, 1_000_000) | dict.fromkeys(_THOUSAND, 1_000)
_UNITS = {
    "satu": 1, "dua": 2, "tiga": 3, "empat": 4, "lima": 5, "enam": 6, "tujuh": 7, "delapan": 8, "sembilan": 9,
}  # fmt: skip
_TENS = {"belas": (1, 10), "puluh": (10, 0), "ratus": (100, 0)}  # unit x first + second
_ONE = {"se" + word: ["satu", word] for word in (*_TENS, "ribu", "juta")}  # seratus = satu ratus

_DAY = _words_of("hari sehari perhari harian harinya")
_OTHER_PERIOD = _words_of(
    "minggu seminggu perminggu mingguan tahun setahun pertahun jam sejam perjam trip order musim panen"
)
_RANGE = _words_of("antara sampai hingga sd atau")
_FILLER = _words_of(
    "rp idr rupiah perak kurang lebih sekitar kurleb kira rata penghasilan pendapatan gaji saya bersih "
    "per se tiap setiap bulan bln sebulan perbulan bulanan bulannya"
)

_NOISE = re.compile(r"kira-kira|rata-rata|\+/?-|,-|[~±:=()]|(?<=rp)\.|\.$")
_SPACED_THOUSANDS = re.compile(r"(?<=[0-9]) (?=[0-9]{3}(?![0-9]))")
_DASH = re.compile(r"[-\u2010-\u2015]|s/d")
_TOKEN = re.compile(r"[0-9]+(?:[.,][0-9]+)*|[a-z]+")
_FOREIGN = re.compile(r"[^0-9a-z .,/]")
_GROUPED = re.compile(r"([0-9]{1,3}(?:([.,])[0-9]{3})(?:\2[0-9]{3})*)(?:[.,]([0-9]{1,2}))?")
_PLAIN = re.compile(r"[0-9]+(?:[.,][0-9]+)?")


def parse_income(text: str, _today: date) -> int:
    """Return whole rupiah a month.

    Raises Invalid "income-form", "income-range", "income-period" (a week, a year) or "income-huge";
    Doubtful "income-daily" (daily, monthly), "income-guess" (amount; no "ribu" or "juta" was written),
    "income-low" (amount) or "income-high" (amount). The value of a Doubtful is what its message names.
    """
    words = _words(text)
    tokens = [word for word in words if word not in _FILLER | _DAY]
    amount, guessed = _with_scale(_rupiah(tokens), bare=not any(token in _SCALES for token in tokens))
    daily = any(word in _DAY for word in words)
    monthly = amount * WORKDAYS if daily else amount
    if monthly > IMPOSSIBLE:
        raise Invalid("income-huge")
    if daily:
        raise Doubtful(monthly, "income-daily", daily=shown(amount), monthly=shown(monthly))
    if guessed:
        raise Doubtful(amount, "income-guess", amount=shown(amount))
    if amount < LOW:
        raise Doubtful(amount, "income-low", amount=shown(amount))
    if amount > HIGH:
        raise Doubtful(amount, "income-high", amount=shown(amount))
    return amount


def shown(amount: int) -> str:
    """Return rupiah as Indonesians write them: "3.500.000"."""
    return f"{amount:,}".replace(",", ".")


def _words(text: str) -> list[str]:
    """Return numbers and words of an answer that is one amount of money."""
    line = _SPACED_THOUSANDS.sub(".", _NOISE.sub(" ", numeric_line(text).lower()).strip())
    words = _TOKEN.findall(line)
    amounts = sum(word[0].isdigit() or word in _UNITS for word in words)
    if not _RANGE.isdisjoint(words) or (_DASH.search(line) and amounts > 1):
        raise Invalid("income-range")
    if not _OTHER_PERIOD.isdisjoint(words):
        raise Invalid("income-period")
    if _FOREIGN.search(line):
        raise Invalid("income-form")
    return [part for word in words for part in _ONE.get(word, [word])]


def _with_scale(amount: Decimal, *, bare: bool) -> tuple[int, bool]:
    """Return rupiah, and whether "juta" or "ribu" was guessed for a `bare` number such as "3,5" or "500"."""
    if bare and 0 < amount < 100:
        return int(amount * 1_000_000), True
    if bare and 100 <= amount < 10_000:
        return int(amount * 1_000), True
    return int(amount), False


def _rupiah(tokens: list[str]) -> Decimal:
    """Return the amount that number and scale words add up to: "dua juta lima ratus ribu"."""
    total, group, unit = Decimal(0), Decimal(0), Decimal(0)
    smallest: int | None = None  # the last scale: the next must be smaller, and a rest without one is unclear
    for word, following in zip(tokens, [*tokens[1:], ""], strict=False):
        if word in _SCALES and group + unit > 0 and (smallest is None or _SCALES[word] < smallest):
            smallest = _SCALES[word]
            total, group, unit = total + (group + unit) * smallest, Decimal(0), Decimal(0)
        elif word in _TENS and unit > 0:
            times, plus = _TENS[word]
            group, unit = group + unit * times + plus, Decimal(0)
        elif word == "setengah":
            unit += Decimal("0.5")
        elif unit == 0:
            unit = _number(word, before_million=following in _MILLION)
        else:
            raise Invalid("income-form")
    if not tokens or (smallest is not None and group + unit > 0):
        raise Invalid("income-form")
    return total + group + unit


def _number(token: str, *, before_million: bool) -> Decimal:
    """Return "3.500.000", "2,75" or "tiga" as a number; before "juta" one separator is a decimal sign."""
    if token in _UNITS:
        return Decimal(_UNITS[token])
    grouped = _GROUPED.fullmatch(token)
    if grouped and not (before_million and _PLAIN.fullmatch(token)):
        return Decimal(re.sub("[.,]", "", grouped[1]) + "." + (grouped[3] or "0"))
    if _PLAIN.fullmatch(token):
        return Decimal(token.replace(",", "."))
    raise Invalid("income-form")
