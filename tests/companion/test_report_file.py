"""The page for a doctor gets a file name that any disk takes, whatever the person is called."""

import pytest

from massage_companion.companion.household import Person
from massage_companion.companion.report_file import NAME_LENGTH, file_name
from tests.support.reports import (
    FINE,
    report,
    subject,
)


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("Li Wei", "safety-check-Li-Wei-2026-11-13.pdf"),
        ("李伟", "safety-check-李伟-2026-11-13.pdf"),
        ("../../etc/passwd", "safety-check-etc-passwd-2026-11-13.pdf"),
        ('a\\b:c*d?"<e>|f\x00\n', "safety-check-a-b-c-d-e-f-2026-11-13.pdf"),
        ("\u202etxt.exe", "safety-check-txt-exe-2026-11-13.pdf"),
        ("किरण", "safety-check-किरण-2026-11-13.pdf"),
        ("…", "safety-check-2026-11-13.pdf"),
        ("x" * 200, f"safety-check-{'x' * NAME_LENGTH}-2026-11-13.pdf"),
    ],
)
def test_the_proposed_file_name_is_safe_whatever_the_person_is_called(name: str, file: str) -> None:
    assert file_name(report(subject(FINE, person=Person("p", name))), "pdf") == file


def test_a_second_language_gets_a_file_of_its_own() -> None:
    page = report(subject(FINE), "zh")
    assert file_name(page, "html", with_language=True) == "safety-check-Li-Wei-2026-11-13-zh.html"
