"""Does a bot that is killed at any moment lose nothing?"""
