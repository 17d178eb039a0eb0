"""How long do reminders to everybody take, and who waits for them? `python -m bench.reminders` measures it."""
