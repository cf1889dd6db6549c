"""Help and About: what the program is and is not, when to stop, and what it is made of."""
