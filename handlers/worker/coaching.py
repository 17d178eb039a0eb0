"""What does a worker hear of a photo that cannot be read well, and how often is it sent back?"""

from collections.abc import Sequence
from typing import Any

from locales import Rich, Texts
from registration.questions import Question
from storage.drafts import Draft

MOST_TIMES = 2  # then the photo is taken as it is, and staff are told what is wrong with it
_SENT_BACK = "_sent_back"  # in the answers of a draft: how often, by question


def times(draft: Draft, question: Question) -> int:
    """How often a photo for this question was sent back."""
    return int(draft.answers.get(_SENT_BACK, {}).get(question.key, 0))


def counted(draft: Draft, question: Question) -> dict[str, Any]:
    """The answers, with one time more."""
    before = draft.answers.get(_SENT_BACK, {})
    return draft.answers | {_SENT_BACK: before | {question.key: times(draft, question) + 1}}


def advice_text(texts: Texts, codes: Sequence[str], *, last: bool = False) -> Rich:
    """What is wrong (one or two `documents.advice.Code`), two plain steps, and what comes next."""
    keys = [f"advice-{code.replace('_', '-')}" for code in codes]
    steps = [f"{key}.first" for key in keys] if len(keys) > 1 else [f"{keys[0]}.first", f"{keys[0]}.second"]
    lines = [*(texts.rich(key) for key in keys), Rich("")]
    lines += [Rich(f"{number}. ") + texts.rich(step) for number, step in enumerate(steps, start=1)]
    lines += [Rich(""), texts.rich("advice-last" if last else "advice-again")]
    text = lines[0]
    for line in lines[1:]:
        text += Rich("\n") + line
    return text
