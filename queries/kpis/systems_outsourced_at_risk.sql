/*
title = { zh = "外包未签保密协议的系统数", en = "Outsourced systems without a secrecy agreement" }
definition = { zh = "截至当日外包的在用系统中，没有说明已与外包单位签订保密协议的个数", en = "Outsourced systems in use without a secrecy agreement with the contractor, or of which none is said" }
source = "002-5"
relation = "information_system_as_of"
measure = "count(*)"
additive = true
format = "count"
better = "lower"
filters = ["region", "section"]
opens = "information_system"
group_by = ["region", "unit", "system_kind", "use_state", "functions", "build_mode", "use_scope", "protection_level", "assessment_state"]
columns = ["system_code", "system_name", "unit", "region", "system_kind", "functions", "is_outsourced", "has_secrecy_agreement", "protection_level"]
*/
select *
from information_system_as_of
where system_state = 'in_use' and is_outsourced and has_secrecy_agreement is distinct from true
