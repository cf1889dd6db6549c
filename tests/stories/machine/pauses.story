A pause: the person switches the massager off for a while. It is no massage, and it does not run out.

# A pause is no massage and does not run out
plan 10m
start    -> running 10:00
+4m      -> running 6:00
pause    -> paused 6:00 ; paused
+30m     -> paused 6:00 ; nothing
resume   -> running 6:00 ; resumed
+1m      -> running 5:00 ; half
off      -> ended stopped_early 5:00 paused 30:00 ; ended

# Two pauses add up
start    -> running 10:00
+1m      -> running 9:00
pause    -> paused 9:00
+2m      -> paused 9:00
resume   -> running 9:00
+1m      -> running 8:00
pause    -> paused 8:00
+3m      -> paused 8:00
off      -> ended stopped_early 2:00 paused 5:00

# The end comes later by the pause, and not a second more
plan 5m
start    -> running 5:00
+4m30s   -> running 0:30 ; half last_minute
pause    -> paused 0:30 ; paused
+90s     -> paused 0:30 ; nothing
resume   -> running 0:30 ; resumed
+29s     -> running 0:01 ; nothing
+1s      -> overtime +0:00 ; time_up
off      -> ended finished 5:00 paused 1:30 ; ended

# Half time is told once, however often somebody pauses around it
plan 2m
start    -> running 2:00
+59s     -> running 1:01
pause    -> paused 1:01
resume   -> running 1:01
+1s      -> running 1:00 ; last_minute
pause    -> paused 1:00 ; paused
resume   -> running 1:00 ; resumed
+1s      -> running 0:59 ; nothing

# A pause in a pause is the same pause
start    -> running 10:00
+1m      -> running 9:00
pause    -> paused 9:00 ; paused
+1m      -> paused 9:00
pause    -> paused 9:00 ; nothing
+1m      -> paused 9:00
off      -> ended stopped_early 1:00 paused 2:00
