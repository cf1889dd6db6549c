"""Lines that a healthy person would tick by reading them literally say whom they do not mean, in both languages.

What the line is about is in the evidence; the people in tests/people tell the lives behind it.
"""

import pytest

from massage_companion.storage.content import load_texts
from tests.support.healthy_answers import real_rules

LINES = [
    # question, option, what the English and the Chinese line have to say
    (
        "cord-signs",
        "bladder-change",
        ["recent months", "no cause that a doctor has found"],
        ["最近几个月", "没有医生查明"],
    ),
    ("cord-signs", "heavy-legs", ["more than before", "not only from a sore joint"], ["比以前", "不只是因为关节痛"]),
    ("past-month", "weight-sweats", ["no known cause"], ["原因不明"]),
    ("neck-pattern", "not-settling", ["two weeks", "does not go away", "rest"], ["两周", "休息", "不消失"]),
    ("bones-skin", "operation", ["near the neck", "wound"], ["脖子附近", "伤口"]),
    ("bones-skin", "infection", ["skin that the massager touches"], ["按摩器会碰到的皮肤"]),
    ("operation", "other-recent", ["near the neck", "wound"], ["脖子附近", "伤口"]),
    ("operation", "neck-last-year", ["neck or spine", "12 months"], ["颈部或脊柱", "12 个月"]),
    ("operation", "healed", ["tooth", "lower back more than a year ago"], ["拔牙", "一年以前的腰部手术"]),
    ("infection", "skin-spreading", ["Where the massager touches"], ["按摩器会碰到的皮肤"]),
    ("infection", "healed", ["athlete's foot"], ["脚气"]),
    ("injury", "healed", ["strain of the back, an arm or a leg", "not of the neck"], ["背、手臂或腿", "不是脖子"]),
    ("illnesses", "serious-illness", ["Mild asthma, hay fever", "do not count"], ["轻度哮喘", "不算"]),
    ("cancer", "in-treatment", ["treated or not"], ["没治疗都算"]),
    ("doctor-said", "approved-home", ["this massager", "at home", "knowing my diagnosis"], ["诊断", "在家用这台"]),
]


@pytest.mark.parametrize(("question", "option", "english", "chinese"), LINES)
def test_the_line_says_whom_it_means(question: str, option: str, english: list[str], chinese: list[str]) -> None:
    for language, needed in (("en", english), ("zh", chinese)):
        line = load_texts(language, real_rules()).questions[question].options[option]
        assert not [part for part in needed if part not in line], line


@pytest.mark.parametrize("question", ["medicines", "fits-migraine", "loose-joints"])
def test_a_tick_by_mistake_on_an_earlier_page_has_a_way_back(question: str) -> None:
    rules = real_rules()
    asked = rules.questionnaire.question(question)
    assert asked.none is not None
    hearing = [
        rule.id
        for rule in rules.rules
        for comparison in rule.condition.comparisons
        if comparison.question == question and asked.none in comparison.options
    ]
    assert not hearing
