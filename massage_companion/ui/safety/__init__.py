"""The page about the safety check: today's result, a doctor's yes, the history, and the ways to another check."""
