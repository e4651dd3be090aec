-- One row per stage of a project: its place in the order of the field, its dates, and their places in the
-- calendar of working days. Working days from a to b, both counted, are number(b) minus before(a); a date
-- outside the calendar has no number, and what is reckoned with it has no value.
select
    s.project_id,
    s.stage,
    list_position(
        [
            'approval', 'scheme', 'notice', 'entry', 'exit', 'consultation', 'review', 'adjudication', 'meeting',
            'delivery', 'rectification', 'archive'
        ],
        s.stage
    ) as stage_order,
    s.planned_date,
    s.actual_date,
    p.working_day_number as planned_number,
    a.working_day_number as actual_number,
    a.working_day_number - cast(a.is_working_day as bigint) as before_actual_number
from project_stage as s
left join calendar_day as p on p.day = s.planned_date
left join calendar_day as a on a.day = s.actual_date
