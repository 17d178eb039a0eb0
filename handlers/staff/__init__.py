"""What does an officer live through in the staff group?"""
