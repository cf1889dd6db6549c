"""What the page for a doctor is called as a file: told at a glance, and safe on every file system."""

import unicodedata
from typing import Final

from massage_companion.companion.report_whole import DoctorsReport

NAME_LENGTH: Final = 40
"""Characters of a name that a file name takes; with four bytes each it still fits every file system."""


def file_name(report: DoctorsReport, ending: str, *, with_language: bool = False) -> str:
    """``massager-report-<name>-<date>.<ending>``; with the language where another page may lie beside it."""
    parts = ("massager-report", _safe(report.person), report.day, report.language if with_language else "")
    return "-".join(part for part in parts if part) + f".{ending}"


def _safe(name: str) -> str:
    """Letters, marks and digits of any script; whatever stands between them is one hyphen."""
    kept = "".join(
        sign if unicodedata.category(sign)[0] in "LMN" else " " for sign in unicodedata.normalize("NFC", name)
    )
    return "-".join(kept.split())[:NAME_LENGTH].strip("-")
