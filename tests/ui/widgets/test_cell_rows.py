from hypothesis import given
from hypothesis import strategies as st

from massage_companion.ui.widgets.cell_rows import CellRows

WIDTHS = st.lists(st.integers(10, 200), min_size=1, max_size=12).map(tuple)
ROWS = st.builds(CellRows, widths=WIDTHS, height=st.integers(20, 80), joined=st.booleans())


@given(rows=ROWS, extra=st.integers(0, 1500), centred=st.booleans())
def test_every_cell_stands_inside_and_none_on_another(rows: CellRows, extra: int, centred: bool) -> None:
    width = rows.least_width() + extra
    places = list(rows.places(width, centred))
    assert len(places) == len(rows.widths)
    for i, one in enumerate(places):
        assert one.x >= 0
        assert one.x + one.width <= width
        assert one.y >= 0
        assert one.y + one.height <= rows.height_for(width)
        for other in places[i + 1 :]:
            beside = one.x + one.width <= other.x or other.x + other.width <= one.x
            assert beside or one.y + one.height <= other.y or other.y + other.height <= one.y


@given(rows=ROWS, extra=st.integers(0, 1500))
def test_no_cell_is_narrower_than_its_text(rows: CellRows, extra: int) -> None:
    places = rows.places(rows.least_width() + extra, centred=False)
    assert all(place.width >= own for place, own in zip(places, rows.widths, strict=True))


def test_eleven_numbers_break_into_six_and_five() -> None:
    rows = CellRows(widths=(32,) * 11, height=32, joined=False)
    counts: dict[int, int] = {}
    for place in rows.places(300, centred=False):
        counts[place.y] = counts.get(place.y, 0) + 1
    assert sorted(counts.values()) == [5, 6]


def test_joined_cells_stack_rather_than_break() -> None:
    rows = CellRows(widths=(80, 90, 70), height=40, joined=True)
    assert [place.y for place in rows.places(240, centred=False)] == [0, 0, 0]
    assert [place.y for place in rows.places(239, centred=False)] == [0, 40, 80]
    assert [place.below for place in rows.places(239, centred=False)] == [True, True, False]
