"""Do aiogram's models still work after their validators were dropped? In a process of its own: it cannot be undone."""

import subprocess
import sys

from tests.support.town import ROOT

PROGRAM = """

from aiogram.methods import GetMe
from aiogram.types import Update, User
from bot.slim import drop_unused_validators

drop_unused_validators()
chat, user = {"id": 7, "type": "private"}, {"id": 7, "is_bot": False, "first_name": "Budi (contoh)"}
message = {"message_id": 1, "date": 1700000000, "chat": chat, "from": user}
photo = {"file_id": "a", "file_unique_id": "b", "width": 1, "height": 1}
left, member = {"status": "left", "user": user}, {"status": "member", "user": user}
change = {"chat": chat, "from": user, "date": 1700000000, "old_chat_member": left, "new_chat_member": member}
kinds = {
    "message": message | {"text": "halo", "photo": [photo], "contact": {"phone_number": "62", "first_name": "B"}},
    "edited_message": message | {"document": photo},
    "callback_query": {"id": "1", "from": user, "chat_instance": "x", "data": "f:go:1", "message": message},
    "my_chat_member": change,
    "chat_member": change,
}
for number, (kind, body) in enumerate(kinds.items()):
    update = Update.model_validate({"update_id": number, kind: body})
    assert update.event_type == kind, kind
    assert update.event.from_user.first_name == "Budi (contoh)"
    assert Update.model_validate_json(update.model_dump_json(exclude_none=True)) == update
assert type(update.chat_member.new_chat_member).__name__ == "ChatMemberMember"
assert GetMe().model_dump() == {}
assert User(id=1, is_bot=True, first_name="x").full_name == "x"
print("ok")
"""


def test_every_kind_of_update_is_read_and_written_as_before() -> None:
    done = subprocess.run((sys.executable, "-W", "error", "-c", PROGRAM), cwd=ROOT, capture_output=True, text=True)
    assert (done.stdout, done.stderr) == ("ok\n", "")
