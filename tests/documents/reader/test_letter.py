"""Does a letter tell its kind, and whose it is?"""

import pytest

from documents.reader.letter import LetterHints, LetterKind, letter_hints

LETTER = (
    "GRAB - CONTOH (SPECIMEN)",
    "SURAT KETERANGAN MITRA AKTIF",
    "Nama",
    ": AGUS PUTRI SUSANTI",
    "NIK : 6473015511040002",
    "Nomor polisi : KT 3340 KD",
)
NAME, NIK, PLATE = "Agus Putri Susanti", "6473015511040002", "KT 3340 KD"


def test_a_letter_of_the_person_says_so() -> None:
    assert letter_hints(LETTER, NAME, NIK, PLATE) == LetterHints(LetterKind.MITRA, name=True, nik=True, plate=True)


def test_a_letter_of_somebody_else_says_so() -> None:
    hints = letter_hints(LETTER, "Budi Santoso", "6471011501900001", "KT 1234 AB")
    assert hints == LetterHints(LetterKind.MITRA, name=False, nik=False, plate=False)


def test_a_misread_sign_here_and_there_does_not_matter() -> None:
    misread = ("SURAT KETERANGAH MITRA AKTIF", "Nama : AGUS PUTR1 SUSANTI", "NIK 6473O15511O40007", "Nopol KT 334O KD")
    assert letter_hints(misread, NAME, NIK, PLATE) == LetterHints(LetterKind.MITRA, name=True, nik=True, plate=True)


def test_what_the_case_has_not_is_not_looked_for() -> None:
    assert letter_hints(LETTER, NAME, None, None) == LetterHints(LetterKind.MITRA, name=True, nik=None, plate=None)


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("KARTU PELAKU USAHA KELAUTAN DAN PERIKANAN (KUSUKA)", LetterKind.KUSUKA),
        ("adalah anggota kelompok nelayan Contoh Bahari di Manggar", LetterKind.GROUP),
        ("SURAT KETERANGAN KEMITRAAN DENGAN PENGEMUDI (CONTOH)", LetterKind.MITRA),
        ("Daftar belanja: beras sepuluh kilo, minyak goreng, telur", LetterKind.OTHER),
        ("w", LetterKind.UNKNOWN),
    ],
)
def test_the_kind_is_told_by_what_only_it_says(line: str, kind: LetterKind) -> None:
    assert letter_hints([line], None, None, None).kind == kind
