"""Every screen and situation of the program, for pictures: what has to be done to see it, by name."""
