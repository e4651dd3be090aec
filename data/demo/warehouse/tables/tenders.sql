-- 招标项目: 2,500. Planted: 31 (n % 80 = 0) leave bidders fewer than 20 days; 10 (n <= 10) are announced before the
-- project was approved. Those whose works are reported on (construction_progress.sql) were awarded before the works.
select
    'ZB-' || padded(n, 6) as tender_code,
    pick(['道路改造', '学校修缮', '河道整治', '医院扩建', '管网更新', '信息系统建设'], n, 141) || '（' || n || '）' as tender_name,
    'XM-' || padded(n, 6) as project_code,
    u.name as buyer_name,
    u.credit_code as buyer_code,
    '示范市公共资源交易代理有限公司' as agency_name,
    '公开招标' as procurement_method,
    cast(null as varchar) as method_details,
    '已完成' as tender_status,
    'CNY' as currency,
    b.budget_fen,
    b.budget_fen as ceiling_fen,
    d.notice_date - cast(case when n <= 10 then -15 else 40 end as integer) as approval_date,
    d.notice_date,
    d.notice_date + 1 as document_date,
    d.notice_date + cast(case when n % 80 = 0 then 12 else 24 end as integer) as bid_deadline_date,
    d.notice_date + cast(case when n % 80 = 0 then 12 else 24 end as integer) as opening_date,
    d.notice_date + 30 as award_date,
    w.company_name as winner_name,
    w.credit_code as winner_code,
    b.budget_fen * (88 + h(n, 143) % 10) // 100 as award_fen,
    case when n % 100 = 50 then 2 else 3 + n % 5 end as bidder_count
from range(1, 2501) as r(n)
join units as u on u.place = (n * 3) % least(120, (select count(*) from units))
join firms as w on w.firm = 1 + (n * 31) % 900
cross join lateral (select fen_of(n, 142, 4000000, 200000000) as budget_fen) as b
cross join lateral (select working(day_of(n, 144, date '2023-06-01', case when n <= 800 then date '2024-07-15' else date '2026-07-31' end)) as notice_date) as d
order by n
