"""Sessions told as stories: the massager kneads on while the computer sleeps, hangs, crashes or is off.

The words of a story are explained in tests/support/session_script.py.
"""

from tests.support.session_script import story


@story
def test_the_computer_sleeps_during_a_pause_and_nothing_is_asked() -> None:
    """
    start    -> running 10:00
    +4m      -> running 6:00
    pause    -> paused 6:00
    sleep 8h -> paused 6:00 ; nothing
    resume   -> running 6:00
    """


@story
def test_after_a_sleep_the_person_says_that_it_ran_on() -> None:
    """
    plan 10m
    start         -> running 10:00
    +3m           -> running 7:00
    sleep 2m      -> asking 3:00 ; ask
    +10s          -> asking 3:00 ; nothing
    still running -> running 4:50 ; resumed
    +4m50s        -> overtime +0:00 ; last_minute time_up
    """


@story
def test_after_a_long_sleep_it_is_in_overtime_since_the_very_minute_at_which_the_plan_ended() -> None:
    """
    plan 10m
    start         -> running 10:00
    +3m           -> running 7:00
    sleep 20m     -> asking 3:00 ; ask
    still running -> overtime +13:00 ; resumed time_up
    off           -> ended finished 10:00 +13:00
    """


@story
def test_after_a_sleep_the_person_knows_when_it_went_off() -> None:
    """
    plan 10m
    start        -> running 10:00
    +3m          -> running 7:00
    sleep 20m    -> asking 3:00
    off 15m ago  -> ended stopped_early 8:00 ; ended
    """


@story
def test_after_a_sleep_it_went_off_five_minutes_ago_which_was_after_the_plan() -> None:
    """
    plan 10m
    start        -> running 10:00
    +3m          -> running 7:00
    sleep 20m    -> asking 3:00
    off 5m ago   -> ended finished 10:00 +8:00
    """


@story
def test_it_cannot_have_gone_off_before_the_program_last_saw_it_running() -> None:
    """
    start        -> running 10:00
    +3m          -> running 7:00
    sleep 2m     -> asking 3:00
    off 9h ago   -> ended stopped_early 3:00
    """


@story
def test_after_a_sleep_nobody_knows() -> None:
    """
    plan 10m
    start        -> running 10:00
    +3m          -> running 7:00
    sleep 20m    -> asking 3:00
    don't know   -> ended unconfirmed 3:00 at most 23:00 ; ended
    """


@story
def test_something_felt_wrong_while_the_computer_slept() -> None:
    """
    start     -> running 10:00
    +90s      -> running 8:30
    sleep 4m  -> asking 1:30
    wrong     -> ended felt_wrong 1:30 at most 5:30 ; ended
    """


@story
def test_the_window_was_frozen_for_half_a_minute() -> None:
    """
    start       -> running 10:00
    +1m         -> running 9:00
    frozen 30s  -> running 8:30 ; nothing
    frozen 31s  -> asking 1:30 ; ask
    """


@story
def test_a_short_sleep_is_a_sleep() -> None:
    """
    start        -> running 10:00
    sleep 2s     -> running 9:58 ; nothing
    sleep 3s     -> asking 0:02 ; ask
    """


@story
def test_a_frozen_window_does_not_swallow_the_end() -> None:
    """
    plan 1m
    start       -> running 1:00
    +45s        -> running 0:15 ; half
    frozen 20s  -> overtime +0:05 ; time_up
    frozen 29s  -> overtime +0:34 ; alarm
    frozen 30s  -> overtime +1:04 ; alarm
    """


@story
def test_the_program_crashed_and_comes_back() -> None:
    """
    start         -> running 10:00
    +3m           -> running 7:00
    crash 1s      -> asking 3:00 ; ask
    still running -> running 6:59 ; resumed
    """


@story
def test_the_program_crashed_twice_before_somebody_answered() -> None:
    """
    start         -> running 10:00
    +3m           -> running 7:00
    crash 1m      -> asking 3:00
    crash 1m      -> asking 3:00 ; ask
    don't know    -> ended unconfirmed 3:00 at most 5:00
    """


@story
def test_a_crash_during_a_pause_asks_since_the_massager_may_be_on_again() -> None:
    """
    start         -> running 10:00
    +4m           -> running 6:00
    pause         -> paused 6:00
    +1m           -> paused 6:00
    crash 2m      -> asking 4:00 paused 1:00
    still running -> running 4:00 ; resumed
    """


@story
def test_a_crash_in_overtime_counts_on() -> None:
    """
    plan 5m
    start         -> running 5:00
    +6m           -> overtime +1:00
    crash 10m     -> asking 5:00 +1:00
    still running -> overtime +11:00 ; resumed
    off           -> ended finished 5:00 +11:00
    """


@story
def test_the_computer_starts_anew_and_the_session_goes_on() -> None:
    """
    plan 10m
    start         -> running 10:00
    +3m           -> running 7:00
    reboot 2m     -> asking 3:00 ; ask
    still running -> running 5:00 ; resumed
    wall +1h      -> running 5:00 ; nothing
    wall -2h      -> running 5:00 ; nothing
    +5m           -> overtime +0:00 ; last_minute time_up
    """


@story
def test_the_computer_starts_anew_with_a_clock_far_behind_and_nothing_known_is_lost() -> None:
    """
    plan 10m
    start                  -> running 10:00
    +3m                    -> running 7:00
    reboot 2m wall -1h     -> asking 3:00
    off 0s ago             -> ended stopped_early 3:00
    """


@story
def test_a_clock_far_behind_never_makes_the_session_younger() -> None:
    """
    plan 10m
    start                  -> running 10:00
    +3m                    -> running 7:00
    reboot 2m wall -9d     -> asking 3:00
    still running          -> running 7:00
    +1m                    -> running 6:00
    """


@story
def test_overtime_outlives_a_reboot_with_a_wrong_clock() -> None:
    """
    plan 5m
    start                  -> running 5:00
    +6m                    -> overtime +1:00
    reboot 2m wall -1h     -> asking 5:00 +1:00
    still running          -> overtime +1:00
    +1m                    -> overtime +2:00 ; alarm x3
    """


@story
def test_a_button_pressed_too_late_is_no_pause() -> None:
    """
    plan 5m
    start       -> running 5:00
    +4m59s      -> running 0:01
    frozen 1s   -> overtime +0:00
    pause       -> overtime +0:00 ; nothing
    resume      -> overtime +0:00 ; nothing
    """
