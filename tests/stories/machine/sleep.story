The computer sleeps or hangs, the massager kneads on. Only the person knows what happened, so they are asked.

# The computer sleeps during a pause and nothing is asked
start    -> running 10:00
+4m      -> running 6:00
pause    -> paused 6:00
sleep 8h -> paused 6:00 ; nothing
resume   -> running 6:00

# After a sleep the person says that it ran on
plan 10m
start         -> running 10:00
+3m           -> running 7:00
sleep 2m      -> asking 3:00 ; ask
+10s          -> asking 3:00 ; nothing
still running -> running 4:50 ; resumed
+4m50s        -> overtime +0:00 ; last_minute time_up

# The session ended while the computer slept, and it is in overtime since that very minute
plan 10m
start         -> running 10:00
+3m           -> running 7:00
sleep 20m     -> asking 3:00 ; ask
still running -> overtime +13:00 ; resumed time_up
off           -> ended finished 10:00 +13:00
log           -> 2026-11-14 12:00 to 2026-11-14 12:23, finished 10:00 +13:00

# After a sleep the person knows when it went off
plan 10m
start        -> running 10:00
+3m          -> running 7:00
sleep 20m    -> asking 3:00
off 15m ago  -> ended stopped_early 8:00 ; ended
log          -> 2026-11-14 12:00 to 2026-11-14 12:08, stopped_early 8:00

# After a sleep it went off five minutes ago, which was after the plan
plan 10m
start        -> running 10:00
+3m          -> running 7:00
sleep 20m    -> asking 3:00
off 5m ago   -> ended finished 10:00 +8:00

# It cannot have gone off before the program last saw it running
start        -> running 10:00
+3m          -> running 7:00
sleep 2m     -> asking 3:00
off 9h ago   -> ended stopped_early 3:00

# After a sleep nobody knows
plan 10m
start        -> running 10:00
+3m          -> running 7:00
sleep 20m    -> asking 3:00
don't know   -> ended unconfirmed 3:00 at most 23:00 ; ended
log          -> 2026-11-14 12:00 to 2026-11-14 12:03, unconfirmed 3:00 at most 23:00

# The computer sleeps in overtime, and overtime goes on
plan 5m
start          -> running 5:00
+5m30s         -> overtime +0:30
sleep 10m      -> asking 5:00 +0:30 ; ask
still running  -> overtime +10:30 ; resumed
off            -> ended finished 5:00 +10:30 ; ended

# The computer sleeps again while it asks: the question stays, and the time goes on
start          -> running 10:00
+1m            -> running 9:00
sleep 2m       -> asking 1:00 ; ask
sleep 3m       -> asking 1:00 ; nothing
still running  -> running 4:00 ; resumed

# A whole night
plan 10m
start          -> running 10:00
+2m            -> running 8:00
sleep 8h       -> asking 2:00 ; ask
don't know     -> ended unconfirmed 2:00 at most 482:00 ; ended

# The window was frozen for half a minute
start       -> running 10:00
+1m         -> running 9:00
frozen 30s  -> running 8:30 ; nothing
frozen 31s  -> asking 1:30 ; ask

# A short sleep is a sleep
start        -> running 10:00
sleep 2s     -> running 9:58 ; nothing
sleep 3s     -> asking 0:02 ; ask

# A frozen window does not swallow the end
plan 1m
start       -> running 1:00
+45s        -> running 0:15 ; half
frozen 20s  -> overtime +0:05 ; time_up
frozen 29s  -> overtime +0:34 ; alarm
frozen 30s  -> overtime +1:04 ; alarm
