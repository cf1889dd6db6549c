"""Whether a person may use a massager: answers, rules and the verdict.

Pure: no window, no files, no clock, no chance. It must never turn a missing or unsure answer into a yes.
"""
