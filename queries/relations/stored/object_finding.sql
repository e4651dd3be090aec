-- What was found about which object: one row per object and finding. Of an organisation those of its unit and of
-- the units merged into it; of a policy, a fund or works those of the projects that audit it.
select distinct o.audit_object_id, f.finding_id
from audit_object as o
join unit_heritage as h on h.unit_id = o.unit_id
join finding as f on f.unit_id = h.audited_unit_id
union all
select o.audit_object_id, f.finding_id
from audit_object as o
join project_object as p on p.audit_object_id = o.audit_object_id
join finding as f on f.project_id = p.project_id
where o.unit_id is null
