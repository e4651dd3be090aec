"""Streamlit's own English words in the language of the reader.

Streamlit has no translations. A script in the browser replaces its words, as they appear, by those below. A
word that could also be a user's (Close, Search) is replaced only within the part of the screen that Streamlit
draws by itself; sentences that nobody else writes are replaced wherever they stand. The strings are those of
the pinned Streamlit; tests/browser/test_language.py finds the ones that a new version adds.
"""

import json
from pathlib import Path

import streamlit as st

from data.language import language

# What users, their files and their rows say is never touched.
_NEVER = (
    "canvas, textarea, [data-testid='stCode'], [data-testid='stFileChipName'], [data-testid='stHeading'],"
    " [data-testid='stJson'], [data-testid='stMarkdown'], [data-testid='stTable'], [data-testid='stText']"
)

_MONTHS = {
    "January": "1月",
    "February": "2月",
    "March": "3月",
    "April": "4月",
    "May": "5月",
    "June": "6月",
    "July": "7月",
    "August": "8月",
    "September": "9月",
    "October": "10月",
    "November": "11月",
    "December": "12月",
}

# Parts of the screen that Streamlit draws.
_UPLOADER = "[data-testid='stFileUploader']"
_DROPDOWN = "[data-testid='stMultiSelectDropdown'], [data-testid='stSelectboxVirtualDropdown']"
_CALENDAR = (
    "[data-testid='stDateInputCalendar'], [data-testid='stDateTimeInputCalendar'],"
    " [data-testid='stDateInputQuickSelectPopover'], [data-testid='stDateInputHeaderPickerPopover']"
)
_GRID_MENU = (
    "[data-testid='stDataFrameColumnMenu'] [role='menuitem'],"
    " [data-testid='stDataFrameColumnFormattingMenu'] [role='menuitem']"
)
_SEARCH = ".gdg-search-bar"
_STATISTICS = "[data-testid='stDataFrameStatisticsMetrics']"

