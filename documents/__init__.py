"""Pictures and letters people send: opened safely, cleaned and drawn; knows no chat and no database."""
