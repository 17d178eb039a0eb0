"""Does every sentence that a person reads stand in `locales`, and none of them in code?"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from locales import Texts
from tests.code.sources import ROOT, modules, name_of, tree_of

# Words that hardly any Indonesian sentence does without, and that no code needs.
COMMON = {
    "yang", "anda", "tidak", "belum", "sudah", "dan", "atau", "untuk", "dengan", "dari", "kami", "silakan", "ini",
    "itu", "bisa", "kirim", "coba", "lagi", "sedang", "maaf", "nomor", "ke", "di", "pendaftaran",
}  # fmt: skip


def literals(path: Path) -> Iterator[str]:
    """The texts of a module that are no docstrings; the fixed parts of an f-string together."""
    documentation = {id(node.value) for node in ast.walk(tree_of(path)) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.JoinedStr):
            yield " ".join(str(part.value) for part in node.values if isinstance(part, ast.Constant))
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in documentation:
            yield node.value


def is_sentence(text: str) -> bool:
    return len(COMMON & set(re.findall(r"[a-z]+", text.lower()))) >= 2


def test_no_sentence_in_indonesian_stands_in_code() -> None:
    packages = ("bot", "handlers", "delivery", "jobs", "storage")
    found = {name_of(path): [text for text in literals(path) if is_sentence(text)] for path in modules(*packages)}
    assert {name: texts for name, texts in found.items() if texts} == {}


def test_the_search_for_sentences_finds_one() -> None:
    assert is_sentence("Maaf, foto ini belum bisa dibaca.")
    assert not is_sentence("SELECT id FROM inbox")


def test_every_sentence_of_the_operator_is_used_and_every_code_has_its_sentence() -> None:
    written = set(re.findall(r"^([a-z-]+) =", (ROOT / "locales/id/operator.ftl").read_text(encoding="utf-8"), re.M))
    code = [text for path in modules("bot") for text in literals(path)]
    wrong = {f"wrong-{match}" for path in modules("bot") for match in raised(path)}
    settings = {name for name in written if name.startswith("wrong-setting-")}
    keys = {f"wrong-keys-{code}" for code in ("missing", "empty", "unreadable", "mode", "malformed", "full")}
    vault = {f"wrong-vault-{code}" for code in ("away", "bucket", "refused")}
    rows = ("name", "nik", "phone", "kelurahan", "cover-ends", "encoding", "cells", "long", "twice")
    refused = {f"row-{reason}" for reason in rows}
    named = {text for text in code if re.match(r"(cli|operator)-[a-z]", text)}
    assert written == named | wrong | settings | keys | vault | refused
    texts = Texts()
    assert [key for key in written if not texts.has(key)] == []


def raised(path: Path) -> Iterator[str]:
    """The codes of `Wrong("...")` in a module."""
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Wrong":
            code = node.args[0]
            if isinstance(code, ast.Constant):
                yield str(code.value)
