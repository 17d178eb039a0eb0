"""Has each advice its drawing and its words?"""

from io import BytesIO

import pytest
from PIL import Image

from documents.advice import Code
from documents.tips import SIZE, tip
from locales import Texts


@pytest.mark.parametrize("code", list(Code))
def test_each_advice_has_a_drawing_of_its_own(code: Code) -> None:
    assert Image.open(BytesIO(tip(code))).size == SIZE
    assert [other for other in Code if tip(other) == tip(code)] == [code]


@pytest.mark.parametrize("code", list(Code))
def test_each_advice_has_a_sentence_and_two_tips(code: Code) -> None:
    texts = Texts()
    key = f"advice-{code.replace('_', '-')}"
    assert [texts(each).count("\n") for each in (key, f"{key}.first", f"{key}.second", f"{key}.staff")] == [0] * 4
