"""Which files are the code that the rules of the house are about?"""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGES = ("bot", "handlers", "delivery", "jobs", "storage", "registration", "documents", "locales")
Function = ast.FunctionDef | ast.AsyncFunctionDef


def name_of(path: Path) -> str:
    """The path as one writes it from the root."""
    return path.relative_to(ROOT).as_posix()


@cache
def modules(*packages: str) -> tuple[Path, ...]:
    """Every module of these packages (default: all of the house), migrations left out."""
    found = (path for package in packages or PACKAGES for path in sorted((ROOT / package).rglob("*.py")))
    return tuple(path for path in found if "versions" not in path.parts)


@cache
def tree_of(path: Path) -> ast.Module:
    """The module, parsed."""
    return ast.parse(path.read_text(encoding="utf-8"))


def functions(path: Path) -> Iterator[Function]:
    """Every function and method of a module."""
    return (node for node in ast.walk(tree_of(path)) if isinstance(node, Function))
