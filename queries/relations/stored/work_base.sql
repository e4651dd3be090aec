-- The work of persons, from the diary where there is one and from the register of person-days elsewhere.
-- One row per diary entry in force, and one per record of the register whose person, project and week the diary
-- says nothing of (docs/adr/0032-person-days-from-the-diary.md). An entry counts from its day on, a record of the
-- register from the Friday of its week on. Sixteen half hours are a person-day; a half day of the register is eight.
with entry as (
    select
        e.diary_entry_id,
        e.staff_id,
        e.project_id,
        cast(date_trunc('week', e.work_date) as date) as week_date,
        e.work_date,
        e.mode,
        e.half_hours,
        e.done
    from diary_entry as e
    where e.half_hours > 0 and e.diary_entry_id not in (
        select l.replaces_id from diary_entry as l where l.replaces_id is not null
    )
)
select
    'diary' as diary_source,
    e.diary_entry_id,
    e.staff_id,
    e.project_id,
    e.week_date,
    e.work_date,
    e.work_date as counted_date,
    e.mode as work_mode,
    e.half_hours,
    e.done
from entry as e
union all
select
    'import' as diary_source,
    cast(null as bigint) as diary_entry_id,
    w.staff_id,
    w.project_id,
    w.week_date,
    cast(null as date) as work_date,
    w.week_date + 4 as counted_date,
    w.mode as work_mode,
    w.half_days * 8 as half_hours,
    cast(null as varchar) as done
from work_record as w
anti join entry as e
    on e.staff_id = w.staff_id and e.project_id = w.project_id and e.week_date = w.week_date
