"""命中依据: why one hit was flagged, the very source rows behind it, and whom it touches."""

import streamlit as st

from components.run.evidence_rows import evidence_rows
from components.run.hit_head import hit_head
from components.run.hit_opening import hit_opening
from components.run.hit_parties import hit_parties
from components.run.hit_suspect import hit_suspect
from components.run.run_opening import run_opening
from components.run.run_path import run_path
from data.language import _
from queries.audit_models.evidence import evidence_of

seen = run_opening("run")
row, number = hit_opening(seen)
run_path(seen, here=_("Hit {number}").format(number=number + 1))
hit_head(seen, row)
hit_suspect(seen, number)
st.subheader(_("Source rows"))
for place, part in enumerate(evidence_of(seen, number)):
    with st.container(border=True):
        evidence_rows(part, key=f"evidence_{seen.facts.run_id}_{number}_{place}")
st.subheader(_("Whom it touches"))
hit_parties(seen, number)
