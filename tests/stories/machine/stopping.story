Stopping is always safe and always one step, in every state. So is "Something feels wrong".

# Something felt wrong ends at once
start    -> running 10:00
+90s     -> running 8:30
wrong    -> ended felt_wrong 1:30 ; ended
off      -> ended felt_wrong 1:30 ; nothing

# Off in a pause
start    -> running 10:00
+2m      -> running 8:00
pause    -> paused 8:00
+1m      -> paused 8:00
off      -> ended stopped_early 2:00 paused 1:00 ; ended

# Something felt wrong in a pause
start    -> running 10:00
+2m      -> running 8:00
pause    -> paused 8:00
+1m      -> paused 8:00
wrong    -> ended felt_wrong 2:00 paused 1:00 ; ended

# Something felt wrong in overtime
plan 5m
start    -> running 5:00
+6m      -> overtime +1:00
wrong    -> ended felt_wrong 5:00 +1:00 ; ended

# Something felt wrong while the computer slept
start     -> running 10:00
+90s      -> running 8:30
sleep 4m  -> asking 1:30
wrong     -> ended felt_wrong 1:30 at most 5:30 ; ended

# Something felt wrong while the program was gone
start     -> running 10:00
+100s     -> running 8:20
crash 4m  -> asking 1:40
wrong     -> ended felt_wrong 1:40 at most 5:40 ; ended

# Off while it asks is no word about when
start     -> running 10:00
+90s      -> running 8:30
sleep 4m  -> asking 1:30
off       -> ended unconfirmed 1:30 at most 5:30 ; ended

# What has ended stays as it is
start          -> running 10:00
+1m            -> running 9:00
off            -> ended stopped_early 1:00 ; ended
off            -> ended stopped_early 1:00 ; nothing
wrong          -> ended stopped_early 1:00 ; nothing
pause          -> ended stopped_early 1:00 ; nothing
resume         -> ended stopped_early 1:00 ; nothing
still running  -> ended stopped_early 1:00 ; nothing
sleep 2h       -> ended stopped_early 1:00 ; nothing
