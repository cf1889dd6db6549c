A session from start to off. The program cannot see the massager: zero is not the end, only a person's word is.

# From start to off
plan 10m
start    -> running 10:00
+5m      -> running 5:00 ; half
+4m      -> running 1:00 ; last_minute
+1m      -> overtime +0:00 ; time_up
+5s      -> overtime +0:05 ; nothing
off      -> ended finished 10:00 +0:05 ; ended
log      -> 2026-11-14 12:00 to 2026-11-14 12:10, finished 10:00 +0:05

# Stopping early counts what was used
plan 10m
start    -> running 10:00
+3m      -> running 7:00 ; nothing
off      -> ended stopped_early 3:00 ; ended

# A session of one minute has half time and zero, and no last minute to tell
plan 1m
start    -> running 1:00
+30s     -> running 0:30 ; half
+30s     -> overtime +0:00 ; time_up
off      -> ended finished 1:00 ; ended

# In a session of two minutes the last minute is told rather than half time
plan 2m
start    -> running 2:00
+1m      -> running 1:00 ; last_minute
+1m      -> overtime +0:00 ; time_up

# Zero is not the end, and the alarm repeats until somebody says that it is off
plan 5m
start    -> running 5:00
+5m      -> overtime +0:00 ; half last_minute time_up
+19s     -> overtime +0:19 ; nothing
+1s      -> overtime +0:20 ; alarm
+2m      -> overtime +2:20 ; alarm x6
off      -> ended finished 5:00 +2:20 ; ended

# Somebody fell asleep, and the massager ran for hours
plan 5m
start    -> running 5:00
+6m      -> overtime +1:00
+3h      -> overtime +181:00 ; alarm x540
off      -> ended finished 5:00 +181:00 ; ended
log      -> 2026-11-14 12:00 to 2026-11-14 15:06, finished 5:00 +181:00

# A button pressed too late is no pause
plan 5m
start       -> running 5:00
+4m59s      -> running 0:01
frozen 1s   -> overtime +0:00
pause       -> overtime +0:00 ; nothing
resume      -> overtime +0:00 ; nothing

# Answers to a question that nobody asked change nothing
start          -> running 10:00
+1m            -> running 9:00
still running  -> running 9:00 ; nothing
don't know     -> running 9:00 ; nothing
off 5m ago     -> running 9:00 ; nothing

# Two sessions, an hour and a bit apart
plan 5m
start    -> running 5:00
+2m      -> running 3:00
off      -> ended stopped_early 2:00 ; ended
+61m     -> ended stopped_early 2:00 ; nothing
start    -> running 5:00
+5m      -> overtime +0:00 ; half last_minute time_up
off      -> ended finished 5:00 ; ended
log      -> 2026-11-14 13:03 to 2026-11-14 13:08, finished 5:00
