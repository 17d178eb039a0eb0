"""Are values sealed for one place only, and is a bad key file refused with its reason?"""

import base64
import os
import threading
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.keys import KeyProblem, KeyRing, SealBroken, make_key

OLD = bytes(range(32))
NEW = bytes(range(32, 64))


def line(key_id: int, key: bytes) -> str:
    return f"{key_id}:{base64.b64encode(key).decode()}\n"


def key_file(folder: Path, text: str | bytes, mode: int = 0o400) -> Path:
    path = folder / "keys"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    path.chmod(mode)
    return path


def code_of(path: Path) -> str:
    with pytest.raises(KeyProblem) as problem:
        KeyRing.load(path)
    return problem.value.code


@given(plain=st.binary(max_size=2000), about=st.text(max_size=40))
def test_what_was_sealed_opens_again(plain: bytes, about: str) -> None:
    ring = KeyRing({1: OLD})
    assert ring.open(ring.seal(plain, about), about) == plain


@given(plain=st.binary(max_size=50), at=st.integers(min_value=0), bit=st.integers(0, 7))
def test_one_changed_bit_anywhere_breaks_the_seal(plain: bytes, at: int, bit: int) -> None:
    ring = KeyRing({1: OLD})
    sealed = bytearray(ring.seal(plain, "a"))
    at %= len(sealed)
    sealed[at] ^= 1 << bit
    with pytest.raises(SealBroken) as broken:
        ring.open(bytes(sealed), "a")
    assert broken.value.code == ("key" if at == 0 else "seal")


def test_a_value_moved_to_another_row_does_not_open() -> None:
    ring = KeyRing({1: OLD})
    with pytest.raises(SealBroken) as broken:
        ring.open(ring.seal(b"rahasia", "drafts.answers:17"), "drafts.answers:18")
    assert broken.value.code == "seal"


@pytest.mark.parametrize("length", range(1, 29))
def test_a_value_cut_short_does_not_open(length: int) -> None:
    ring = KeyRing({1: OLD})
    with pytest.raises(SealBroken) as broken:
        ring.open(ring.seal(b"", "a")[:length], "a")
    assert broken.value.code == "seal"


def test_nothing_at_all_does_not_open() -> None:
    with pytest.raises(SealBroken):
        KeyRing({1: OLD}).open(b"", "a")


def test_the_same_value_is_sealed_differently_each_time() -> None:
    ring = KeyRing({1: OLD})
    assert len({ring.seal(b"sama", "a") for _ in range(100)}) == 100


def test_a_key_of_the_same_id_but_other_secret_does_not_open() -> None:
    with pytest.raises(SealBroken) as broken:
        KeyRing({1: NEW}).open(KeyRing({1: OLD}).seal(b"x", "a"), "a")
    assert broken.value.code == "seal"


def test_after_rotation_old_values_open_and_new_ones_use_the_new_key(tmp_path: Path) -> None:
    before = KeyRing.load(key_file(tmp_path, line(1, OLD)))
    sealed = before.seal(b"lama", "a")
    (tmp_path / "keys").unlink()
    after = KeyRing.load(key_file(tmp_path, line(1, OLD) + line(2, NEW)))
    assert after.open(sealed, "a") == b"lama"
    assert after.seal(b"baru", "a")[0] == after.active_id == 2
    assert before.open(after.seal(b"baru", "a"), "a") == b"baru"
    assert before.active_id == 2


def test_a_key_that_nobody_has_any_more_is_a_plain_error(tmp_path: Path) -> None:
    before = KeyRing.load(key_file(tmp_path, line(1, OLD)))
    with pytest.raises(SealBroken) as broken:
        before.open(KeyRing({3: NEW}).seal(b"x", "a"), "a")
    assert broken.value.code == "key"
    (tmp_path / "keys").unlink()
    with pytest.raises(SealBroken) as without_file:
        before.open(KeyRing({3: NEW}).seal(b"x", "a"), "a")
    assert without_file.value.code == "key"


def test_an_index_is_the_same_after_rotation_and_differs_by_purpose_text_and_key() -> None:
    one, two = KeyRing({1: OLD}), KeyRing({1: OLD, 2: NEW})
    assert one.index("6471050000000000", "people.nik") == two.index("6471050000000000", "people.nik")
    others = {
        one.index("6471050000000000", "people.nik"),
        one.index("6471050000000000", "people.phone"),
        one.index("6471050000000001", "people.nik"),
        KeyRing({1: NEW}).index("6471050000000000", "people.nik"),
    }
    assert sorted(map(len, others)) == [32, 32, 32, 32]


