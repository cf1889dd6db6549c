"""The table of conditions and kinds of massager from the evidence (EVIDENCE, "How makers and regulators sort
contraindications"), by hand, with air pressure judged like kneading.

Cells: C contraindicated, D doctor first, T not today, P precaution. Two rows are stricter here than that table, because
the rule rows R54 (drain tube from the brain) and R60 (blood clot) forbid every kind: where two places of the evidence
disagree, the stricter one counts.
"""

from collections.abc import Iterator

from msgspec import Struct

from massage_companion.eligibility.modality import ALL_MODALITIES, Modality
from massage_companion.eligibility.outcome import Outcome
from massage_companion.eligibility.rules import Rules
from massage_companion.eligibility.verdict import evaluate
from tests.support.healthy_answers import BOTH_STAGES, answers_from, filled, opened

LETTERS = {"C": Outcome.CONTRAINDICATED, "D": Outcome.DOCTOR_FIRST, "T": Outcome.NOT_TODAY, "P": Outcome.PRECAUTION}
COLUMNS = (
    Modality.KNEADING,
    Modality.PERCUSSION,
    Modality.AIR,
    Modality.HEAT,
    Modality.PULSE,
    Modality.MAGNET,
    Modality.LIGHT,
)


class MatrixRow(Struct, frozen=True):
    """One condition, the smallest answers that tell of it, and a letter for each column."""

    condition: str
    answers: dict[str, str | int]
    letters: str

    def expected(self, modality: Modality) -> Outcome:
        """What the evidence says for this kind of massager."""
        return LETTERS[self.letters.split()[COLUMNS.index(modality)]]

    @property
    def strictest(self) -> Outcome:
        """What counts for somebody who cannot say what their massager does."""
        return max(self.expected(modality) for modality in COLUMNS)


# fmt: off
MATRIX = (
    #                                                                                 kne per air hea pul mag lig
    MatrixRow("cord type", {"told-by-doctor": "cord-type"},                          "C   C   C   C   C   C   C"),
    MatrixRow("artery type", {"told-by-doctor": "vertebral-artery-type"},            "C   C   C   C   C   C   C"),
    MatrixRow("severe pain", {"neck-now": "more", "neck-pain": 7},                   "C   C   C   C   C   C   C"),
    MatrixRow("cannot do normal things", {"neck-pattern": "stops-activity", "neck-pain": 3},
                                                                                     "C   C   C   C   C   C   C"),
    MatrixRow("pacemaker or ICD", {"implants": "pacemaker"},                         "D   D   D   D   C   C   D"),
    MatrixRow("other electronic implant", {"implants": "electronics"},               "D   D   D   D   C   C   D"),
    MatrixRow("drain tube from the brain", {"implants": "shunt"},                    "C   C   C   C   C   C   C"),
    MatrixRow("metal in the area", {"implants": "metal"},                            "D   D   D   D   D   D   P"),
    MatrixRow("epilepsy", {"fits-migraine": "epilepsy"},                             "P   D   P   P   C   P   D"),
    MatrixRow("pregnancy", {"illnesses": "pregnant"},                                "C   C   C   C   C   C   C"),
    MatrixRow("clot now or within 6 months", {"heart-blood": "clot"},                "C   C   C   C   C   C   C"),
    MatrixRow("blood thinner", {"heart-blood": "blood-thinner"},                     "D   D   D   P   D   P   P"),
    MatrixRow("bleeding disorder", {"heart-blood": "bleeding"},                      "C   C   C   D   D   P   P"),
    MatrixRow("osteoporosis", {"bones-skin": "osteoporosis"},                        "C   C   C   D   D   P   P"),
    MatrixRow("cancer, active", {"cancer": "in-treatment"},                          "C   C   C   C   C   C   C"),
    MatrixRow("cancer, in the neck or in bone", {"cancer": "bone-or-neck"},          "C   C   C   C   C   C   C"),
    MatrixRow("heart disease", {"heart-blood": "heart"},                             "D   D   D   D   D   D   D"),
    MatrixRow("high blood pressure, controlled", {"pressure": "controlled"},         "P   P   P   P   D   P   P"),
    MatrixRow("diabetes, no complications", {"illnesses": "diabetes"},               "P   P   P   P   D   P   P"),
    MatrixRow("numb skin, nerve damage", {"bones-skin": "numb-skin"},                "D   D   D   C   C   P   C"),
    MatrixRow("broken, burned or inflamed skin", {"today-massager": "skin-there"},   "T   T   T   T   T   T   T"),
    MatrixRow("fever", {"today-body": "fever"},                                      "T   T   T   T   T   T   T"),
    MatrixRow("alcohol", {"today-body": "alcohol"},                                  "T   T   T   T   T   T   T"),
    MatrixRow("sedated or asleep", {"today-body": "drowsy"},                         "T   T   T   T   T   T   T"),
    MatrixRow("driving", {"today-massager": "driving"},                              "T   T   T   T   T   T   T"),
    MatrixRow("wet", {"today-massager": "wet"},                                      "T   T   T   T   T   T   T"),
    MatrixRow("under 18", {"age": 17},                                               "C   C   C   C   C   C   C"),
)
# fmt: on


def matrix_differences(rules: Rules, row: MatrixRow) -> Iterator[str]:
    """Where the rules say something else than this row for somebody who is well otherwise."""
    given = opened(rules.questionnaire, answers_from(rules.questionnaire, row.answers))
    for kind in COLUMNS:
        only = frozenset({kind})
        verdict = evaluate(rules, filled(rules.questionnaire, given, only), only, BOTH_STAGES)
        if verdict.outcome is not row.expected(kind) or not verdict.complete:
            blank = f", unanswered {verdict.unanswered}" if verdict.unanswered else ""
            yield f"{row.condition}, {kind}: {verdict.outcome.word}, expected {row.expected(kind).word}{blank}"
    every = evaluate(rules, filled(rules.questionnaire, given, ALL_MODALITIES), ALL_MODALITIES, BOTH_STAGES)
    if every.outcome is not row.strictest:
        yield f"{row.condition}, kind unknown: {every.outcome.word}, expected {row.strictest.word}"
