/*
title = { zh = "规划指标待填报", en = "Plan figures owed" }
definition = { zh = "需填报的规划指标中，已开始的年度（含当年）截至当日还没有数值的，按指标和年度逐项计；由程序计算的指标和没有目标的指标不计", en = "Of the plan indicators whose figures are entered: years that have begun, the current one included, without a value up to that day, counted by indicator and year; without indicators that are computed and those without a target" }
source = "docs/adr/0009-plan-indicators-are-evaluated-once.md"
relation = "indicator_year_as_of"
measure = "count(*)"
additive = true
format = "count"
better = "lower"
filters = ["year", "section"]
opens = "indicator"
group_by = ["plan_year", "section", "plan"]
columns = ["indicator_code", "indicator", "plan", "plan_year", "section"]
*/
select * from indicator_year_as_of where not is_entered
