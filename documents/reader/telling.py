"""By which numbers is a document known again, however its photo was cropped, turned, pressed or lit?

A person's NIK tells by itself. Of other numbers (of a partner, of a plate) two must agree: one alone may be a
company's. Numbers of telephones don't count, they stand in letterheads.
"""

import re

from documents.reader.reading import Reading

ENOUGH = 2  # weights that must agree
NIK_WEIGHT, OTHER_WEIGHT = 2, 1
_LOOKALIKES = str.maketrans("OQDILSBZ", "00011582")  # letters that are read where digits stand
_RUN = re.compile(r"[0-9OQDILSBZ]{9,}")
_FEWEST_DIGITS = 0.7  # of a run: under that it is a word
_NIK = re.compile(r"\d{6}(?:[0-2]\d|3[01]|[4-6]\d|7[01])(?:0\d|1[0-2])\d{6}")
_TELEPHONE = re.compile(r"(?:0|62)8")
# Codes of the police for regions (Perpol 7/2021), so that "NO 123 A" of an address is no plate.
_REGIONS = (
    "A AA AB AD AE AG B BA BB BD BE BG BH BK BL BM BN BP D DA DB DC DD DE DG DH DK DL DM DN DP DR DT DW"
    " E EA EB ED F G H K KB KH KT KU L M N P PA PB R S T W Z"
)
_PLATE = re.compile(rf"\b({'|'.join(_REGIONS.split())})\s?(\d{{3,4}})\s?([A-Z]{{1,3}})\b")


def telling_numbers(reading: Reading) -> dict[str, int]:
    """The numbers of a page with their weights; whoever shares numbers of `ENOUGH` weight shares the document.

    The NIK of a card is also taken as it was read more than once.
    """
    found: dict[str, int] = {}
    for line in map(str.upper, (*reading.lines, reading.fields.get("nik", ("", 0.0))[0])):
        found |= {"".join(plate): OTHER_WEIGHT for plate in _PLATE.findall(line)}
        for run in _RUN.findall(line):
            digits = run.translate(_LOOKALIKES)
            if sum(map(str.isdecimal, run)) < _FEWEST_DIGITS * len(run) or _TELEPHONE.match(digits):
                continue
            found[digits] = NIK_WEIGHT if _NIK.fullmatch(digits) else OTHER_WEIGHT
    return found
