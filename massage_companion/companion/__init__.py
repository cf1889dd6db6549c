"""The program without a window: every use case, over ports.

No Qt, no files, no clock of its own. Whoever starts a session comes through here, and here only the gate says yes.
"""
