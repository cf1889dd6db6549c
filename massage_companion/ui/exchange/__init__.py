"""Reading files of other computers and other programs, with a look at them first."""
