The wall clock dates a session and never measures it. It can be set, jump for daylight saving, or travel.

# Setting the wall clock neither ends nor prolongs a session
start       -> running 10:00
+1m         -> running 9:00
wall +3d    -> running 9:00 ; nothing
+1m         -> running 8:00
wall -7d    -> running 8:00 ; nothing
off         -> ended stopped_early 2:00

# The clock is set back an hour
start       -> running 10:00
+6m         -> running 4:00
wall -1h    -> running 4:00 ; nothing
clock       -> 2026-11-14 11:06
+4m         -> overtime +0:00 ; last_minute time_up
off         -> ended finished 10:00 ; ended
log         -> 2026-11-14 12:00 to 2026-11-14 11:10, finished 10:00

# The clock is set forward an hour
start       -> running 10:00
+6m         -> running 4:00
wall +1h    -> running 4:00 ; nothing
clock       -> 2026-11-14 13:06
+4m         -> overtime +0:00 ; last_minute time_up
off         -> ended finished 10:00 ; ended
log         -> 2026-11-14 12:00 to 2026-11-14 13:10, finished 10:00

# The clock is set while the session is paused
start       -> running 10:00
+2m         -> running 8:00
pause       -> paused 8:00
wall +1h    -> paused 8:00 ; nothing
+1m         -> paused 8:00
resume      -> running 8:00
off         -> ended stopped_early 2:00 paused 1:00

# The clock is set in overtime
plan 5m
start       -> running 5:00
+6m         -> overtime +1:00
wall -1h    -> overtime +1:00 ; nothing
+10s        -> overtime +1:10 ; nothing
off         -> ended finished 5:00 +1:10

# Over midnight
at 2026-11-14 23:55
plan 10m
start       -> running 10:00
+5m         -> running 5:00 ; half
clock       -> 2026-11-15 00:00
+5m         -> overtime +0:00 ; last_minute time_up
off         -> ended finished 10:00
log         -> 2026-11-14 23:55 to 2026-11-15 00:05, finished 10:00

# Over the new year, at which nothing happens
at 2026-12-31 23:58
plan 5m
start       -> running 5:00
+5m         -> overtime +0:00 ; half last_minute time_up
off         -> ended finished 5:00
log         -> 2026-12-31 23:58 to 2027-01-01 00:03, finished 5:00

# Daylight saving ends: the hour comes twice, the ten minutes once
zone +2h
at 2026-10-25 02:55
plan 10m
start       -> running 10:00
+5m         -> running 5:00
zone +1h    -> running 5:00 ; nothing
clock       -> 2026-10-25 02:00
+5m         -> overtime +0:00 ; last_minute time_up
off         -> ended finished 10:00
log         -> 2026-10-25 02:55 to 2026-10-25 02:05, finished 10:00

# Daylight saving begins: an hour is missing, no minute of the session is
zone +1h
at 2027-03-28 01:55
plan 10m
start       -> running 10:00
+5m         -> running 5:00
zone +2h    -> running 5:00 ; nothing
clock       -> 2027-03-28 03:00
+5m         -> overtime +0:00 ; last_minute time_up
off         -> ended finished 10:00
log         -> 2027-03-28 01:55 to 2027-03-28 03:05, finished 10:00

# Daylight saving begins while the computer sleeps
zone +1h
at 2027-03-28 01:55
start          -> running 10:00
+1m            -> running 9:00
sleep 6m       -> asking 1:00 ; ask
zone +2h       -> asking 1:00 ; nothing
still running  -> running 3:00 ; resumed

# On a train through the zones, far east
plan 10m
start       -> running 10:00
+3m         -> running 7:00
zone +13h   -> running 7:00 ; nothing
clock       -> 2026-11-15 01:03
+7m         -> overtime +0:00 ; half last_minute time_up
off         -> ended finished 10:00
log         -> 2026-11-14 12:00 to 2026-11-15 01:10, finished 10:00

# And far west
plan 10m
start       -> running 10:00
+3m         -> running 7:00
pause       -> paused 7:00
zone -11h   -> paused 7:00 ; nothing
clock       -> 2026-11-14 01:03
resume      -> running 7:00
+7m         -> overtime +0:00 ; half last_minute time_up
off         -> ended finished 10:00
