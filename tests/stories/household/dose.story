How much massage there was lately: 15 minutes a session, 2 sessions and 30 minutes in any 24 hours, an hour of rest.
The 24 hours roll, so that neither midnight nor a clock nor a journey buys a minute.

# The second session comes after an hour of rest
plan 10m
start    -> running 10:00
+10m     -> overtime +0:00 ; half last_minute time_up
off      -> ended finished 10:00 ; ended
dose     -> 10 of 30 minutes, next at 2026-11-14 13:10
+30m
start    -> refused rest not over until 2026-11-14 13:10
+29m59s
start    -> refused rest not over until 2026-11-14 13:10
+1s
dose     -> 10 of 30 minutes, next now
start    -> running 10:00

# After two sessions the day is used up, and a day is 24 hours
plan 5m
start    -> running 5:00
+5m
off      -> ended finished 5:00
+2h
start    -> running 5:00
+5m
off      -> ended finished 5:00
dose     -> 10 of 30 minutes, next at 2026-11-15 12:05
+2h
start    -> refused minutes used up until 2026-11-15 12:05
+19h54m
start    -> refused minutes used up until 2026-11-15 12:05
+1m
start    -> running 5:00

# The thirty minutes are used up by two sessions
plan 15m
start    -> running 15:00
+15m
off      -> ended finished 15:00
+60m
start    -> running 15:00
+15m
off      -> ended finished 15:00
dose     -> 30 of 30 minutes, next at 2026-11-15 12:15
+61m
start    -> refused minutes used up until 2026-11-15 12:15

# Overtime counts: whoever overslept waits for the minutes
plan 15m
start    -> running 15:00
+45m     -> overtime +30:00
off      -> ended finished 15:00 +30:00
dose     -> 45 of 30 minutes, next at 2026-11-15 12:45
+2h
start    -> refused minutes used up until 2026-11-15 12:45

# What nobody knows counts as the most it can have been
plan 10m
start       -> running 10:00
+1m
sleep 40m   -> asking 1:00
don't know  -> ended unconfirmed 1:00 at most 41:00
dose        -> 41 of 30 minutes, next at 2026-11-15 12:41

# What is left of the day bounds the next session
plan 15m
start    -> running 15:00
+20m     -> overtime +5:00
off      -> ended finished 15:00 +5:00
+61m
start    -> refused plan too long
plan 10m
start    -> running 10:00

# Midnight buys nothing
at 2026-11-14 23:30
plan 15m
start    -> running 15:00
+15m
off      -> ended finished 15:00
+10m
start    -> refused rest not over until 2026-11-15 00:45
+10m
clock    -> 2026-11-15 00:05
dose     -> 15 of 30 minutes, next at 2026-11-15 00:45
start    -> refused rest not over until 2026-11-15 00:45
+40m
start    -> running 15:00
+15m
off      -> ended finished 15:00
+2h
dose     -> 30 of 30 minutes, next at 2026-11-15 23:45

# Setting the clock buys nothing
plan 10m
start     -> running 10:00
+10m
off       -> ended finished 10:00
wall +2d
dose      -> 10 of 30 minutes, next at 2026-11-16 13:10
start     -> refused rest not over until 2026-11-16 13:10
wall -9d
dose      -> 10 of 30 minutes, next at 2026-11-07 13:10
start     -> refused rest not over until 2026-11-07 13:10
+60m
start     -> running 10:00

# A restart with a clock that is behind buys nothing
plan 10m
start                 -> running 10:00
+10m
off                   -> ended finished 10:00
reboot 5m wall -1d    -> ended finished 10:00
dose                  -> 10 of 30 minutes, next at 2026-11-13 13:15
start                 -> refused rest not over until 2026-11-13 13:15

# A flight over many zones buys nothing
plan 10m
start      -> running 10:00
+10m
off        -> ended finished 10:00
zone +13h
dose       -> 10 of 30 minutes, next at 2026-11-15 02:10
start      -> refused rest not over until 2026-11-15 02:10
zone -11h
start      -> refused rest not over until 2026-11-14 02:10

# The end of daylight saving makes no day shorter than 24 hours
zone +2h
at 2026-10-24 20:00
plan 5m
start    -> running 5:00
+5m
off      -> ended finished 5:00
+90m
start    -> running 5:00
+5m
off      -> ended finished 5:00
zone +1h
dose     -> 10 of 30 minutes, next at 2026-10-25 19:05
+22h24m
start    -> refused minutes used up until 2026-10-25 19:05
+1m
start    -> running 5:00

# Starting the program anew forgets nothing
plan 10m
start      -> running 10:00
+10m
off        -> ended finished 10:00
crash 5m   -> ended finished 10:00 ; nothing
dose       -> 10 of 30 minutes, next at 2026-11-14 13:10
start      -> refused rest not over until 2026-11-14 13:10
reboot 5m  -> ended finished 10:00 ; nothing
start      -> refused rest not over until 2026-11-14 13:10
