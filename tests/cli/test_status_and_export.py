"""``status`` says what the gate says, ``export`` gives the log away; neither changes anything."""

import csv
import io
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec import structs

from massage_companion.companion.household import Settings
from massage_companion.eligibility.screening import Screening
from massage_companion.session.reading import DAY_MS, MINUTE_MS, shifted
from massage_companion.storage.database import FILE_NAME
from massage_companion.storage.store import SqliteStore, open_store
from massage_companion.storage.system_clock import SystemClock
from tests.cli.conftest import CommandLine
from tests.support.household_values import ANN, BEN, live_session, record, stop_sign
from tests.support.small_rules import HEALTHY, KNEADER

NOW = SystemClock().read()


@pytest.fixture
def store(folder: Path) -> Iterator[SqliteStore]:
    """Ann, checked and healthy, and Ben, who never did the check, share one kneader."""
    opened = open_store(folder, NOW).store
    opened.keep_person(ANN)
    opened.keep_person(BEN)
    opened.keep_massager(KNEADER)
    opened.complete_check(Screening("check-1", "ann", HEALTHY, "small-0", NOW.utc_ms - DAY_MS, 480))
    yield opened
    opened.close()


def test_without_data_there_is_nobody_and_nothing_is_made(say: CommandLine, folder: Path) -> None:
    said = say("status", "--json")
    assert (said.code, said.json) == (0, {"rules_version": "small-1", "live": None, "people": []})
    assert say("status").output == "There is no data yet. Open the window to begin.\n"
    assert say("export", "--format", "csv").code == 2
    assert not folder.exists()


def test_status_says_for_each_person_and_massager_what_the_gate_says(say: CommandLine, store: SqliteStore) -> None:
    said = say("status", "--json")
    assert said.code == 0
    ann, ben = said.json["people"]
    assert (ann["name"], ann["check"]["rules_version"]) == ("Ann", "small-0")
    assert ann["check"]["taken"].endswith("+08:00")
    assert ann["check"]["valid_until"] > ann["check"]["taken"]
    (kneader,) = ann["massagers"]
    assert (kneader["id"], kneader["allowed"], kneader["reasons"]) == ("kneader", True, [])
    assert kneader["limits"]["minutes"] == 15
    assert kneader["asked_at_start"] == ["today"]
    assert ben["check"] is None
    assert (ben["massagers"][0]["allowed"], ben["massagers"][0]["reasons"][0]["kind"]) == (False, "never_checked")


def test_every_reason_is_told(say: CommandLine, store: SqliteStore) -> None:
    # Read here and not at import: the whole suite may take minutes until this test has its turn.
    now = SystemClock().read()
    ended = structs.replace(record(started=shifted(now, -20 * MINUTE_MS)), massager="kneader")
    store.finish(ended, "FeelsWrong", stop_sign())
    answers = HEALTHY.with_answer("signs", ("clumsy-hands",)).without("age")
    store.complete_check(Screening("check-2", "ann", answers, "small-1", NOW.utc_ms - 400 * DAY_MS))
    store.add_stop_sign(stop_sign("sign-2"))
    store.keep_massager(structs.replace(KNEADER, retired=True))
    reasons = {
        reason["kind"]: reason for reason in say("status", "--json").json["people"][0]["massagers"][0]["reasons"]
    }
    assert set(reasons) == {
        "finding",
        "stop_sign_open",
        "check_expired",
        "check_incomplete",
        "massager_retired",
        "rest_not_over",
    }
    assert reasons["finding"]["id"] == "cord"
    assert reasons["check_incomplete"]["questions"] == ["age"]
    assert 49 <= reasons["rest_not_over"]["wait_minutes"] <= 51
    assert reasons["rest_not_over"]["allowed_from"][:4].isdigit()
    assert all(reason["text"] for reason in reasons.values())


def test_while_a_session_is_live_nobody_can_start_another(say: CommandLine, store: SqliteStore) -> None:
    live = live_session(at=NOW)
    store.keep_live(structs.replace(live, session=structs.replace(live.session, massager="kneader")), "started", NOW)
    read = say("status", "--json").json
    assert (read["live"]["person"], read["live"]["state"], read["live"]["planned_minutes"]) == ("ann", "running", 10)
    assert [massager["allowed"] for person in read["people"] for massager in person["massagers"]] == [False, False]


def test_people_get_lines_in_the_language_of_the_settings(say: CommandLine, store: SqliteStore) -> None:
    assert "Ann, Shiatsu pillow: a session may start after today's questions." in say("status").output
    store.keep_settings(Settings(language="zh"))
    assert "张三，Shiatsu pillow：现在不能用。" in say("status").output
    assert "no session now" in say("status", "--lang", "en").output


@pytest.mark.parametrize("command", [("status",), ("export", "--format", "json")])
def test_damaged_data_is_named_and_left_as_it_is(say: CommandLine, folder: Path, command: tuple[str, ...]) -> None:
    folder.mkdir()
    (folder / FILE_NAME).write_bytes(b"damaged")
    said = say(*command)
    assert (said.code, said.output) == (2, "")
    assert "damaged" in said.errors
    assert [path.name for path in folder.iterdir()] == [FILE_NAME]


def test_export_to_a_file_that_only_its_owner_reads(say: CommandLine, store: SqliteStore, tmp_path: Path) -> None:
    store.finish(structs.replace(record(), massager="kneader"), "End", None)
    output = tmp_path / "log.csv"
    output.write_text("old")
    assert say("export", "--format", "csv", "--output", str(output)).code == 0
    assert stat.S_IMODE(output.stat().st_mode) == 0o600
    header, row = csv.reader(io.StringIO(output.read_text("utf-8-sig")))
    assert (header[0], row[0]) == ("id", "session-1")
    assert [path.name for path in tmp_path.iterdir() if "new" in path.name] == []


def test_export_to_standard_output_for_one_person(say: CommandLine, store: SqliteStore) -> None:
    read = say("export", "--format", "json", "--person", "张三").json
    assert [person["id"] for person in read["people"]] == ["ben"]
    nobody = say("export", "--format", "json", "--person", "Nobody")
    assert (nobody.code, nobody.output) == (2, "")
    assert '"Nobody"' in nobody.errors


def test_an_export_that_cannot_be_written_is_named(say: CommandLine, store: SqliteStore, tmp_path: Path) -> None:
    said = say("export", "--format", "csv", "--output", str(tmp_path / "no" / "log.csv"))
    assert said.code == 2
    assert len(said.errors.splitlines()) == 1
