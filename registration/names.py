"""Are two names the same name spelled differently? Folds a name to words that are equal then.

Indonesian names keep the spelling of their time (van Ophuijsen 1901: oe, tj, dj, sj; the reform of 1972: u, c, j, sy)
and follow the ear: Rachmat, Rakhmat, Rahmat. Folding is for finding, never for showing, and rather takes two names for
one than overlooks one: whoever compares looks at something else as well (a birth date, a person's eyes).
"""

import re
import unicodedata

FOLDING = 3  # count up when a rule or the terms change: what was stored by the old rules is then folded anew

_OLD_SPELLING = re.compile(r"tj|dj|sj|^nj")
# In this order: a pair may stand in what an earlier one made.
_PAIRS = (
    ("oe", "u"), ("chr", "kr"), ("ch", "h"), ("kh", "h"), ("dh", "d"), ("th", "t"), ("sh", "s"), ("ph", "p"),
    ("gh", "g"), ("bh", "b"), ("ae", "ai"), ("f", "p"), ("v", "p"), ("z", "s"), ("q", "k"), ("x", "ks"),
)  # fmt: skip
_MUHAMMAD = frozenset({"moh", "muh", "mohd", "muhd", "mohamad", "mohamed", "muhamed"})
_SHORTEST_SILENT_H = 4  # "Fatimah" and "Fatima", but not "Muh"


def name_words(name: str) -> tuple[str, ...]:
    """Return the folded words of a name, in order, each once; single letters ("M.") only when there is nothing else."""
    plain = "".join(char for char in unicodedata.normalize("NFKD", name) if unicodedata.category(char)[0] != "M")
    words = [folded(word) for word in re.split(r"[\W\d_]+", re.sub("['’‘ʼ`´]", "", plain.casefold())) if word]
    long = [word for word in words if len(word) > 1]
    return tuple(dict.fromkeys(long or words))


def folded(word: str) -> str:
    """Return one word in small letters without accents as all its spellings are written: "soekarno" as "sukarno"."""
    word = _modern(word)
    word = re.sub("sy(?=[aiueo])", "s", word)
    for old, new in _PAIRS:
        word = word.replace(old, new)
    word = re.sub(r"(.)\1+", r"\1", word.replace("y", "i"))
    if len(word) >= _SHORTEST_SILENT_H:
        word = word.removesuffix("h")
    return "muhamad" if word in _MUHAMMAD else word


def _modern(word: str) -> str:
    """The spelling of 1972: "j" for "dj", and "y" for what was "j". Only a word with an old pair is changed."""
    if not _OLD_SPELLING.search(word):
        return word
    kept = word.replace("tj", "c").replace("dj", "J").replace("sj", "sy")
    return re.sub("^nj", "ny", kept).replace("j", "y").replace("J", "j")
