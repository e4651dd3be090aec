"""A page with every part of Streamlit that has words of its own; test_language.py looks at it."""

import datetime
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent.parent))

import pandas as pd
import streamlit as st

from components.frame.chinese_words import chinese_words
from data.language import use_language

use_language(st.query_params.get("lang", "zh"))
st.set_page_config(page_title="控件", layout="wide", menu_items={"About": "审计驾驶舱"})
chinese_words()

NAMES = ["甲", "乙", "丙"]
DAY = datetime.date(2026, 3, 5)

st.sidebar.text("菜单")
st.title("控件")
left, right = st.columns(2)
with left:
    st.file_uploader("台账", type=["xlsx", "csv"], accept_multiple_files=True, key="upload")
    st.date_input("截至", value=DAY, key="day")
    st.date_input("范围", value=(DAY, DAY + datetime.timedelta(days=30)), key="range")
    st.date_input("未填", value=None, key="no_day")
    st.multiselect("多选", NAMES, key="many")
    st.selectbox("单选", NAMES, index=None, key="one")
    st.text_input("文字", key="word")
    st.text_input("口令", type="password", key="password")
    st.text_area("说明", key="area", max_chars=200)
    st.number_input("数", min_value=0, max_value=10, value=3, key="number")
    st.time_input("时刻", value=datetime.time(8), key="time")
    st.slider("年份", 2022, 2026, (2022, 2026))
    with st.form("form"):
        st.text_input("表单内", key="in_form")
        st.form_submit_button("提交")
with right:
    rows = pd.DataFrame(
        {
            "编号": ["Search", "Close", "Upload"],
            "名称": NAMES,
            "金额": [1.5, 2.0, 3.0],
            "日期": [DAY] * 3,
            "属实": [True, False, True],
        }
    )
    st.dataframe(rows, key="grid", on_select="rerun", selection_mode="multi-row", hide_index=True)
    st.markdown("Close")
    st.text("Upload")
    st.metric("指标", "80.00%", chart_data=[1, 2, 3])

    @st.dialog("对话框")
    def dialog() -> None:
        """A dialog, for its close button."""
        st.text("内容")

    if st.button("打开"):
        dialog()
    if st.button("出错"):
        raise RuntimeError("secret of the server")
    if st.button("提示"):
        st.toast("好")
