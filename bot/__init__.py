"""Which parts are there, and how do they become one running bot?"""
