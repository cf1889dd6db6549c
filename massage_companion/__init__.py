"""Massage Companion: may I use my neck massager, for how long, and does it help?

This file holds the version and nothing else; it must never import anything, so that every part of the
program can be imported alone.
"""

__version__ = "0.1.0"
