"""The parts that talk to the desktop around the window: sound, one running program, a polite start.

Must never decide anything about health or time; that is for the pure packages.
"""
