"""Files: the program's own resources, the person's database, and the system clock.

The only rooms that touch a disk or a clock. Nothing here decides whether a session may start.
"""
