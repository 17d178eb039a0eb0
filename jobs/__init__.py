"""Which slow work is done outside the database and the conversation? Each takes a row and leaves a row."""
