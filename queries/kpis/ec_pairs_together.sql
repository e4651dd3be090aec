/*
title = { zh = "党政同审比例", en = "Pairs audited together" }
definition = { zh = "由同一个已出具报告的经济责任审计项目审计双方的党政搭档 ÷ 一方已审且进点时（没有进点日的按出具日）另一方已到任且仍在任的党政搭档，同一项目审计双方的都计入；搭档为同一配对号、党政各一方、任期有重叠且都列入经济责任审计对象的两个任职，含已离任的；每对一行，以政府一方为行", en = "Pairs of which one delivered economic-responsibility project audited both ÷ pairs of which one was audited when the other had taken up the post by the entry on site (by delivery where no entry is filled in) and was still in it, those audited by one project always counted; a pair is two posts of one pair code on opposite sides with overlapping terms, both in scope, those left included; one row per pair, that of the government side" }
source = "003-12"
relation = "pair_as_of"
numerator = "count(*) filter (where is_audited_together)"
denominator = "count(*)"
additive = true
format = "percent"
better = "higher"
group_by = ["region", "section", "unit", "audit_class"]
columns = ["official", "post_title", "unit", "other_official", "pair_code", "is_audited_together", "last_ec_audit_date", "region", "section", "audit_class", "start_date", "end_date"]
filters = ["region", "section"]
opens = "official"
*/
select * from pair_as_of where leader_side = 'government' and (is_there_for_other_audit or is_other_there_for_audit or is_audited_together)
