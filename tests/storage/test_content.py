"""The loader of the rule files: strict, and always with the place where something is wrong."""

import pytest

from massage_companion.eligibility.limits import Intensity, Limits
from massage_companion.eligibility.modality import ALL_MODALITIES, Modality
from massage_companion.eligibility.outcome import Outcome
from massage_companion.eligibility.questionnaire import Kind, Stage
from massage_companion.eligibility.rules import Source
from massage_companion.storage.content import load_content, load_rules
from massage_companion.storage.content_checks import ContentError
from massage_companion.storage.content_loader import build_rules
from tests.support.small_rules import loaded, small_files, small_rule, small_rules, small_texts


def problem(name: str, old: str, new: str) -> str:
    """What the loader says when this text of a small file is replaced, once."""
    files = small_files()
    assert old in files[name], old
    files[name] = files[name].replace(old, new, 1)
    with pytest.raises(ContentError) as refused:
        loaded(files)
    return str(refused.value)


class TestWhatIsRead:
    def test_the_real_rules_load_in_both_languages(self) -> None:
        english, chinese = load_content("en"), load_content("zh")
        assert english.rules == chinese.rules == load_rules()
        assert (english.texts.language, chinese.texts.language) == ("en", "zh")

    def test_questions(self) -> None:
        age = small_rules().questionnaire.question("age")
        assert (age.kind, age.stage, age.minimum, age.maximum) == (Kind.NUMBER, Stage.CHECK, 0, 120)
        pads = small_rules().questionnaire.question("pads")
        assert pads.modalities == frozenset({Modality.PULSE})
        assert (pads.none, pads.unsure) == ("for-necks", "unsure")
        assert small_rules().questionnaire.question("today").stage is Stage.TODAY

    def test_rules(self) -> None:
        older = small_rule("older")
        assert older.outcome is Outcome.PRECAUTION
        assert older.limits == Limits(minutes=10, sessions_per_day=1, intensity=Intensity.LOW)
        assert older.modalities == ALL_MODALITIES
        assert older.reviewed_by == ""
        assert small_rule("metal").limits == Limits(heat_allowed=False)
        assert small_rule("numb-kneading").limits == Limits(minutes=5, back_of_neck_only=True)

    def test_sources(self) -> None:
        address = "https://www.nhs.uk/conditions/neck-pain-and-stiff-neck/"
        assert small_rule("cord").sources == (
            Source("NHS", "Neck pain", "NHS", "health-service", "A", 2023, address),
            Source("SEED", "Can cervical spondylosis be massaged", "Rumex", "maker", "C"),
        )

    def test_texts(self) -> None:
        assert small_texts().pages["neck"] == "Your neck"
        assert small_texts().questions["pain"].help == "0 is not at all, 10 is the worst."
        assert small_texts().questions["neck"].help == ""
        assert small_texts().rules["cord"].next == "Ask somebody."


class TestShape:
    @pytest.mark.parametrize(
        ("name", "old", "new", "says"),
        [
            ("questions", 'kind = "one"', 'kind = "two"', "questions.toml: Invalid enum value 'two'"),
            ("questions", 'stage = "check"', 'stage = "now"', "questions.toml: Invalid enum value 'now'"),
            ("questions", "maximum = 120", 'maximum = "120"', "questions.toml: Expected `int`, got `str`"),
            ("questions", "maximum = 120", "most = 120", "questions.toml: Object contains unknown field `most`"),
            ("questions", "[[page]]", "[[page", "questions.toml: Expected ']]' at the end of an array declaration"),
            ("rules", '"emergency"', '"urgent"', "rules.toml: Invalid enum value 'urgent'"),
            ("rules", '["heat", "pulse"]', '["warmth"]', "rules.toml: Invalid enum value 'warmth'"),
            ("rules", "minutes = 10", "minutes = 0", "rules.toml: Expected `int` >= 1"),
            ("rules", 'reviewed_by = ""', "", "rules.toml: Object missing required field `reviewed_by`"),
            ("rules", 'sources = ["NHS"]', "sources = []", "rules.toml: Expected `array` of length >= 1"),
            ("sources", 'grade = "A"', 'grade = "F"', "sources.toml: Invalid enum value 'F'"),
            ("sources", '"https://', '"ftp://', "sources.toml: Expected `str` matching regex"),
            ("text", 'title = "Signs"', 'title = ""', "text/en.toml: Expected `str` of length >= 1"),
        ],
    )
    def test_what_it_does_not_know_it_refuses(self, name: str, old: str, new: str, says: str) -> None:
        assert problem(name, old, new).startswith(says)

    @pytest.mark.parametrize("junk", [b"\xff\xfe", b"[" * 50_000, b"a = 1\na = 2"])
    def test_what_is_no_toml_at_all(self, junk: bytes) -> None:
        with pytest.raises(ContentError, match=r"^questions\.toml: "):
            build_rules(junk, b"", b"")


