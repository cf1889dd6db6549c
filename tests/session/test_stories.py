"""Sessions told as stories: start, pause, zero, and the end, which only a person can tell.

The words of a story are explained in tests/support/session_script.py.
"""

from tests.support.session_script import story


@story
def test_from_start_to_off() -> None:
    """
    plan 10m
    start    -> running 10:00
    +5m      -> running 5:00 ; half
    +4m      -> running 1:00 ; last_minute
    +1m      -> overtime +0:00 ; time_up
    +5s      -> overtime +0:05 ; nothing
    off      -> ended finished 10:00 +0:05 ; ended
    """


@story
def test_stopping_early_counts_what_was_used() -> None:
    """
    plan 10m
    start    -> running 10:00
    +3m      -> running 7:00 ; nothing
    off      -> ended stopped_early 3:00 ; ended
    """


@story
def test_zero_is_not_the_end_and_the_alarm_repeats_until_somebody_says_that_it_is_off() -> None:
    """
    plan 5m
    start    -> running 5:00
    +5m      -> overtime +0:00 ; half last_minute time_up
    +19s     -> overtime +0:19 ; nothing
    +1s      -> overtime +0:20 ; alarm
    +2m      -> overtime +2:20 ; alarm x6
    +1h      -> overtime +62:20 ; alarm x180
    off      -> ended finished 5:00 +62:20 ; ended
    """


@story
def test_a_pause_is_no_massage_and_does_not_run_out() -> None:
    """
    plan 10m
    start    -> running 10:00
    +4m      -> running 6:00
    pause    -> paused 6:00 ; paused
    +30m     -> paused 6:00 ; nothing
    resume   -> running 6:00 ; resumed
    +1m      -> running 5:00 ; half
    off      -> ended stopped_early 5:00 paused 30:00 ; ended
    """


@story
def test_two_pauses_add_up() -> None:
    """
    start    -> running 10:00
    +1m      -> running 9:00
    pause    -> paused 9:00
    +2m      -> paused 9:00
    resume   -> running 9:00
    +1m      -> running 8:00
    pause    -> paused 8:00
    +3m      -> paused 8:00
    off      -> ended stopped_early 2:00 paused 5:00
    """


@story
def test_something_felt_wrong_ends_at_once() -> None:
    """
    start    -> running 10:00
    +90s     -> running 8:30
    wrong    -> ended felt_wrong 1:30 ; ended
    off      -> ended felt_wrong 1:30 ; nothing
    """


@story
def test_setting_the_wall_clock_neither_ends_nor_prolongs_a_session() -> None:
    """
    start       -> running 10:00
    +1m         -> running 9:00
    wall +3d    -> running 9:00 ; nothing
    +1m         -> running 8:00
    wall -7d    -> running 8:00 ; nothing
    off         -> ended stopped_early 2:00
    """
