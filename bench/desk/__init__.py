"""Do commands, buttons and the clock of the staff cost with 100,000 cases what they cost with a hundred?"""
