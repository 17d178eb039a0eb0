"""Does a NIK, a name or a phone number of the test data stand readable in what a test run has left on the disk?

`python -m tests.support.leaks FOLDER…` looks with grep, byte by byte, into every file: databases with their WAL and
free pages, PostgreSQL's own files, vaults, logs. Not into the stand-in's state: that is Telegram's, and it knows all.
Nor into a list of old participants: that is the office's own, and Lindung only reads it.
"""

import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

TESTS = Path(__file__).parents[1]
TELEGRAM = ("telegram", "world.json")  # the folder and the file in which the stand-in for Telegram keeps its state
OFFICE_LIST = "daftar.csv"  # what the tests call such a list
_NIK = re.compile(r"(?<!\d)\d{4}([ .-]?)\d{4}\1\d{4}\1\d{4}(?!\d)")
_PHONE = re.compile(r"(?:\+62|\b62|\b0)8\d{2}[ -]?\d{4}[ -]?\d{3,5}\b")
_NAME = re.compile(r"\b[A-Z][a-z]+(?: [A-Z][a-z]+)*(?= \(contoh\))|\b[A-Z][a-z]+ Contoh(?: [A-Z][a-z]+)*")
_SHORTEST = 8  # signs: anything shorter comes up by chance in sealed bytes
_NOBODY = {"Verifikasi", "Orang Luar", "Seseorang", "Antar Contoh", "Pasar Contoh", "Pelabuhan Contoh"}  # no names


def secrets() -> list[str]:
    """All that is looked for: every NIK (whole and in fours), phone (in each usual form) and name in the tests."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(TESTS.rglob("*.py"))]
    folders = (TESTS / "samples", TESTS.parent / "bench" / "cards")
    people = [entry for each in folders for entry in json.loads((each / "truth.json").read_text(encoding="utf-8"))]
    printed = [entry["fields"] for entry in people if "fields" in entry]
    numbers = {re.sub(r"\D", "", each[0]) for text in texts for each in _NIK.finditer(text)}
    numbers |= {person["nik"] for person in printed}
    numbers = {number for number in numbers if len(set(number)) > 1}  # of one digit alone it is nobody's
    phones = {re.sub(r"\D", "", each[0]) for text in texts for each in _PHONE.finditer(text)} - _public()
    names = {each[0] for text in texts for each in _NAME.finditer(text)} - _NOBODY
    names |= {person["nama"] for person in printed}
    found = [form for number in numbers for form in _in_fours(number)]
    found += [form for phone in phones for form in _as_written(phone)]
    return sorted({each for each in (*found, *names) if len(each) >= _SHORTEST})


def _public() -> set[str]:
    """The phones that the programme files tell everybody, and that stand in every copy of one."""
    files = (TESTS.parent / "programmes").glob("*.toml")
    return {re.sub(r"\D", "", each[0]) for file in files for each in _PHONE.finditer(file.read_text(encoding="utf-8"))}


def found_in(*folders: Path) -> list[str]:
    """(file: what stands in it) for every file below the folders, upper or lower case."""
    with tempfile.NamedTemporaryFile("w", encoding="utf-8") as wanted:
        wanted.write("".join(f"{each}\n" for each in secrets()))
        wanted.flush()
        there = [str(folder) for folder in folders if folder.exists()]
        skipped = (f"--exclude-dir={TELEGRAM[0]}", f"--exclude={TELEGRAM[1]}", f"--exclude={OFFICE_LIST}")
        command = ("grep", "--recursive", "--text", "--only-matching", "--ignore-case", "--fixed-strings")
        grep = subprocess.run(
            [*command, *skipped, f"--file={wanted.name}", "--", *there],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            env=os.environ | {"LC_ALL": "C"},
            check=False,
        )
    if grep.returncode > 1:
        raise RuntimeError("grep could not read everything")
    return sorted(set(grep.stdout.decode(errors="replace").splitlines()))


def _in_fours(number: str) -> list[str]:
    return [sign.join(re.findall("....", number)) for sign in ("", " ", ".", "-")]


def _as_written(phone: str) -> list[str]:
    """0812…, 62812… and in groups; the international form with a plus holds the one without."""
    bare = phone.removeprefix("62").removeprefix("0")
    return [f"0{bare}", f"62{bare}", f"0{bare[:3]} {bare[3:7]} {bare[7:]}", f"0{bare[:3]}-{bare[3:7]}-{bare[7:]}"]


def main() -> None:
    """Look, and fail when something was found."""
    folders = [Path(name) for name in sys.argv[1:]]
    found = found_in(*folders)
    files = [path for folder in folders for path in folder.rglob("*") if path.is_file()]
    size = sum(path.stat().st_size for path in files) // 1_000_000
    print(*found, sep="\n")  # noqa: T201 - its purpose
    print(f"{len(found)} leaks of {len(secrets())} NIK, names and phones in {len(files)} files, {size} MB.")  # noqa: T201
    sys.exit(bool(found))


if __name__ == "__main__":
    main()
