"""Is each file one idea of a readable size that opens by saying which question it answers?"""

import ast

from tests.code.sources import functions, modules, name_of, tree_of

LONGEST_FILE = 250
LONGEST_FUNCTION = 40
# Where one fault may not stop the others, so that every kind of exception is caught.
CATCH_ALL = {"bot/processor.py", "delivery/courier.py", "jobs/runner.py"}


def test_every_module_opens_by_saying_what_it_is_for() -> None:
    assert [name_of(path) for path in modules() if not ast.get_docstring(tree_of(path))] == []


def test_no_file_is_longer_than_a_person_reads_at_once() -> None:
    lengths = {name_of(path): len(path.read_text(encoding="utf-8").splitlines()) for path in modules()}
    assert {name: length for name, length in lengths.items() if length > LONGEST_FILE} == {}


def test_no_function_is_longer_than_a_screen() -> None:
    lengths = {
        f"{name_of(path)}:{node.name}": (node.end_lineno or 0) - node.lineno + 1
        for path in modules()
        for node in functions(path)
    }
    assert {name: length for name, length in lengths.items() if length > LONGEST_FUNCTION} == {}


def test_every_kind_of_exception_is_caught_only_where_it_is_listed() -> None:
    assert {name_of(path) for path in modules() if any(map(catches_all, ast.walk(tree_of(path))))} == CATCH_ALL


def catches_all(node: ast.AST) -> bool:
    if not isinstance(node, ast.ExceptHandler):
        return False
    kinds = node.type.elts if isinstance(node.type, ast.Tuple) else [node.type]
    broad = any(isinstance(kind, ast.Name) and kind.id in {"Exception", "BaseException"} for kind in kinds)
    return (broad or node.type is None) and not any(reraises(each) for each in node.body)


def reraises(node: ast.stmt) -> bool:
    """`raise` alone: tidying up on the way out hides nothing."""
    return isinstance(node, ast.Raise) and node.exc is None
