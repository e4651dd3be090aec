-- The course of every project, cut where it reached a stage: one row per project and spell
-- [valid_from, valid_to). Exactly one spell covers any day, so where a project stands is a range condition.
-- A stage without a date that lies before one that was reached is passed over: nobody waits for it.
with change as (
    select project_id, date '0001-01-01' as valid_from from project
    union
    select project_id, actual_date from stage_day where actual_date is not null
),
reached as (
    select
        c.project_id,
        c.valid_from,
        coalesce(max(s.stage_order) filter (where s.actual_date <= c.valid_from), 0) as reached_order
    from change as c
    left join stage_day as s using (project_id)
    group by c.project_id, c.valid_from
)
select
    r.project_id,
    r.valid_from,
    lead(r.valid_from, 1, date '9999-12-31') over (partition by r.project_id order by r.valid_from) as valid_to,
    r.reached_order,
    max(s.stage) filter (where s.stage_order = r.reached_order) as current_stage,
    max(s.actual_date) filter (where s.stage = 'entry' and s.actual_date <= r.valid_from) as entry_date,
    max(s.before_actual_number) filter (where s.stage = 'entry' and s.actual_date <= r.valid_from)
        as before_entry_number,
    max(s.actual_date) filter (where s.stage = 'exit' and s.actual_date <= r.valid_from) as exit_date,
    max(s.actual_number) filter (where s.stage = 'exit' and s.actual_date <= r.valid_from) as exit_number,
    max(s.planned_date) filter (where s.stage = 'delivery') as planned_delivery_date,
    max(s.planned_number) filter (where s.stage = 'delivery') as planned_delivery_number,
    max(s.actual_date) filter (where s.stage = 'delivery' and s.actual_date <= r.valid_from) as delivery_date,
    max(s.actual_number) filter (where s.stage = 'delivery' and s.actual_date <= r.valid_from) as delivery_number,
    -- What the project waits for: of the stages up to the report that were not reached, the one planned first.
    min({'planned_date': s.planned_date, 'planned_number': s.planned_number, 'stage': s.stage}) filter (
        where s.planned_date is not null and s.stage_order > r.reached_order and s.stage_order <= 10
    ) as awaited
from reached as r
left join stage_day as s using (project_id)
group by r.project_id, r.valid_from, r.reached_order
