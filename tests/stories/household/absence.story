What the disk holds when the program is gone: every deed, and a look every twenty seconds.

# A crash between two written looks knows what was written, and asks
plan 10m
start          -> running 10:00
+57s           -> running 9:03
crash 3s       -> asking 0:40 ; ask
still running  -> running 9:00 ; resumed
off            -> ended stopped_early 1:00 ; ended

# A deed is written at once
plan 10m
start          -> running 10:00
+57s           -> running 9:03
pause          -> paused 9:03
crash 3s       -> asking 0:57 ; ask
off 3s ago     -> ended stopped_early 0:57 ; ended

# So are half time, each phase, the last minute and zero
plan left 2m, right 1m
start          -> running 3:00 left 2:00
+85s           -> running 1:35 left 0:35 ; nothing
+5s            -> running 1:30 left 0:30 ; half
+30s           -> running 1:00 right 1:00 ; phase last_minute
+60s           -> overtime +0:00 ; time_up
crash 1m       -> asking 3:00 ; ask
don't know     -> ended unconfirmed 3:00 at most 4:00 ; ended

# After something felt wrong there is no session until a new check
plan 10m
start          -> running 10:00
+90s           -> running 8:30
wrong          -> ended felt_wrong 1:30 ; ended
+3h
start          -> refused stop sign open
crash 1m       -> ended felt_wrong 1:30
start          -> refused stop sign open
+10d
start          -> refused stop sign open

# After a session that nobody knows the end of, the next one is one of its own
plan 5m
start          -> running 5:00
+1m            -> running 4:00
reboot 4m      -> asking 1:00 ; ask
don't know     -> ended unconfirmed 1:00 at most 5:00 ; ended
+61m
start          -> running 5:00
+5m            -> overtime +0:00 ; half last_minute time_up
off            -> ended finished 5:00 ; ended