# Where, and the words there. None: wherever they stand.
_TEXTS: list[tuple[str | None, dict[str, str]]] = [
    (
        "[data-testid='stToolbar'], [data-testid='stMainMenuPopover']",
        {
            "About": "关于",
            "Always rerun": "总是重新运行",
            "Clear cache": "清除缓存",
            "Connecting": "正在连接",
            "Dark": "夜间",
            "Deploy": "部署",
            "Error": "错误",
            "File change.": "文件已改动。",
            "Get help": "获取帮助",
            "Light": "日间",
            "Made with Streamlit v": "基于 Streamlit ",
            "Print": "打印",
            "Record screen": "录制屏幕",
            "Report a bug": "报告问题",
            "Rerun": "重新运行",
            "Running...": "正在运行…",
            "Stop": "停止",
            "Stopping...": "正在停止…",
            "System": "跟随系统",
            "Theme": "外观",
        },
    ),
    (
        _UPLOADER,
        {
            "Drag and drop a file here": "将文件拖放到这里",
            "Drag and drop directories here": "将文件夹拖放到这里",
            "Drag and drop files here": "将文件拖放到这里",
            "Error:": "错误：",
            "Only one file is allowed.": "只能选择一个文件。",
            "Upload": "选择文件",
            "Upload directories": "选择文件夹",
            "add icon": "添加",
        },
    ),
    (
        _CALENDAR,
        {
            **_MONTHS,
            "Date range": "常用范围",
            "Past 2 Years": "近两年",
            "Past 3 Months": "近三个月",
            "Past 6 Months": "近六个月",
            "Past Month": "近一个月",
            "Past Week": "近一周",
            "Past Year": "近一年",
            "Select...": "请选择",
            "Time": "时间",
        },
    ),
    ("[role='spinbutton']", {"yyyy": "年", "mm": "月", "dd": "日", "hh": "时", "ss": "秒"}),
    (
        _DROPDOWN,
        {"No results": "没有匹配的选项", "Select all": "全选"},
    ),
    (
        _GRID_MENU,
        {
            "Accounting": "会计格式",
            "Automatic": "自动",
            "Autosize": "自动列宽",
            "Bytes": "字节",
            "Calendar": "日历",
            "Compact": "简写",
            "Distance": "距今",
            "Dollar": "美元",
            "Duration": "时长",
            "Engineering": "工程计数",
            "Euro": "欧元",
            "Format": "格式",
            "Hide column": "隐藏列",
            "Localized": "本地格式",
            "Percent": "百分比",
            "Pin column": "固定列",
            "Plain": "原样",
            "Scientific": "科学计数",
            "Sort ascending": "升序",
            "Sort descending": "降序",
            "Statistics": "统计",
            "Unpin column": "取消固定",
            "Yen": "日元",
        },
    ),
    (
        "[data-testid='stDataFrameColumnVisibilityMenu']",
        {"(index)": "（行号）", "Select all": "全选"},
    ),
    (
        _STATISTICS,
        {
            "25th percentile": "下四分位数",
            "75th percentile": "上四分位数",
            "Average": "平均值",
            "Average length": "平均字数",
            "Distinct": "不同值",
            "Empty": "空值",
            "Maximum": "最大值",
            "Maximum length": "最多字数",
            "Median": "中位数",
            "Minimum": "最小值",
            "Minimum length": "最少字数",
            "Range": "跨度",
            "Standard deviation": "标准差",
            "Sum": "合计",
            "Values": "有值",
        },
    ),
    (
        "[data-testid='stDataFrameStatisticsChart'][aria-label^='是否']",
        {"False": "否", "True": "是"},
    ),
    (
        "[data-testid='stDataFrameStatisticsMenu']",
        {"Based on sample": "按抽样计算", "No data": "没有数据"},
    ),
    ("[data-testid='stErrorCodeBlock']", {"streamlit run yourscript.py": "make run"}),
    ("#vg-tooltip-element", {"Count": "个数", "Range": "范围"}),
    (_SEARCH, {"Type to search": "输入要找的内容"}),
    (
        "[data-testid='stTooltipContent']",
        {
            "Add row": "添加行",
            "Clear selection": "取消选择",
            "Close fullscreen": "退出全屏",
            "Copied": "已复制",
            "Copy to clipboard": "复制",
            "Delete row(s)": "删除行",
            "Download as CSV": "下载 CSV",
            "Download as PNG": "下载图片",
            "Fullscreen": "全屏",
            "Search": "查找",
            "Show chart": "显示图形",
            "Show data": "显示数据",
            "Show/hide columns": "选择显示的列",
        },
    ),
    (
        "[data-testid='stSidebarNav'], [data-testid='stSidebar']",
        {"View less": "收起"},
    ),
    (
        "[data-testid='stDialog'], [role='dialog']",
        {
            "Cancel": "取消",
            "Clear caches": "清除缓存",
            "Connection error": "连接中断",
            "Page not found": "找不到页面",
            "Script execution error": "程序出错",
        },
    ),
    (
        None,
        {
            "Click to finish selecting date range": "点选结束日期",
            "Click to start selecting date range": "点选开始日期",
            "Connection failed with status 0.": "连接不上服务器。",
            "Connection lost. Please wait for the app to reconnect, then try again.": (
                "连接已中断。请等待自动重连后再试。"
            ),
            "Connection timed out.": "连接超时。",
            "Is Streamlit still running? If you accidentally stopped Streamlit, just restart it in your"
            " terminal:": "服务已停止。恢复后本页会自动重新连接；请联系系统管理员，或在服务器上重新启动：",
            "Please wait for the app to reconnect, then try again.": "请等待自动重连后再试。",
            "Press Ctrl+Enter to apply": "按 Ctrl+Enter 确认",
            "Press Ctrl+Enter to submit form": "按 Ctrl+Enter 提交",
            "Press Enter to apply": "按回车键确认",
            "Press Enter to submit form": "按回车键提交",
            "Press ⌘+Enter to apply": "按 ⌘+回车键确认",
            "Press ⌘+Enter to submit form": "按 ⌘+回车键提交",
            "Skip to main content": "跳到正文",
            "Streamlit server is not responding. Are you connected to the internet?": (
                "服务器没有响应。已保存的内容不受影响；请检查网络，恢复后本页会自动重新连接。"
            ),
            "This field is required.": "此项必填。",
            "Use arrow keys to navigate dates. Enter to select. Escape to close.": (
                "用方向键移动，回车键选定，Esc 键关闭。"
            ),
            "Use arrow keys to navigate. Enter to select. Tab to switch between calendar and time. Escape to"
            " close.": "用方向键移动，回车键选定，Tab 键在日历和时间之间切换，Esc 键关闭。",
        },
    ),
]

