"""How does a chart reach a staff group: drawn by a job, sent with its words?"""

from dataclasses import asdict
from typing import Any

from delivery import messages
from documents.bars import Chart
from handlers.context import Services
from locales import Rich
from storage import outbox
from storage.database import Unit


def post(unit: Unit, chat_id: int, chart: Chart, words: Rich, *, reply_to: int | None = None) -> None:
    """Have a chart drawn and sent with `words` (at most 1,024 UTF-16 units) below it."""
    body = {
        "chart": asdict(chart),
        "chat_id": chat_id,
        "words": words.text,
        "entities": list(words.entities),
        "reply_to": reply_to,
    }
    outbox.job(unit, "draw_chart", body)


async def on_drawn(unit: Unit, _services: Services, body: dict[str, Any]) -> None:
    """The picture is there: send it with its words; without a picture the words go alone."""
    chat_id, reply_to = body["chat_id"], body["reply_to"]
    if "vault" not in body["result"]:
        words = Rich(body["words"], tuple(body["entities"]))
        messages.send(unit, chat_id, words, reply_to=reply_to)
        return
    params: dict[str, Any] = {"chat_id": chat_id, "caption": body["words"], "caption_entities": body["entities"]}
    if reply_to is not None:
        params["reply_parameters"] = {"message_id": reply_to, "allow_sending_without_reply": True}
    outbox.call(unit, "sendPhoto", params, chat_id=chat_id, extra={"vault": body["result"]["vault"]})
