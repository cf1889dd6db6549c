"""How the program with a window is put together: use cases, desktop, what is done once a day, beginning anew.

Only ``app`` comes in here. Nothing else makes adapters or knows all of them.
"""