_ATTRIBUTES = {
    **_MONTHS,
    "Add files": "继续添加文件",
    "Add row": "添加行",
    "App pages": "页面",
    "Choose a date": "选择日期",
    "Choose an option": "请选择",
    "Choose date": "选择日期",
    "Choose date and time": "选择日期和时间",
    "Choose date range": "选择日期范围",
    "Choose options": "请选择",
    "Choose or add an option": "选择或输入",
    "Choose or add options": "选择或输入",
    "Add an option": "输入一项",
    "Add options": "输入选项",
    "Clear all": "全部清除",
    "Clear date and time": "清除日期和时间",
    "Clear dates": "清除日期",
    "Clear entry": "清除",
    "Clear selection": "取消选择",
    "Clear time": "清除时间",
    "Clear value": "清除",
    "Close": "关闭",
    "Close Search": "关闭查找",
    "Close fullscreen": "退出全屏",
    "Collapse sidebar": "收起菜单",
    "Copied": "已复制",
    "Copy column name": "复制列名",
    "Copy to clipboard": "复制",
    "Copy Vega-Lite spec": "复制图形定义",
    "Copy version to clipboard": "复制版本号",
    "Dataframe column menu": "列菜单",
    "Decrement": "减少",
    "Delete row(s)": "删除行",
    "Dismiss": "关闭",
    "Distribution histogram": "分布",
    "Download as CSV": "下载 CSV",
    "Download as PNG": "下载图片",
    "Empty": "未填",
    "Expand sidebar": "展开菜单",
    "Feedback rating": "评价",
    "Fullscreen": "全屏",
    "Hide password": "隐藏密码",
    "Increment": "增加",
    "Link to heading": "标题链接",
    "Main menu": "主菜单",
    "Menu": "菜单",
    "Multiselect options": "选项",
    "Next": "下一个",
    "Next Result": "下一处",
    "Next month": "下个月",
    "Next page": "下一页",
    "No options to select": "没有可选项",
    "No options to select.": "没有可选项",
    "Notifications": "通知",
    "Open": "展开",
    "Pagination": "分页",
    "Previous": "上一个",
    "Previous Result": "上一处",
    "Previous month": "上个月",
    "Previous page": "上一页",
    "Quick select a date range": "常用日期范围",
    "Running...": "正在运行…",
    "Select all": "全选",
    "Scroll tabs left": "向左滚动",
    "Scroll tabs right": "向右滚动",
    "Scrollable table": "可滚动的表",
    "Search": "查找",
    "Select...": "请选择",
    "Selectbox options": "选项",
    "Selected values": "已选",
    "Show chart": "显示图形",
    "Show data": "显示数据",
    "Show password": "显示密码",
    "Show suggestions": "显示选项",
    "Show/hide columns": "选择显示的列",
    "Sidebar": "侧栏",
    "Suggestions": "选项",
    "Theme": "外观",
    "Thumbs down": "不满意",
    "Thumbs up": "满意",
    "Toolbar action": "工具",
    "Vega visualization": "图形",
    "(index)": "（行号）",
    "axis": "坐标轴",
    "bar": "柱",
    "checkbox": "是否",
    "date": "日期",
    "datetime": "日期时间",
    "empty": "空",
    "file upload": "上传文件",
    "group mark container": "图形",
    "line mark container": "折线",
    "list": "列表",
    "month": "月",
    "number": "数字",
    "object": "对象",
    "progress": "进度",
    "rect mark container": "柱",
    "symbol mark container": "点",
    "text": "文本",
    "time": "时间",
    "visualization": "图形",
    "year": "年",
}

