-- The ranks with the one above, and the years after which a reminder is due: the bureau's own, else the usual ones.
-- A rank for which the bureau has set none is not reminded of.
select
    u.staff_rank,
    u.rank_order,
    u.next_rank,
    u.usual_years,
    case when r.staff_rank is null then u.usual_years else r.years end as years_in_rank
from (values
    ('inspector_1', 1, null, null),
    ('inspector_2', 2, 'inspector_1', 4),
    ('counsel_1', 3, 'inspector_2', 4),
    ('counsel_2', 4, 'counsel_1', 3),
    ('counsel_3', 5, 'counsel_2', 2),
    ('counsel_4', 6, 'counsel_3', 2),
    ('principal_1', 7, 'counsel_4', 2),
    ('principal_2', 8, 'principal_1', 2),
    ('principal_3', 9, 'principal_2', 2),
    ('principal_4', 10, 'principal_3', 2),
    ('member_1', 11, 'principal_4', 2),
    ('member_2', 12, 'member_1', 2),
    ('chief_1', 13, null, null),
    ('chief_2', 14, 'chief_1', 4),
    ('senior_expert_1', 15, 'chief_2', 4),
    ('senior_expert_2', 16, 'senior_expert_1', 3),
    ('senior_expert_3', 17, 'senior_expert_2', 2),
    ('senior_expert_4', 18, 'senior_expert_3', 2),
    ('expert_1', 19, 'senior_expert_4', 2),
    ('expert_2', 20, 'expert_1', 2),
    ('expert_3', 21, 'expert_2', 2),
    ('expert_4', 22, 'expert_3', 2),
    ('technician', 23, 'expert_4', 2)
) as u (staff_rank, rank_order, next_rank, usual_years)
left join promotion_rule as r on r.staff_rank = u.staff_rank
