"""上传数据: choose files, see how they are read and what they hold, bring them in, see what came of it."""

import streamlit as st

from components.inert import inert
from components.page_guard import page_guard
from components.session import current_user
from components.undertaking.own_undertaking import own_undertaking
from components.upload.answers import hold_answers, keep_answers
from components.upload.bring_button import bring_button
from components.upload.brought_notice import brought_notice
from components.upload.choose_files import choose_files
from components.upload.column_mapping import column_mapping
from components.upload.dataset_words import dataset_words
from components.upload.further_files import further_files
from components.upload.inferred_columns import inferred_columns
from components.upload.job_list import job_list
from components.upload.job_outcome import job_outcome
from components.upload.job_progress import job_progress
from components.upload.lost_job import lost_job
from components.upload.ocds_datasets import ocds_datasets, others_of_ocds
from components.upload.ocds_notice import ocds_notice
from components.upload.place_system import PlaceAnswer, place_system
from components.upload.reading_file import reading_file
from components.upload.target_choice import target_choice
from components.upload.type_templates import type_templates
from components.upload.upload_place import files_in_hand, job_in_sight, put_down
from components.upload.waiting_files import waiting_files
from data.dataset_types import ADHOC
from data.language import _, listed
from data.ocds.tables import OCDS
from data.transfers import Transfer

page_guard(current_user(), "bring-data")
st.title(_("Upload data"))
may_bring = own_undertaking(_("Until then no file is taken; files that wait already stay."))
job = job_in_sight()
if job is not None:
    keep_answers()
    if job.is_over:
        job_outcome(job)
    else:
        job_progress(job)
    st.stop()

files = files_in_hand() if may_bring else []
if not files:
    keep_answers()
    lost_job()
    if may_bring:
        choose_files()
        type_templates()
    waiting_files(may_go_on=may_bring)
    job_list()
    st.stop()

with st.container(horizontal=True, vertical_alignment="center"):
    names = listed(found.original_name for found in files)
    st.markdown(f":material/draft: **{inert(names)}**")
    st.space("stretch")
    if st.button(_("Choose another file"), icon=":material/undo:", key="upload_put_down"):
        put_down()
        st.rerun()

first, *others = files
hold_answers(first)
brought_notice(first)
st.subheader(_("1 How it is read"))
read = reading_file(first)
if read is None:
    st.stop()
proposal, chosen = read
ocds_notice(first, proposal.headings)

st.subheader(_("2 What it holds"))
target = target_choice(first, proposal)
mapped, place = None, PlaceAnswer()
following: list[Transfer] = []
if target.dataset_type == OCDS:
    following = others_of_ocds(others, chosen)
elif target.dataset_type != ADHOC or (target.earlier is not None and target.change != "replace"):
    mapped = column_mapping(first, proposal, target)
else:
    inferred_columns(proposal)
if target.dataset_type != OCDS:
    place = place_system(first, chosen, proposal)
    following = further_files(others, proposal, chosen, target, mapped) if others else []

st.subheader(_("3 The dataset and this delivery"))
words = dataset_words(first, target, mapped)
if target.dataset_type == OCDS and not words.faults:
    ocds_datasets(words.name)
bring_button([first, *following], chosen, target, mapped, words, place=place)
