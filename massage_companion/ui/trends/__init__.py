"""Trends: what the sessions of a person show together, in sentences with an interval and in charts."""
