"""How does a worker tell the bot's messages apart?"""

import re
from dataclasses import dataclass

from registration.questions import BY_KEY, QUESTIONS
from simulator.seen import Seen
from tests.support.worker import TEXTS

SUMMARY = "summary"
_NUMBER = re.compile(r"BPN-[0-9A-Z-]+")
# Longest first: "Apa pekerjaannya?" is also how a longer question begins.
_QUESTIONS = sorted(
    ((TEXTS(f"q-{question.key}"), question.key) for question in QUESTIONS), key=lambda each: -len(each[0])
)
_OTHERS = {
    TEXTS("receipt", number="", name="", agency="", queue="").splitlines()[0]: "receipt",
    TEXTS("receipt-mended", number="", queue="").splitlines()[0]: "receipt-mended",
    TEXTS("summary-which"): "list",
}
_BUTTONS = {
    "button-pages-done": "page-taken",
    "button-agree": "consent",
    "button-resume": "resume",
    "button-retype": "doubt",
    "button-register": "welcome",
}
_NOTICES = {"disetujui": "approve", "belum bisa diterima": "reject", "perlu diperbaiki": "send-back"}


@dataclass(frozen=True, slots=True)
class Screen:
    """One message that asks or tells something: its name, and the button that leads on if there is only one."""

    name: str
    post: Seen
    press: str = ""


def screen_of(post: Seen) -> Screen | None:
    """What this message is; None for those that need no reaction."""
    for words, key in _QUESTIONS:
        if words in post.text:
            return Screen(key, post)
    if TEXTS("button-send") in post.buttons:
        return Screen(SUMMARY, post)
    first = post.text.partition("\n")[0]
    if first in _OTHERS:
        return Screen(_OTHERS[first], post)
    return _notice(post) or _by_button(post)


def _notice(post: Seen) -> Screen | None:
    first = post.text.partition("\n")[0]
    if number_in(first):
        for words, name in _NOTICES.items():
            if words in first:
                return Screen(name, post)
    return None


def _by_button(post: Seen) -> Screen | None:
    for key, name in _BUTTONS.items():
        if TEXTS(key) in post.buttons:
            return Screen(name, post, TEXTS(key))
    return None


def number_in(text: str) -> str:
    """The case number in a message, "" when there is none."""
    found = _NUMBER.search(text)
    return found.group() if found else ""


def marked(post: Seen) -> list[str]:
    """The questions that a notice of "please mend" names."""
    labels = {TEXTS(f"q-{key}.label"): key for key in BY_KEY}
    lines = [line.removeprefix("• ") for line in post.text.splitlines() if line.startswith("• ")]
    return [labels[line] for line in lines if line in labels]