# Sentences with a part that changes: where, the English as a regular expression, the Chinese. $1 is the first
# part that changes; the name of a month becomes 3月.
_TEXT_PATTERNS: list[tuple[str | None, str, str]] = [
    (_UPLOADER, r"([\d.]+) ?([KMGT]?B) per file", "每个文件不超过 $1 $2"),
    (_UPLOADER, r"(\S+) files are not allowed\.", "不接受 $1 类型的文件。"),
    (_UPLOADER, r"File must be ([\d.]+ ?[KMGT]?B) or smaller\.", "文件不得超过 $1。"),
    (_DROPDOWN, r"Add: (.*)", "添加：$1"),
    (_DROPDOWN, r"Select (\d+) matches", "选中 $1 个匹配项"),
    (
        _DROPDOWN,
        r"You can only select up to (\d+) options?\. Remove an option first\.",
        "最多选 $1 项，请先去掉一项。",
    ),
    (_CALENDAR, r"([A-Z][a-z]{2,8}) (\d{4})", "$2年$1"),
    (_CALENDAR, r"Choose date(?: range| and time)?, (.+)", "选择日期，$1"),
    (_STATISTICS, r"([A-Z][a-z]{2}) (\d+), (\d{4})(.*)", "$3年$1$2日$4"),
    (_STATISTICS, r"(\d+) years?", "$1 年"),
    (_STATISTICS, r"(\d+) months?", "$1 个月"),
    (_STATISTICS, r"([\d.]+) weeks?", "$1 周"),
    (_STATISTICS, r"([\d.]+) days?", "$1 天"),
    (_STATISTICS, r"([\d.]+) hours?", "$1 小时"),
    (_STATISTICS, r"([\d.]+) minutes?", "$1 分钟"),
    (_STATISTICS, r"([\d.]+) seconds?", "$1 秒"),
    (_SEARCH, r"(\d+) results?", "找到 $1 处"),
    (_SEARCH, r"(\d+) of (\d+) results?", "第 $1 处，共 $2 处"),
    (_SEARCH, r"(?:\d+ of )?over 1000", "超过 1000 处"),
    ("[data-testid='stSidebar']", r"View (\d+) more", "再显示 $1 项"),
    (
        "[role='alert']",
        r"(?:Error: )?Number is outside the allowed range\. Please enter a value between (.+) and (.+)\.",
        "超出范围，请输入 $1 到 $2 之间的数。",
    ),
    (
        "[role='alert']",
        r"(?:Error: )?Number is below the allowed range\..* to (\S+)\.",
        "太小，请输入不小于 $1 的数。",
    ),
    (
        "[role='alert']",
        r"(?:Error: )?Number is above the allowed range\..* to (\S+)\.",
        "太大，请输入不大于 $1 的数。",
    ),
    (
        None,
        r"(?:: )?Date set outside allowed range\. Please select a date between (.+) and (.+)\.",
        "：日期超出范围，请选择 $1 至 $2 之间的日期。",
    ),
    (
        None,
        r"(?:: )?Date set outside allowed range\. Please select a date on or after (.+)\.",
        "：请选择 $1 或以后的日期。",
    ),
    (
        None,
        r"(?:: )?Date set outside allowed range\. Please select a date on or before (.+)\.",
        "：请选择 $1 或以前的日期。",
    ),
    (None, r"Connection failed with status (\d+)\.?.*", "连接失败（状态 $1）。"),
    (
        None,
        r"The page that you have requested does not seem to exist\. Running the app's main page\.",
        "没有这个页面，已转到首页。",
    ),
    (None, r"You have requested page (\S+), but .*", "没有页面 $1，已转到首页。"),
    (
        None,
        r"This app has encountered an error\..*",
        "这一步没有完成。已保存的内容不受影响；请刷新后再试，若仍出现，请把时间告诉系统管理员。",
    ),
    # Read out to the blind.
    (None, r"(\d+) options? available\.", "有 $1 个选项。"),
    (None, r"Selected Date: ([A-Z][a-z]+) 0?(\d+), (\d+)(?: at (.+))?", "已选 $3年$1$2日 $4"),
    (
        None,
        r"Selected Range: ([A-Z][a-z]+) 0?(\d+), (\d+) to ([A-Z][a-z]+) 0?(\d+), (\d+)",
        "已选 $3年$1$2日至$6年$4$5日",
    ),
    (None, r"Selected Time: (.+)", "已选 $1"),
]

