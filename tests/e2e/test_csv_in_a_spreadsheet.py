"""The CSV as a spreadsheet opens it by itself: every column, dates as dates, and no formula from a note."""

import shutil
import subprocess
from pathlib import Path
from xml.etree import ElementTree

import pytest
from msgspec import structs

from massage_companion.log.export import COLUMNS
from massage_companion.storage.export_files import write_csv
from tests.support.household_values import ANN, CUSHION, record
from tests.support.memory_store import MemoryStore

OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
AS_THE_WINDOW_DOES = "--infilter=CSV:44,34,76,1"
"""Commas, quotes, UTF-8: what its window finds out by the byte order mark; without a window it does not look."""

NASTY = '=HYPERLINK("http://example.org";"tap")\n+1, \'quoted\'; 张三'


@pytest.mark.window
def test_a_spreadsheet_shows_what_the_log_holds(tmp_path: Path) -> None:
    store = MemoryStore()
    store.keep_person(ANN)
    store.keep_massager(CUSHION)
    china = structs.replace(record().started, offset_minutes=480)
    store.add_records((structs.replace(record(), started=china, note=NASTY, sore_before=4),))
    with (tmp_path / "log.csv").open("wb") as file:
        write_csv(store, (ANN,), file)
    (header, row), raw = opened_in_a_spreadsheet(tmp_path / "log.csv")
    assert tuple(shown for _, shown in header) == COLUMNS
    cells = dict(zip(COLUMNS, row, strict=True))
    assert cells["local_date"] == ("date", "2026-11-14")
    assert cells["started"] == ("string", "2026-11-14T20:00:00.000+08:00")
    assert cells["used_seconds"] == ("float", "600")
    assert cells["soreness_before_0_to_10"] == ("float", "4")
    assert cells["note"] == ("string", f"'{NASTY}")
    assert "table:formula" not in raw


def opened_in_a_spreadsheet(file: Path) -> tuple[list[list[tuple[str, str]]], str]:
    """The rows as (type, value) of each cell, and the whole sheet as the spreadsheet writes it."""
    office = shutil.which("soffice")
    assert office is not None, "LibreOffice is needed (libreoffice-calc-nogui)"
    profile = f"-env:UserInstallation={(file.parent / 'profile').as_uri()}"
    subprocess.run(
        [office, "--headless", profile, AS_THE_WINDOW_DOES, "--convert-to", "fods", file.name],
        cwd=file.parent, check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    raw = file.with_suffix(".fods").read_text(encoding="utf-8")
    rows = ElementTree.fromstring(raw).iter(f"{TABLE}table-row")
    return [cells for row in rows if (cells := cells_of(row))], raw


def cells_of(row: ElementTree.Element) -> list[tuple[str, str]]:
    cells: list[tuple[str, str]] = []
    for cell in row.iter(f"{TABLE}table-cell"):
        kind = cell.get(f"{OFFICE}value-type", "")
        text = "\n".join("".join(paragraph.itertext()) for paragraph in cell.iter(f"{TEXT}p"))
        value = cell.get(f"{OFFICE}date-value") or cell.get(f"{OFFICE}value") or text
        cells += [(kind, value)] * min(int(cell.get(f"{TABLE}number-columns-repeated", "1")), len(COLUMNS))
    while cells and cells[-1] == ("", ""):
        cells.pop()
    return cells
