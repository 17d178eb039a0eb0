"""How fast is Lindung beside bots that keep nothing? `python -m bench` measures it."""
