"""Which messages stand in the locale files, and which does the code ask for?"""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TypeVar

from fluent.syntax import FluentParser
from fluent.syntax import ast as fluent_ast
from fluent.syntax.visitor import Visitor

Node = TypeVar("Node", bound=ast.AST)
ROOT = Path(__file__).parents[2]
FILES = sorted((ROOT / "locales" / "id").glob("*.ftl"))
CODE = [
    path for name in ("bot", "handlers", "delivery", "jobs", "registration") for path in (ROOT / name).rglob("*.py")
]


class _Variables(Visitor):
    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: fluent_ast.VariableReference) -> None:  # noqa: N802 - Fluent's name
        self.names.add(node.id.name)


@cache
def entries() -> tuple[tuple[Path, fluent_ast.EntryType], ...]:
    """Every entry of every file, with the file it stands in."""
    parser = FluentParser()
    return tuple((path, entry) for path in FILES for entry in parser.parse(path.read_text(encoding="utf-8")).body)


@cache
def patterns() -> dict[str, frozenset[str]]:
    """Every text by its key ("q-nik", "q-nik.label"), with the values it needs."""
    found: dict[str, frozenset[str]] = {}
    for _, entry in entries():
        if isinstance(entry, fluent_ast.Message):
            parts = [(entry.id.name, entry.value)]
            parts += [(f"{entry.id.name}.{attribute.id.name}", attribute.value) for attribute in entry.attributes]
            for key, pattern in parts:
                if pattern is not None:
                    visitor = _Variables()
                    visitor.visit(pattern)
                    found[key] = frozenset(visitor.names)
    return found


@cache
def messages() -> tuple[str, ...]:
    """The names of all messages, in the order of the files."""
    return tuple(entry.id.name for _, entry in entries() if isinstance(entry, fluent_ast.Message))


@cache
def words_of_code() -> frozenset[str]:
    """Every string that stands in the code as it is."""
    return frozenset(node.value for node in _nodes(ast.Constant) if isinstance(node.value, str))


@cache
def composed_in_code() -> tuple[re.Pattern[str], ...]:
    """Every string that the code puts together, with at least two letters of its own, as a pattern."""
    found: list[re.Pattern[str]] = []
    for node in _nodes(ast.JoinedStr):
        parts = [str(part.value) if isinstance(part, ast.Constant) else None for part in node.values]
        if len("".join(part or "" for part in parts)) >= 2:
            found.append(re.compile("".join(".+" if part is None else re.escape(part) for part in parts)))
    return tuple(found)


def asked_for() -> set[str]:
    """Every key that the code hands to `texts(…)`, `texts.rich(…)` or `texts.has(…)` as it is."""
    keys: set[str] = set()
    for node in _nodes(ast.Call):
        name = ast.unparse(node.func)
        if re.search(r"(texts|TEXTS)(\.rich|\.has)?$", name) and node.args:
            keys |= {
                part.value
                for part in ast.walk(node.args[0])
                if isinstance(part, ast.Constant) and isinstance(part.value, str) and part.value in _bare(node.args[0])
            }
    return keys


def _bare(argument: ast.expr) -> set[str]:
    """The whole keys among the possible values of an argument: "a", or "a" if x else "b"."""
    if isinstance(argument, ast.Constant):
        return {str(argument.value)}
    if isinstance(argument, ast.IfExp):
        return _bare(argument.body) | _bare(argument.orelse)
    return set()


@cache
def _trees() -> tuple[ast.Module, ...]:
    return tuple(ast.parse(path.read_text(encoding="utf-8")) for path in CODE)


def _nodes(kind: type[Node]) -> Iterator[Node]:
    for tree in _trees():
        yield from (node for node in ast.walk(tree) if isinstance(node, kind))
