/*
title = { zh = "国产设备占比", en = "Domestic devices" }
definition = { zh = "国产设备 ÷ 当日在用设备；是否国产按登记的现状", en = "Domestic devices ÷ devices in use on that day; whether a device is domestic is what the register says now" }
source = "001-9"
relation = "network_asset_as_of"
numerator = "count(*) filter (where is_domestic)"
denominator = "count(*)"
additive = true
format = "percent"
better = "higher"
filters = ["region", "section"]
opens = ""
group_by = ["office_network", "network_asset", "region", "section"]
columns = ["asset_code", "asset", "office_network", "network_asset", "commissioned_date", "years_in_use", "is_domestic", "has_domestic_cipher", "section", "region"]
*/
select * from network_asset_as_of
