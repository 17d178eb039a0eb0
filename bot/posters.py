"""How does an operator get posters for the places where people work or live, each with a link that tells the place?"""

import re
import unicodedata
from pathlib import Path

from bot.app import App
from bot.check import check_token
from bot.wrong import Wrong, first_line
from documents.poster import Poster, as_pdf, draw
from locales import Texts
from registration.areas import kecamatan_list, kelurahan_of

_LONGEST = 64  # Bot API: the payload of a deep link, A-Z a-z 0-9 _ -
_HEAD = "p-"  # a source that came from a poster


def places_of(texts: Texts, given: list[str], file: Path | None) -> list[str]:
    """The places that were named, by words or one a line in a file; with none, every kelurahan. Raises `Wrong`."""
    named = [*given, *_lines(file)] if file is not None else given
    places = [name for name in (" ".join(each.split()) for each in named) if name]
    if places or file is not None:
        return places
    wards = (ward for area in kecamatan_list() for ward in kelurahan_of(area.code))
    return [texts("poster-kelurahan", name=ward.name) for ward in wards]


def _lines(file: Path) -> list[str]:
    try:
        return file.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as problem:
        raise Wrong("posters-file", path=str(file), reason=first_line(problem)) from None


def source_of(place: str) -> str:
    """What the link says of a place: "Pangkalan Pasar Baru" becomes "p-pangkalan-pasar-baru". Raises `Wrong`."""
    bare = unicodedata.normalize("NFKD", place).encode("ascii", "ignore").decode().lower()
    words = "-".join(re.findall(r"[a-z0-9]+", bare))
    if not words:
        raise Wrong("posters-name", place=place)
    return (_HEAD + words)[:_LONGEST]


async def make(app: App, texts: Texts, places: list[str], folder: Path) -> list[str]:
    """Write one PDF a place; a line for each: the file and what its code opens. Raises `Wrong`."""
    me = await check_token(app)
    by_source: dict[str, str] = {}
    for place in places:
        before = by_source.setdefault(source_of(place), place)
        if before != place:
            raise Wrong("posters-same", first=before, second=place)
    return _written(texts, app.programme.city, me.username or "", by_source, folder)


def _written(texts: Texts, city: str, bot: str, by_source: dict[str, str], folder: Path) -> list[str]:
    lines = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for source, place in by_source.items():
            link = f"https://t.me/{bot}?start={source}"
            path = folder / f"{source}.pdf"
            path.write_bytes(as_pdf(draw(poster_of(texts, city, bot, place, link))))
            lines.append(texts("operator-poster", path=str(path), link=link))
    except OSError as problem:
        raise Wrong("folder", path=str(folder), reason=first_line(problem)) from None
    return lines


def poster_of(texts: Texts, city: str, bot: str, place: str, link: str) -> Poster:
    """The words of a poster."""
    return Poster(
        city=city,
        title=texts("poster-title"),
        below=texts("poster-below"),
        whom=(texts("poster-whom"), texts("poster-whose", city=city)),
        steps=tuple(texts(f"poster-step-{number}") for number in (1, 2, 3)),
        by_hand=texts("poster-by-hand", bot=bot),
        warning=texts("poster-warning"),
        place=texts("poster-place", place=place),
        link=link,
    )
