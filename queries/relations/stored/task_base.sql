-- One row per task with everything about it that has no date, and its place in the breakdown.
with recursive tree as (
    select task_id, 0 as task_depth, task_code as task_path from task where parent_task_id is null
    union all
    select c.task_id, t.task_depth + 1, t.task_path || ' › ' || c.task_code
    from task as c
    join tree as t on t.task_id = c.parent_task_id
)
select
    k.task_id,
    k.task_code,
    k.kind as task_kind,
    k.title as task_title,
    k.year as plan_year,
    k.parent_task_id,
    p.task_code as parent_code,
    p.title as parent_title,
    -- A circle of parents, which only a faulty import could make, hangs below no tree.
    coalesce(t.task_depth, 0) as task_depth,
    coalesce(t.task_path, k.task_code) as task_path,
    k.region_code,
    g.region,
    k.section_code,
    s.name as section,
    k.responsible_person,
    k.origin,
    k.set_date,
    k.due_date as first_due_date,
    k.source
from task as k
left join task as p on p.task_id = k.parent_task_id
left join tree as t on t.task_id = k.task_id
left join region_name as g on g.region_code = k.region_code
left join section as s on s.section_code = k.section_code
