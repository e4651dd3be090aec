/*
title = { zh = "党政同责未同审", en = "Party and government leader audited apart" }
definition = { zh = "同一地方的党政主要领导（同一配对号、党政各一方）任期有重叠，一人的经济责任审计进点时（没有进点日的按出具日）另一人已到任，而没有一个已出具报告的项目同时审计两人：只审一人的，记在未审者名下；由两个项目分别审的，记在后审者名下（同日的记在后登记的任职）。被记者离任后不再预警。一方离任当天另一方到任的不算重叠", en = "Secretary and head of one place (one pair code, opposite sides) with overlapping terms, one of whom was audited when the other had already taken up the post on the day of entry (of delivery where none is filled in), and no delivered economic-responsibility project audited both. Audited one only: the row is on the other; audited by two projects: on the one audited later (on the same day: the post registered later). No longer warned once that one has left. Taking up on the day the other leaves is no overlap" }
level = "amber"
source = "003-12"
version = 1

[flagged]
one_only = { zh = "搭档{other}已于 {decisive_date} 由“{project}”审计，本人没有同审", en = "{other}, the other side, was audited by “{project}” on {decisive_date} without this post" }
two_projects = { zh = "与搭档{other}由不同项目分别审计；本人由“{project}”于 {decisive_date} 审计", en = "Audited apart from {other}, the other side: this post by “{project}” on {decisive_date}" }

[skipped]
no_side = { zh = "有配对号，没有填党政哪一方", en = "There is a pair code but no side" }
no_start = { zh = "没有填任职日期，无法判断任期是否重叠", en = "The start of the post is not filled in, so overlap cannot be told" }
no_partner = { zh = "有配对号，没有登记任期重叠的搭档", en = "There is a pair code, but nobody on the other side with an overlapping term" }
*/
select
    as_of_date,
    post_id,
    other_post_id,
    coalesce(own_date, other_date) as decisive_date,
    if(own_date is null, other_project_id, own_project_id) as project_id,
    case
        when leader_side is null then 'no_side'
        when start_date is null then 'no_start'
        when other_post_id is null then 'no_partner'
        when own_date is null then 'one_only'
        else 'two_projects'
    end as outcome
from (
    select
        p.as_of_date,
        p.post_id,
        p.leader_side,
        p.start_date,
        p.last_ec_audit_date as own_date,
        p.last_ec_project_id as own_project_id,
        q.other_post_id,
        q.other_ec_audit_date as other_date,
        q.other_ec_project_id as other_project_id,
        q.is_audited_together,
        q.is_there_for_other_audit
    from post_as_of as p
    left join pair_as_of as q on q.as_of_date = p.as_of_date and q.post_id = p.post_id
    where p.pair_code is not null and not p.is_left
) as pair
where other_post_id is null
    or (
        not is_audited_together and is_there_for_other_audit
        and (own_date is null or (own_date, post_id) > (other_date, other_post_id))
    )
-- Of several partners in one term the first is told.
qualify row_number() over (partition by as_of_date, post_id order by decisive_date, other_post_id) = 1
