"""How does the bot stay small while it waits? aiogram builds validators for 600 models at import; we use a few."""

import ctypes
import gc
import sys
from collections.abc import Iterator

import aiogram.methods
import aiogram.types
from pydantic import BaseModel
from pydantic._internal._mock_val_ser import set_model_mocks

_USED = {aiogram.types.Update}


def drop_unused_validators() -> None:
    """Let pydantic build the validators of aiogram's models when they are first used, not all at import.

    Saves about 40 MB (docs/performance.md). What happens to a model on its first use is what pydantic's
    `defer_build` does; only the way to ask for it afterwards is private, so the pinned version is tested.
    """
    for model in {*_below(aiogram.types.TelegramObject), *_below(aiogram.methods.TelegramMethod)} - _USED:
        model.__pydantic_complete__ = False
        set_model_mocks(model)
    gc.collect()
    gc.freeze()  # what is loaded stays: looking for garbage among it held every answer up for a fifth of a second
    if sys.platform == "linux":
        ctypes.CDLL(None).malloc_trim(0)  # give what was freed back to the system


def _below(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    for child in model.__subclasses__():
        yield child
        yield from _below(child)
