"""Which words does a person read? All of them stand in `locales/<language>/*.ftl`, none in code."""

from locales.texts import MissingText, Rich, Texts

__all__ = ["MissingText", "Rich", "Texts"]
