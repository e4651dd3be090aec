"""The ladder as one table: of each rung whose decision it is, whom its letter goes to, what it asks for."""

from dataclasses import dataclass

DECIDE, DECIDE_HIGH, KEEP = "decide-escalation", "decide-high-escalation", "keep-letters"


@dataclass(frozen=True)
class Rung:
    """`right` decides on it. `is_to_unit`: its letter goes to the unit that has to rectify, else to whom the
    decision names. `answer_days` are proposed as the time for an answer, `demand` as what is asked for.
    """

    step: str  # see data/codes.py: ESCALATION_STEP
    right: str
    is_to_unit: bool
    answer_days: int
    demand: str


# What is asked stands in a letter to a Chinese unit: in Chinese, whatever language the reader has chosen.
LADDER = (
    Rung("reminder", DECIDE, True, 10, "请抓紧整改，按期完成，并书面反馈整改进展。"),
    Rung("urge", DECIDE, True, 10, "请立即整改，书面说明逾期原因、下一步措施和完成时间，并附证明材料。"),
    Rung(
        "supervision_letter",
        DECIDE,
        True,
        15,
        "请主要负责人亲自部署，逐条落实整改责任和措施，限期整改到位，并书面报告整改结果，附证明材料。",
    ),
    Rung(
        "government_supervision",
        DECIDE_HIGH,
        False,
        30,
        "建议将所列问题纳入政府督查督办事项，督促有关单位限期整改，并将督办结果函告我局。",
    ),
    Rung(
        "interview",
        DECIDE_HIGH,
        True,
        10,
        "请主要负责人按通知的时间、地点到场，就未整改原因和下一步措施作出说明。约谈结果报审计委员会。",
    ),
    Rung(
        "notice",
        DECIDE_HIGH,
        True,
        15,
        "现予通报。请深刻反思，举一反三，立即整改，并书面报告整改结果。",
    ),
    Rung(
        "accountability_transfer",
        DECIDE_HIGH,
        False,
        180,
        "上述问题至今未整改到位，现依法移送，建议依规依纪依法处理，并将处理结果书面反馈我局。",
    ),
)
BY_STEP = {rung.step: rung for rung in LADDER}
