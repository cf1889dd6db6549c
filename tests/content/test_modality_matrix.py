"""The same condition is judged by what the massager does: the table of the evidence, cell by cell."""

import pytest

from massage_companion.eligibility.modality import ALL_MODALITIES, known_or_all
from tests.content.modality_matrix import COLUMNS, MATRIX, MatrixRow, matrix_differences
from tests.support.healthy_answers import real_rules


@pytest.mark.parametrize("row", MATRIX, ids=lambda row: row.condition)
def test_each_kind_of_massager_gets_the_outcome_of_the_evidence(row: MatrixRow) -> None:
    assert not list(matrix_differences(real_rules(), row))


def test_the_table_has_a_cell_for_every_kind() -> None:
    assert set(COLUMNS) == ALL_MODALITIES
    assert all(len(row.letters.split()) == len(COLUMNS) for row in MATRIX)


def test_a_massager_whose_kind_nobody_named_is_judged_as_every_kind() -> None:
    assert known_or_all(frozenset()) == frozenset(COLUMNS)
