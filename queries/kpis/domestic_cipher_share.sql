/*
title = { zh = "国产密码应用占比", en = "Devices with a domestic cipher" }
definition = { zh = "采用国产密码的设备 ÷ 当日在用设备；按登记的现状", en = "Devices with a domestic cipher ÷ devices in use on that day, as the register says now" }
source = "001-9"
relation = "network_asset_as_of"
numerator = "count(*) filter (where has_domestic_cipher)"
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
