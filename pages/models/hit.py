"""命中依据: why one hit was flagged, the very source rows behind it, and whom it touches."""

import streamlit as st

from components.run.hit_evidence import hit_evidence
from components.run.hit_head import hit_head
from components.run.hit_opening import hit_opening
from components.run.hit_parties import hit_parties
from components.run.hit_place import hit_place
from components.run.hit_suspect import hit_suspect
from components.run.run_opening import run_opening
from components.run.run_path import run_path
from data.language import _

seen = run_opening("run")
row, number = hit_opening(seen)
run_path(seen, here=_("Hit {number}").format(number=number + 1))
hit_head(seen, row)
hit_suspect(seen, number)
hit_place(seen, number)
st.subheader(_("Source rows"))
hit_evidence(seen, number)
st.subheader(_("Whom it touches"))
hit_parties(seen, number)
