-- Whose past a unit carries: one row per unit and unit that it is, or that was merged or renamed into it, however
-- many steps lie between.
with recursive heritage as (
    select unit_id, unit_id as audited_unit_id, 0 as steps from unit
    union all
    select h.unit_id, u.predecessor_unit_id, h.steps + 1
    from heritage as h
    join unit as u on u.unit_id = h.audited_unit_id
    where u.predecessor_unit_id is not null and h.steps < 20 -- a circle in the data must end
)
select * from heritage
