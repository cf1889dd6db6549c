"""Out of the program and into it: everything as JSON, the log as CSV, and what other programs wrote."""
