"""What does a worker live through in the private chat?"""
