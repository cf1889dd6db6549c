"""The sub-commands: the program's own rules and store, for scripts, tests and the curious. No window, no Qt."""
