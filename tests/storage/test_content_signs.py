"""Rules about signs that were felt: each says how long it counts, and what code asks by name is there."""

import pytest

from massage_companion.storage.content_checks import ContentError
from tests.support.small_rules import loaded, small_files, small_rule

SIGHT = 'id = "felt-sight"\noutcome = "emergency"\n'
RED = 'id = "felt-red"\noutcome = "not_today"\n'
VOMITING = 'id = "felt-vomiting"\noutcome = "doctor_first"\n'
FEVER = 'id = "fever"\noutcome = "not_today"\n'
BEFORE = 'id = "felt-before"\noutcome = "doctor_first"\n'


def problem(name: str, old: str, new: str) -> str:
    """What the loader says once this part of the small files is another one."""
    files = small_files()
    assert old in files[name]
    with pytest.raises(ContentError) as refused:
        loaded({**files, name: files[name].replace(old, new, 1)})
    return str(refused.value)


def test_how_long_a_rule_counts_is_read() -> None:
    assert (small_rule("felt-red").lasts_hours, small_rule("felt-red").once_checked) == (24, None)
    assert (small_rule("felt-sight").lasts_hours, small_rule("felt-sight").once_checked) == (None, "brain")
    assert small_rule("fever").lasts_hours is None


class TestRulesAboutSigns:
    @pytest.mark.parametrize(
        ("old", "new", "says"),
        [
            ("lasts_hours = 24\n", "", "rule 'felt-sore': lasts_hours belongs to"),
            (VOMITING, f"{VOMITING}lasts_hours = 24\n", "rule 'felt-vomiting': lasts_hours belongs to"),
            (FEVER, f"{FEVER}lasts_hours = 24\n", "rule 'fever': lasts_hours and once_checked belong to"),
            (FEVER, f'{FEVER}once_checked = "brain"\n', "rule 'fever': lasts_hours and once_checked belong to"),
            ('once_checked = "brain"\n', "", "rule 'felt-sight': once_checked belongs to"),
            (VOMITING, f'{VOMITING}once_checked = "brain"\n', "rule 'felt-vomiting': once_checked belongs to"),
            ('once_checked = "brain"', 'once_checked = "heart"', "rule 'felt-sight': once_checked is no option of"),
            ('once_checked = "brain"', 'once_checked = "none"', "rule 'felt-sight': once_checked is no option of"),
            ('once_checked = "brain"', 'once_checked = "unsure"', "rule 'felt-sight': once_checked is no option of"),
            (SIGHT, f'{SIGHT}modalities = ["heat"]\n', "rule 'felt-sight': a sign concerns every massager"),
            ('in = ["red-skin", "bruise"]', 'in = ["red-skin", "bruise", "none"]', "rule 'felt-red': 'none' of"),
            ('"soreness-before", at_least = 7', '"soreness-before", at_most = 7', "rule 'too-sore': of several"),
            (BEFORE, BEFORE.replace("doctor_first", "not_today"), "rule 'felt-before': what was felt before"),
            (
                'in = ["brain", "cord", "unsure"] } ]',
                'in = ["brain", "cord", "unsure"] }, { question = "felt", is = "shock" } ]',
                "rule 'felt-before': what was felt before",
            ),
            (BEFORE, f"{BEFORE}lasts_hours = 1\n", "rule 'felt-before': what was felt before"),
            ("lasts_hours = 24", "lasts_hours = 0", "Expected `int` >= 1"),
            ("lasts_hours = 24", "lasts_hours = 673", "Expected `int` <= 672"),
        ],
    )
    def test_each_problem_is_named_with_its_rule(self, old: str, new: str, says: str) -> None:
        assert problem("rules", old, new).startswith(f"rules.toml: {says}")


class TestQuestionsThatCodeKnows:
    @pytest.mark.parametrize(
        ("old", "new", "says"),
        [
            ('id = "soreness-before"', 'id = "soreness"', "needs a question 'soreness-before' of stage sign"),
            ('id = "signs-before"\npage', 'id = "signs-old"\npage', "needs a question 'signs-before' of stage sign"),
            ('id = "log"\nstage = "fact"', 'id = "log"\nstage = "today"', "question 'log-facts': has no option"),
            ('id = "log-facts"\npage = "log"\nkind = "many"', 'id = "log-facts"\npage = "log"\nkind = "one"', "needs"),
            ('id = "felt-wrong"\nstage = "sign"', 'id = "felt-wrong"\nstage = "today"', "needs a page 'felt-wrong'"),
        ],
    )
    def test_they_are_there_with_their_stage(self, old: str, new: str, says: str) -> None:
        assert problem("questions", old, new).startswith(f"questions.toml: {says}")

    def test_what_was_felt_depends_on_no_other_answer_and_on_no_massager(self) -> None:
        felt = 'id = "felt-skin"\npage = "felt-wrong"\n'
        after = 'asked_when = { any = [ { question = "neck", is = "mild" } ] }\n'
        for more in (after, 'modalities = ["heat"]\n'):
            said = problem("questions", felt, f"{felt}{more}")
            assert said.startswith("questions.toml: question 'felt-skin': is about the person")

    def test_the_check_depends_on_nothing_that_was_felt(self) -> None:
        page = '[[page]]\nid = "late"\nstage = "today"\n\n[[question]]\nid = "signs"'
        late = '\n[[question]]\nid = "late"\npage = "late"\nkind = "one"\noptions = ["a", "none", "unsure"]\n'
        asked = 'none = "none"\nunsure = "unsure"\nasked_when = { any = [ { question = "felt", is = "shock" } ] }\n'
        files = small_files()
        files["questions"] = files["questions"].replace('[[question]]\nid = "signs"', page, 1) + late + asked
        with pytest.raises(ContentError, match=r"question 'late': asked_when cannot need 'felt'"):
            loaded(files)

    def test_only_what_nobody_is_asked_has_no_not_sure(self) -> None:
        assert "has no option that means not sure" in problem(
            "questions",
            'options = ["unsure"]\nunsure = "unsure"\nminimum = 0\nmaximum = 10\n\n[[question]]\nid = "signs-before"',
            'options = ["unsure"]\nminimum = 0\nmaximum = 10\n\n[[question]]\nid = "signs-before"',
        )
