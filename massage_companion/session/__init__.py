"""One use of a massager: the gate that allows it, the plan, and the timer machine.

Pure: time comes in as readings. The massager cannot be seen or switched off from here, so body time always goes on.
"""
