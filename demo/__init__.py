"""How does a newcomer try the bot in one command, without a token and without a network?"""
