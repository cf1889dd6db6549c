"""The log: what was done, for how long, and how it felt.

Pure. Facts measured by the timer are never changed here.
"""