class TestQuestions:
    @pytest.mark.parametrize(
        ("old", "new", "says"),
        [
            ('page = "neck"', 'page = "back"', "question 'neck': unknown page 'back'"),
            ('id = "age"', 'id = "signs"', "question 'signs' is there twice"),
            ("[[page]]", '[[page]]\nid = "neck"\nstage = "check"\n\n[[page]]', "page 'neck' is there twice"),
            ('["sudden-dizzy"', '["unsure"', "question 'signs': option 'unsure' is there twice"),
            ('none = "none"', 'none = "nothing"', "question 'signs': none = 'nothing' is not among its options"),
            ('unsure = "unsure"', 'unsure = "maybe"', "question 'signs': unsure = 'maybe' is not among its options"),
            ('unsure = "unsure"', "", "question 'signs': has no option that means not sure"),
            ('none = "none"', 'none = "unsure"', "question 'signs': none and unsure are the same option"),
            ("maximum = 120", "maximum = 0", "question 'age': needs a minimum below its maximum"),
            ('{ question = "body", is', '{ question = "hat", is', "question 'implant': unknown question 'hat'"),
            (
                'in = ["mild", "more"',
                'in = ["mild", "worse"',
                "question 'pain': question 'neck' has no option 'worse'",
            ),
            (
                "asked_when = { any",
                "asked_when = { none",
                "",
            ),
        ],
    )
    def test_each_problem_is_named_with_its_question(self, old: str, new: str, says: str) -> None:
        assert problem("questions", old, new).startswith(f"questions.toml: {says}")

    def test_a_follow_up_needs_an_earlier_page(self) -> None:
        same_page = 'page = "neck-more"\nkind = "number"'
        assert problem("questions", same_page, 'page = "neck"\nkind = "number"') == (
            "questions.toml: question 'pain': asked_when needs 'neck', which is not on an earlier page"
        )

    def test_a_page_needs_a_question(self) -> None:
        extra = '[[page]]\nid = "empty"\nstage = "check"\n\n[[page]]'
        assert problem("questions", "[[page]]", extra) == "questions.toml: page 'empty' has no question"

    def test_a_question_that_nobody_can_ever_be_asked(self) -> None:
        both = '{ all = [ { question = "neck", is = "mild" }, { question = "neck", is = "more" } ] }'
        neither = '{ any = [ { question = "neck", in = ["mild", "more", "unsure"] } ] }'
        assert problem("questions", neither, both) == "questions.toml: question 'pain': asked_when can never hold"


