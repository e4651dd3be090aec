/*
title = { zh = "逾期未归还", en = "Returns overdue" }
definition = { zh = "领取或报送的数据中，归还或销毁期限已过、尚未归还、销毁或更正的次数", en = "Data taken whose return date passed and that was neither returned, destroyed nor corrected" }
source = "000-11"
relation = "data_movement_as_of"
measure = "count(*)"
additive = true
format = "count"
better = "lower"
filters = ["year", "section"]
opens = ""
group_by = ["plan_year", "section", "movement_kind", "moved_month"]
columns = ["movement_line", "moved_date", "movement_kind", "described", "dataset_rows", "counterparty", "moved_by", "purpose", "approval_number", "limit_date", "closing_date", "closing_kind", "days_overdue", "file_digest", "section"]
*/
select * from data_movement_as_of where is_return_overdue
