"""Keeping, restoring and deleting what the program holds."""
