"""What do our buttons carry? At most 64 bytes, read back strictly: what comes in is hostile until checked."""

from typing import Annotated

from aiogram.filters.callback_data import CallbackData
from pydantic import Field, StringConstraints

FOR_OFFICERS = "petugas"  # t.me/<bot>?start=petugas: an officer opens the private chat
_Word = Annotated[str, StringConstraints(pattern=r"^[a-z_]{0,24}$")]
_Value = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_.]{0,20}$")]
_Id = Annotated[int, Field(strict=False, ge=0, le=2**53)]


class Form(CallbackData, prefix="f"):
    """A button of a form: what to do (`act`), on which question of which draft, with which choice."""

    act: _Word
    draft: _Id
    question: _Word = ""
    value: _Value = ""


class Menu(CallbackData, prefix="m"):
    """A button of the menu: what to do, and on which draft or case."""

    act: _Word
    id: _Id = 0


class Ask(CallbackData, prefix="a"):
    """What a question to the staff is about: a case, or without one a line of work ("": not known)."""

    case: _Id = 0
    sector: _Word = ""


class Terms(CallbackData, prefix="s"):
    """A button of /syarat: the answers tapped so far, a letter each. They are kept nowhere else."""

    taps: Annotated[str, StringConstraints(pattern=r"^[a-z]{0,5}$")] = ""


class Review(CallbackData, prefix="r"):
    """A button of a card: what to do on which case, which was shown in which revision."""

    act: _Word
    case: _Id
    revision: _Id
    value: _Value = ""


class Desk(CallbackData, prefix="d"):
    """A button below the answer to a command of a staff group: what to do, on which case, how."""

    act: _Word
    id: _Id = 0
    value: _Value = ""


class Bind(CallbackData, prefix="b"):
    """A button under /pasang or /lepas: what to do about which agency."""

    act: _Word
    agency: _Value = ""


class Cast(CallbackData, prefix="k"):
    """A button below a broadcast in a staff group: what to do with which, which was shown in which revision."""

    act: _Word
    id: _Id
    revision: _Id
    value: _Value = ""


class Heard(CallbackData, prefix="h"):
    """A button below a broadcast as people get it: where it leads, and of which broadcast the press is counted."""

    act: _Word
    id: _Id