def test_the_last_line_is_active_whatever_its_id_and_comments_are_allowed(tmp_path: Path) -> None:
    text = "# kunci contoh\n\n" + line(9, OLD) + "  # diganti\n" + line(3, NEW)
    assert KeyRing.load(key_file(tmp_path, text)).active_id == 3


@pytest.mark.parametrize("text", ["", "\n\n", "# hanya komentar\n"])
def test_a_file_without_a_key_is_empty(tmp_path: Path, text: str) -> None:
    assert code_of(key_file(tmp_path, text)) == "empty"


def test_no_file_is_missing(tmp_path: Path) -> None:
    assert code_of(tmp_path / "keys") == "missing"


def test_a_folder_or_a_pipe_is_unreadable(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe", 0o600)
    assert (code_of(tmp_path), code_of(tmp_path / "pipe")) == ("unreadable", "unreadable")


@pytest.mark.parametrize("mode", [0o440, 0o404, 0o644, 0o660, 0o700, 0o600 | 0o4000])
def test_a_file_others_may_touch_is_refused_for_its_mode(tmp_path: Path, mode: int) -> None:
    assert code_of(key_file(tmp_path, line(1, OLD), mode)) == "mode"


@pytest.mark.parametrize("mode", [0o400, 0o600])
def test_a_private_file_is_read(tmp_path: Path, mode: int) -> None:
    assert KeyRing.load(key_file(tmp_path, line(1, OLD), mode)).active_id == 1


@pytest.mark.parametrize(
    "text",
    [
        "1",
        "1:",
        ":" + base64.b64encode(OLD).decode(),
        line(0, OLD),
        line(256, OLD),
        line(-1, OLD),
        line(1, OLD[:31]),
        line(1, OLD + b"x"),
        line(1, OLD) + line(1, NEW),
        "1:@@@@",
        "satu:" + base64.b64encode(OLD).decode(),
        "²:" + base64.b64encode(OLD).decode(),
        b"\xff\xfe\x00",
        "#" * 70_000,
    ],
)
def test_a_line_that_is_no_key_makes_the_file_malformed(tmp_path: Path, text: str | bytes) -> None:
    assert code_of(key_file(tmp_path, text)) == "malformed"


def test_a_problem_never_tells_the_key(tmp_path: Path) -> None:
    path = key_file(tmp_path, line(1, OLD) + line(1, NEW))
    with pytest.raises(KeyProblem) as problem:
        KeyRing.load(path)
    assert str(problem.value) == f"key file {path}: malformed"


def test_make_key_creates_a_private_file_and_adds_to_it(tmp_path: Path) -> None:
    path = tmp_path / "keys"
    assert make_key(path) == 1
    sealed = KeyRing.load(path).seal(b"lama", "a")
    assert make_key(path) == 2
    ring = KeyRing.load(path)
    assert (ring.active_id, ring.open(sealed, "a")) == (2, b"lama")
    assert path.stat().st_mode & 0o7777 == 0o400
    assert [entry.name for entry in tmp_path.iterdir()] == ["keys"]


def test_make_key_keeps_mode_comments_and_a_last_line_without_an_end(tmp_path: Path) -> None:
    path = key_file(tmp_path, "# contoh\n" + line(7, OLD).strip(), 0o600)
    assert make_key(path) == 8
    assert path.read_text().startswith("# contoh\n" + line(7, OLD) + "8:")
    assert path.stat().st_mode & 0o7777 == 0o600


def test_make_key_refuses_a_full_file_and_leaves_a_broken_one_alone(tmp_path: Path) -> None:
    path = key_file(tmp_path, line(255, OLD))
    with pytest.raises(KeyProblem) as problem:
        make_key(path)
    assert problem.value.code == "full"
    broken = tmp_path / "broken"
    broken.write_text("1:rusak")
    broken.chmod(0o400)
    with pytest.raises(KeyProblem) as problem:
        make_key(broken)
    assert (problem.value.code, broken.read_text()) == ("malformed", "1:rusak")


def test_keys_made_at_the_same_moment_are_all_kept(tmp_path: Path) -> None:
    path = tmp_path / "keys"
    threads = [threading.Thread(target=make_key, args=(path,)) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert KeyRing.load(path).active_id == 8
