-- The life of every finding, cut where something changed: one row per finding and spell [valid_from, valid_to).
-- Exactly one spell of a finding covers any day since it was found, so a state on a day is a range condition.
-- A fact dated before the finding (rectified while the audit was still on) counts from the day it was found.
with fact as (
    select finding_id, fact_date, kind, new_due_date, cast(0 as bigint) as money_fen
    from milestone
    where kind in (
        'notified', 'rectified', 'closed', 'reopened', 'extended', 'withdrawn', 'transferred', 'returned'
    )
    union all
    select finding_id, fact_date, 'money', null, amount_fen from rectified_money
    union all
    select finding_id, found_date, 'found', null, 0 from finding
    union all
    select distinct finding_id, fact_date, 'repeat_decided', null, 0 from repeat_decision
),
change as (
    select
        t.finding_id,
        greatest(t.fact_date, f.found_date) as valid_from,
        max(case when t.kind = 'rectified' then t.fact_date end) as rectified_date,
        max(case when t.kind = 'closed' then t.fact_date end) as closed_date,
        max(case when t.kind = 'reopened' then t.fact_date end) as reopened_date,
        max(case when t.kind = 'withdrawn' then t.fact_date end) as withdrawn_date,
        max(case when t.kind = 'transferred' then t.fact_date end) as transferred_date,
        max(case when t.kind = 'returned' then t.fact_date end) as returned_date,
        max(t.new_due_date) as new_due_date,
        count(*) filter (where t.kind = 'extended') as extension_count,
        sum(t.money_fen) as money_fen
    from fact as t
    join finding as f using (finding_id)
    group by t.finding_id, greatest(t.fact_date, f.found_date)
),
spell as (
    select
        finding_id,
        valid_from,
        lead(valid_from, 1, date '9999-12-31') over life as valid_to,
        max(rectified_date) over so_far as accepted_date,
        max(closed_date) over so_far as approved_date,
        max(reopened_date) over so_far as reopened_date,
        max(withdrawn_date) over so_far as withdrawn_date,
        max(transferred_date) over so_far as transferred_date,
        max(returned_date) over so_far as returned_date,
        max(new_due_date) over so_far as new_due_date,
        cast(sum(extension_count) over so_far as bigint) as extension_count,
        cast(sum(money_fen) over so_far as bigint) as rectified_fen
    from change
    window
        life as (partition by finding_id order by valid_from),
        so_far as (partition by finding_id order by valid_from rows unbounded preceding)
)
select
    b.* exclude (is_repeat),
    -- 屡审屡犯: as the newest decision of a person has it, else as the ledger states it.
    coalesce(
        (
            select max_by(d.is_repeat, (d.fact_date, d.repeat_decision_id))
            from repeat_decision as d
            where d.finding_id = s.finding_id and d.fact_date <= s.valid_from
        ),
        b.is_repeat
    ) as is_repeat,
    s.valid_from,
    s.valid_to,
    -- A reopening (回头看) takes back what was accepted and closed on or before its day.
    case when s.reopened_date is null or s.accepted_date > s.reopened_date then s.accepted_date end
        as rectified_date,
    case when s.reopened_date is null or s.approved_date > s.reopened_date then s.approved_date end
        as closed_date,
    s.reopened_date,
    -- So does a return with what had left the ledger on or before its day.
    case when s.returned_date is null or s.withdrawn_date > s.returned_date then s.withdrawn_date end
        as withdrawn_date,
    case when s.returned_date is null or s.transferred_date > s.returned_date then s.transferred_date end
        as transferred_date,
    coalesce(s.new_due_date, b.first_due_date) as due_date,
    s.extension_count,
    s.rectified_fen
from spell as s
join finding_base as b using (finding_id)
