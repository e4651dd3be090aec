"""数据→疑点→核实→问题→整改→销号 in one picture: how many suspects reached each step."""

from dataclasses import dataclass

import streamlit as st

from components.charts.draw import draw
from components.charts.sankey import SankeyBand, SankeyNode, sankey
from components.figures import show
from components.kpi.open_rows import open_rows
from components.session import figure, groups
from data.codes import label
from data.language import _, mark
from queries.filters import Filters

_HEIGHT = 430


@dataclass(frozen=True)
class _Opens:
    """What a node opens: the rows of a figure, narrowed to one value of a dimension where one is named."""

    kpi: str
    by: str = ""
    code: str = ""


@dataclass(frozen=True)
class _Node:
    """A node: its stage, the rows behind it, its colour, and its name where no code list has it."""

    code: str
    stage: int
    opens: _Opens
    meaning: str = "neutral"
    name: str = ""

    def label(self) -> str:
        return _(self.name) if self.name else label(self.opens.by, self.opens.code)


_NODES = (
    _Node("data", 0, _Opens("suspect_datasets"), name=mark("Datasets")),
    _Node("suspects", 1, _Opens("suspects"), name=mark("Suspects")),
    _Node("issued", 2, _Opens("suspects_issued"), name=mark("Issued for checking")),
    _Node("to_issue", 2, _Opens("suspects_to_issue"), "at_risk", name=mark("To be issued")),
    _Node("set_aside", 2, _Opens("suspects", "suspect_answer", "set_aside"), "muted"),
    _Node("confirmed", 3, _Opens("suspects_issued", "suspect_answer", "confirmed")),
    _Node("partly_confirmed", 3, _Opens("suspects_issued", "suspect_answer", "partly_confirmed")),
    _Node("not_confirmed", 3, _Opens("suspects_issued", "suspect_answer", "not_confirmed"), "muted"),
    _Node("awaited", 3, _Opens("suspects_issued", "suspect_answer", "awaited"), "at_risk"),
    _Node("findings", 4, _Opens("suspects_in_ledger"), name=mark("Findings")),
    _Node("closed", 5, _Opens("suspects_in_ledger", "ledger_stage", "closed"), "meets"),
    _Node("rectified", 5, _Opens("suspects_in_ledger", "ledger_stage", "rectified")),
    _Node("rectifying", 5, _Opens("suspects_in_ledger", "ledger_stage", "rectifying"), "at_risk"),
    _Node("excluded", 5, _Opens("suspects_in_ledger", "ledger_stage", "excluded"), "muted"),
)
_ANSWERS = ("confirmed", "partly_confirmed", "not_confirmed", "awaited")
_STAGES = ("closed", "rectified", "rectifying", "excluded")


def suspect_loop(filters: Filters) -> None:
    """Draw the loop; a click on a node opens exactly its rows."""
    counted = {node.code: _count(node.opens, filters) for node in _NODES}
    nodes = [
        SankeyNode(
            code=node.code,
            label=node.label(),
            stage=node.stage,
            # As wide as the suspects that came of it: datasets and suspects are no common measure.
            value=counted["suspects"] if node.code == "data" else counted[node.code],
            shown=show(counted[node.code] or None if node.code == "data" else counted[node.code], "count"),
            meaning=node.meaning,
        )
        for node in _NODES
    ]
    title = _("From data to close-out: how far have suspects come?")
    clicked = draw(sankey(nodes, _bands(counted, filters), title=title, height=_HEIGHT), key="suspect_loop")
    st.caption(
        _(
            "Every band counts suspects; the first node says how many datasets they were found in. What is in"
            " the ledger is counted by its finding: one suspect, one finding. Click a block to see its rows."
        )
    )
    if clicked is not None:
        opens = next(node.opens for node in _NODES if node.code == clicked)
        open_rows(opens.kpi, filters, *([(opens.by, opens.code)] if opens.by else []))


def _count(opens: _Opens, filters: Filters) -> int:
    if not opens.by:
        return int(figure(opens.kpi, filters).value or 0)
    return next(
        (group.figure.rows for group in groups(opens.kpi, filters, opens.by) if group.code == opens.code), 0
    )


def _bands(counted: dict[str, int], filters: Filters) -> list[SankeyBand]:
    entered = {
        group.code: group.figure.rows for group in groups("suspects_in_ledger", filters, "suspect_answer")
    }
    flows = [
        ("data", "suspects", counted["suspects"]),
        ("suspects", "issued", counted["issued"]),
        ("suspects", "to_issue", counted["to_issue"]),
        ("suspects", "set_aside", counted["set_aside"]),
        *(("issued", answer, counted[answer]) for answer in _ANSWERS),
        *((answer, "findings", entered.get(answer, 0)) for answer in _ANSWERS),
        *(("findings", stage, counted[stage]) for stage in _STAGES),
    ]
    names = {node.code: node.label() for node in _NODES}
    return [
        SankeyBand(
            source,
            target,
            value,
            _("{source} → {target}: {count} suspects").format(
                source=names[source], target=names[target], count=show(value, "count")
            ),
        )
        for source, target, value in flows
    ]
