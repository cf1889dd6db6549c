The program crashes, is killed, or the computer starts anew: the session is found without an end, and is not lost.

# The program crashed and comes back
start         -> running 10:00
+3m           -> running 7:00
crash 1s      -> asking 3:00 ; ask
still running -> running 6:59 ; resumed

# The program crashed twice before somebody answered
start         -> running 10:00
+3m           -> running 7:00
crash 1m      -> asking 3:00
crash 1m      -> asking 3:00 ; ask
don't know    -> ended unconfirmed 3:00 at most 5:00

# A crash during a pause asks, since the massager may be on again
start         -> running 10:00
+4m           -> running 6:00
pause         -> paused 6:00
+1m           -> paused 6:00
crash 2m      -> asking 4:00 paused 1:00
still running -> running 4:00 ; resumed

# A crash in overtime counts on
plan 5m
start         -> running 5:00
+6m           -> overtime +1:00
crash 10m     -> asking 5:00 +1:00
still running -> overtime +11:00 ; resumed
off           -> ended finished 5:00 +11:00

# A crash in overtime, and the person had switched it off meanwhile
plan 5m
start         -> running 5:00
+6m           -> overtime +1:00
crash 10m     -> asking 5:00 +1:00
off 4m ago    -> ended finished 5:00 +7:00 ; ended

# A crash over zero: it is in overtime since the minute at which the plan ended
plan 5m
start         -> running 5:00
+4m           -> running 1:00
crash 3m      -> asking 4:00 ; ask
still running -> overtime +2:00 ; resumed time_up

# The computer starts anew and the session goes on
plan 10m
start         -> running 10:00
+3m           -> running 7:00
reboot 2m     -> asking 3:00 ; ask
still running -> running 5:00 ; resumed
wall +1h      -> running 5:00 ; nothing
wall -2h      -> running 5:00 ; nothing
+5m           -> overtime +0:00 ; last_minute time_up

# The computer starts anew with a clock far behind, and what is sure still counts: the 20 seconds of this boot
plan 10m
start                  -> running 10:00
+3m                    -> running 7:00
reboot 2m wall -1h     -> asking 3:00
off 0s ago             -> ended stopped_early 3:20

# A clock far behind never makes the session younger
plan 10m
start                  -> running 10:00
+3m                    -> running 7:00
reboot 2m wall -9d     -> asking 3:00
still running          -> running 6:40
+1m                    -> running 5:40

# Overtime outlives a reboot with a wrong clock
plan 5m
start                  -> running 5:00
+6m                    -> overtime +1:00
reboot 2m wall -1h     -> asking 5:00 +1:00
still running          -> overtime +1:20
+1m                    -> overtime +2:20 ; alarm x3

# The computer starts anew during a pause, which was a pause until it went off
start       -> running 10:00
+4m         -> running 6:00
pause       -> paused 6:00
+1m         -> paused 6:00
reboot 2m   -> asking 4:00 paused 1:00 ; ask
off 0s ago  -> ended stopped_early 4:00 paused 3:00 ; ended

# The computer starts anew during a pause, and nobody knows
start       -> running 10:00
+4m         -> running 6:00
pause       -> paused 6:00
+1m         -> paused 6:00
reboot 2m   -> asking 4:00 paused 1:00
don't know  -> ended unconfirmed 4:00 paused 1:00 at most 6:00 ; ended

# The computer starts anew during a pause, and the massager runs
start          -> running 10:00
+4m            -> running 6:00
pause          -> paused 6:00
+1m            -> paused 6:00
reboot 2m      -> asking 4:00 paused 1:00
still running  -> running 4:00 ; resumed
wall +1h       -> running 4:00 ; nothing
wall -2h       -> running 4:00 ; nothing
off            -> ended stopped_early 6:00 paused 1:00

# The computer starts anew while it asks
start          -> running 10:00
+1m            -> running 9:00
sleep 2m       -> asking 1:00 ; ask
reboot 1m      -> asking 1:00 ; ask
still running  -> running 6:00 ; resumed

# The computer was off for a week
plan 10m
start          -> running 10:00
+1m            -> running 9:00
reboot 7d      -> asking 1:00 ; ask
don't know     -> ended unconfirmed 1:00 at most 10081:00 ; ended
