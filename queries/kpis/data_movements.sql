/*
title = { zh = "数据流转", en = "Data movements" }
definition = { zh = "当日以前采集、报送、领取的次数；由系统在每次入库、交接和出库时记录，不可修改；更正另记一行，原行仍计", en = "Collections, submissions and receipts by that day; recorded by the system at the act, never changed; a correction is another line, the corrected one still counts" }
source = "000-11"
relation = "data_movement_as_of"
measure = "count(*)"
additive = true
format = "count"
filters = ["year", "section"]
opens = ""
group_by = ["plan_year", "section", "dataset", "movement_kind", "moved_month"]
columns = ["movement_line", "moved_date", "movement_kind", "described", "dataset_rows", "counterparty", "moved_by", "purpose", "approval_number", "limit_date", "closing_date", "closing_kind", "days_overdue", "file_digest", "section"]
*/
select * from data_movement_as_of
