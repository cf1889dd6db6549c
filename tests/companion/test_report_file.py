"""The page for a doctor gets a file name that any disk takes, whatever the person is called."""

import pytest

from massage_companion.companion.household import Person
from massage_companion.companion.report_file import NAME_LENGTH, file_name
from tests.support.reports import (
    FINE,
    subject,
    whole,
)


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("Li Wei", "massager-report-Li-Wei-2026-11-14.pdf"),
        ("李伟", "massager-report-李伟-2026-11-14.pdf"),
        ("../../etc/passwd", "massager-report-etc-passwd-2026-11-14.pdf"),
        ('a\\b:c*d?"<e>|f\x00\n', "massager-report-a-b-c-d-e-f-2026-11-14.pdf"),
        ("\u202etxt.exe", "massager-report-txt-exe-2026-11-14.pdf"),
        ("किरण", "massager-report-किरण-2026-11-14.pdf"),
        ("…", "massager-report-2026-11-14.pdf"),
        ("x" * 200, f"massager-report-{'x' * NAME_LENGTH}-2026-11-14.pdf"),
    ],
)
def test_the_proposed_file_name_is_safe_whatever_the_person_is_called(name: str, file: str) -> None:
    assert file_name(whole(subject(FINE, person=Person("p", name))), "pdf") == file


def test_a_second_language_gets_a_file_of_its_own() -> None:
    page = whole(subject(FINE), "zh")
    assert file_name(page, "html", with_language=True) == "massager-report-Li-Wei-2026-11-14-zh.html"
