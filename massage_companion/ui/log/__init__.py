"""The log screen: a table of sessions, read page by page. It shows facts and changes none."""
