"""Who uses a massager here: the menu of people, and the guide that adds or renames one."""
