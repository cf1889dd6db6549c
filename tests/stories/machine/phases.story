Phases, such as left side, right side, low. Each next one is told when it begins, by body time: a pause holds it.

# Left, right, low
plan left 5m, right 4m, low 1m
start    -> running 10:00 left 5:00 ; nothing
+4m59s   -> running 5:01 left 0:01 ; nothing
+1s      -> running 5:00 right 4:00 ; phase half
+4m      -> running 1:00 low 1:00 ; phase last_minute
+1m      -> overtime +0:00 ; time_up
off      -> ended finished 10:00 ; ended

# A phase that begins at no other moment is told alone
plan left 3m, right 7m
start    -> running 10:00 left 3:00
+3m      -> running 7:00 right 7:00 ; phase
+2m      -> running 5:00 right 5:00 ; half

# A pause holds the phase
plan left 5m, right 5m
start    -> running 10:00 left 5:00
+4m      -> running 6:00 left 1:00
pause    -> paused 6:00 left 1:00
+10m     -> paused 6:00 left 1:00 ; nothing
resume   -> running 6:00 left 1:00 ; resumed
+1m      -> running 5:00 right 5:00 ; phase half

# The computer slept over a change of phase, and the massager ran on
plan left 2m, right 8m
start          -> running 10:00 left 2:00
+1m            -> running 9:00 left 1:00
sleep 3m       -> asking 1:00 ; ask
still running  -> running 6:00 right 6:00 ; resumed phase

# The computer slept over several phases: only the present one is told
plan left 1m, right 1m, low 1m, high 7m
start          -> running 10:00 left 1:00
+30s           -> running 9:30 left 0:30
sleep 5m       -> asking 0:30 ; ask
still running  -> running 4:30 high 4:30 ; resumed phase

# The program crashed in one phase and comes back in the same
plan left 5m, right 5m
start          -> running 10:00 left 5:00
+1m            -> running 9:00 left 4:00
crash 2m       -> asking 1:00 ; ask
still running  -> running 7:00 left 2:00 ; resumed
+2m            -> running 5:00 right 5:00 ; phase half

# A window that hung for some seconds tells the change when it is back
plan left 1m, right 1m
start          -> running 2:00 left 1:00
+50s           -> running 1:10 left 0:10
frozen 20s     -> running 0:50 right 0:50 ; phase last_minute