class TestRules:
    @pytest.mark.parametrize(
        ("old", "new", "says"),
        [
            ('id = "cord"', 'id = "dizzy"', "rule 'dizzy' is there twice"),
            ('sources = ["NHS"]', 'sources = ["BBC"]', "rule 'dizzy': unknown source 'BBC'"),
            ('question = "signs"', 'question = "omens"', "rule 'dizzy': unknown question 'omens'"),
            ('is = "sudden-dizzy"', 'is = "dizzy"', "rule 'dizzy': question 'signs' has no option 'dizzy'"),
            ("at_most = 17", "at_most = 170", "rule 'child': question 'age' has no such number"),
            ('is = "sudden-dizzy"', "at_least = 1", "rule 'dizzy': question 'signs' has no such number"),
            ('"older"\noutcome = "precaution"', '"older"\noutcome = "doctor_first"', "rule 'older': limits belong to"),
            ("when = { any", "when = { all = [], any", "rule 'dizzy': a condition needs exactly one of"),
            ('[ { question = "signs", is = "sudden-dizzy" } ]', "[]", "rule 'dizzy': a condition needs at least one"),
            (', is = "sudden-dizzy"', "", "rule 'dizzy': a comparison with 'signs' needs exactly one of"),
            (
                'is = "sudden-dizzy"',
                'is = "sudden-dizzy", at_least = 1',
                "rule 'dizzy': a comparison with 'signs' needs",
            ),
            ('is = "sudden-dizzy"', 'is = "none", in = ["none"]', "rule 'dizzy': a comparison with 'signs' needs"),
        ],
    )
    def test_each_problem_is_named_with_its_rule(self, old: str, new: str, says: str) -> None:
        assert problem("rules", old, new).startswith(f"rules.toml: {says}")

    @pytest.mark.parametrize(
        "never",
        [
            '{ question = "neck", is = "mild" }, { question = "neck", is = "more" }',
            '{ question = "signs", is = "none" }, { question = "signs", is = "clumsy-hands" }',
            '{ question = "pain", at_least = 7 }, { question = "pain", at_most = 3 }',
            '{ question = "pain", at_least = 7 }, { question = "pain", is = "unsure" }',
        ],
    )
    def test_a_rule_that_nothing_can_ever_meet(self, never: str) -> None:
        old = '{ all = [ { question = "neck", is = "mild" }, { question = "pain", at_most = 3 } ] }'
        assert (
            problem("rules", old, f"{{ all = [ {never} ] }}") == "rules.toml: rule 'mild': its condition can never hold"
        )

    def test_an_option_that_no_rule_hears(self) -> None:
        silent = problem("rules", '{ question = "body", is = "steroids" }', '{ question = "body", is = "numb-skin" }')
        assert silent == "questions.toml: question 'body': no rule hears the option 'steroids'"

    def test_a_number_that_no_rule_hears(self) -> None:
        number = '"weight"\npage = "neck"\nkind = "number"\noptions = ["unsure"]\nunsure = "unsure"\nmaximum = 300'
        another = f'[[question]]\nid = {number}\n\n[[question]]\nid = "body"'
        heard = '{ any = [ { question = "body", is = "unsure" }, { question = "weight", is = "unsure" } ] }'
        files = small_files()
        files["questions"] = files["questions"].replace('[[question]]\nid = "body"', another)
        files["rules"] = files["rules"].replace('{ any = [ { question = "body", is = "unsure" } ] }', heard)
        with pytest.raises(ContentError, match=r"question 'weight': no rule hears its number"):
            loaded(files)


class TestNotSureIsNeverNo:
    def test_in_doubt_about_a_danger_a_doctor_is_asked(self) -> None:
        assert problem(
            "rules", '"signs-unsure"\noutcome = "doctor_first"', '"signs-unsure"\noutcome = "not_today"'
        ) == (
            "rules.toml: 'not sure' about question 'signs' gives not_today for air, "
            "and has to give at least doctor_first"
        )

    def test_in_doubt_about_today_there_is_no_session_today(self) -> None:
        assert "has to give at least not_today" in problem(
            "rules", '"damaged"\noutcome = "not_today"', '"damaged"\noutcome = "precaution"'
        )

    def test_for_every_kind_of_massager_that_the_danger_is_for(self) -> None:
        old = '"body-unsure"\noutcome = "doctor_first"\n'
        assert "'not sure' about question 'body' gives ok for heat" in problem(
            "rules", old, f'{old}modalities = ["kneading", "percussion", "air", "magnet", "light", "pulse"]\n'
        )

    def test_a_rule_that_needs_more_than_doubt_does_not_count(self) -> None:
        old = '{ any = [ { question = "signs", is = "unsure" } ] }'
        with_pain = '{ all = [ { question = "signs", is = "unsure" }, { question = "pain", at_least = 1 } ] }'
        assert "'not sure' about question 'signs' gives ok" in problem("rules", old, with_pain)


class TestTexts:
    @pytest.mark.parametrize(
        ("old", "new", "says"),
        [
            ("[page.neck]", "[page.back]", "page 'neck' has no text"),
            ("[question.neck]", "[question.back]", "question 'neck' has no text"),
            ("[rule.cord]", "[rule.cords]", "rule 'cord' has no text"),
            ("[rule.cord]", "[rule.extra]\ntitle='x'\nwhy='x'\nnext='x'\n[rule.cord]", "rule 'extra' does not exist"),
            ('mild = "A little tired", ', "", "question 'neck': option 'mild' has no text"),
            ('mild = "A', 'so-so = "So", mild = "A', "question 'neck': option 'so-so' does not exist"),
        ],
    )
    def test_each_text_is_there_and_no_other(self, old: str, new: str, says: str) -> None:
        assert problem("text", old, new) == f"text/en.toml: {says}"
