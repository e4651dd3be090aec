-- Who leads the projects in the plan on each day asked for: one row per day, project and lead auditor.
select p.*, u.l.part as member_part, u.l.lead as lead
from project_as_of as p
cross join unnest([
    {'part': 'business_lead', 'lead': p.business_lead},
    {'part': 'data_lead', 'lead': p.data_lead}
]) as u (l)
where u.l.lead is not null
