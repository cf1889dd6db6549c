"""The settings screen: language, colours, text size, sound. Nothing here can touch a rule, a limit or the gate."""
