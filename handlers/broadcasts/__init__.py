"""How do staff say something to many: /siaran, from the first words to the last person who was reached?"""