_ATTRIBUTE_PATTERNS = [
    (r"True/false distribution chart: True: (.+); False: (.+)", "是否分布：是 $1；否 $2"),
    (r"Top values frequency chart: (.+)", "常见值：$1"),
    (r"True: (\d.*)", "是：$1"),
    (r"False: (\d.*)", "否：$1"),
    (r"Help for (.+)", "$1的说明"),
    (r"Fullscreen: (.+)", "全屏：$1"),
    (r"Close fullscreen: (.+)", "退出全屏：$1"),
    (r"[a-z0-9_ ]+ icon", "图标"),
    (r"Remove (.+)", "去掉 $1"),
    (r"Page (\d+)", "第 $1 页"),
    (r"(\d+) – ([A-Z][a-z]+)", "$2"),
    (r"Choose date(?: range| and time)?, (?:([A-Z][a-z]+) (\d{4})|(.+))", "选择日期，$2年$1$3"),
    (r"(?:year|month|day), (.*) start date", "$1 开始日期"),
    (r"(?:year|month|day), (.*) end date", "$1 结束日期"),
    (r"(.+) start date", "$1 开始日期"),
    (r"(.+) end date", "$1 结束日期"),
    (r"year, *(.*)", "年，$1"),
    (r"month, *(.*)", "月，$1"),
    (r"day, *(.*)", "日，$1"),
    (r"hour, *(.*)", "时，$1"),
    (r"minute, *(.*)", "分，$1"),
    (r"second, *(.*)", "秒，$1"),
    (r"(.+) — start", "$1 起"),
    (r"(.+) — end", "$1 止"),
    (r"(.+) color picker", "$1 颜色"),
]

_SCRIPT = (
    Path(__file__)
    .with_suffix(".js")
    .read_text(encoding="utf-8")
    .replace(
        "/*WORDS*/ null",
        json.dumps(
            {
                "never": {"text": _NEVER, "attribute": "canvas, [data-testid='stFileChipName']"},
                "months": {**_MONTHS, **{month[:3]: chinese for month, chinese in _MONTHS.items()}},
                "texts": [{"within": within, "words": words} for within, words in _TEXTS],
                "textPatterns": _TEXT_PATTERNS,
                "attributes": _ATTRIBUTES,
                "attributePatterns": _ATTRIBUTE_PATTERNS,
            },
            ensure_ascii=False,
        ),
    )
)

_component = st.components.v2.component("chinese_words", js=_SCRIPT)


def chinese_words() -> None:
    """Let the browser show Streamlit's own words in the language of this run; called once, by the frame."""
    _component(key="chinese_words", data={"language": language()}, on_spoken_change=lambda: None)
