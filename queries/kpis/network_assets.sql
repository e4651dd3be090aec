/*
title = { zh = "在用网络设备", en = "Devices in use" }
definition = { zh = "当日在用的网络与安全设备台（套）数，启用当日计入，停用当日不计", en = "Devices in use on that day: the first day counts, the last does not" }
source = "000-13"
relation = "network_asset_as_of"
measure = "count(*)"
additive = true
format = "count"
filters = ["region", "section"]
opens = ""
group_by = ["office_network", "network_asset", "region", "section"]
columns = ["asset_code", "asset", "office_network", "network_asset", "commissioned_date", "years_in_use", "is_domestic", "has_domestic_cipher", "section", "region"]
*/
select * from network_asset_as_of
