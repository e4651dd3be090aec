-- The works of the investment projects by number: not a dataset of its own. The first 800 were awarded before August 2024,
-- the others since 2023; every fifth of these has not begun. What is planted is told by the tables that show it.
with named as (
    select
        t.*,
        s.* exclude (n),
        s.n,
        left(t.tender_name, 4) as project_kind,
        s.region || s.stem || case left(t.tender_name, 4)
            when '道路改造' then pick(['路', '街', '大道'], s.n, 245) || '改造工程'
            when '学校修缮' then pick(['小学', '中学', '实验学校'], s.n, 245) || '校舍修缮工程'
            when '河道整治' then pick(['河', '溪', '湖'], s.n, 245) || '水系整治工程'
            when '医院扩建' then pick(['医院', '卫生院', '康复中心'], s.n, 245) || '扩建工程'
            when '管网更新' then '片区' || pick(['供水', '燃气', '污水'], s.n, 245) || '管网更新工程'
            else '街区' || pick(['综合治理', '交通信号', '智慧社区'], s.n, 245) || '信息系统建设'
        end as plain_name,
        case left(t.tender_name, 4)
            when '道路改造' then pick(['transport', 'transport', 'municipal', 'agriculture'], s.n, 246)
            when '学校修缮' then pick(['education', 'education', 'culture'], s.n, 246)
            when '河道整治' then pick(['water', 'environment'], s.n, 246)
            when '医院扩建' then pick(['health', 'health', 'housing'], s.n, 246)
            when '管网更新' then pick(['water', 'energy', 'municipal'], s.n, 245)
            else pick(['digital', 'digital', 'industry'], s.n, 246)
        end as sector,
        u.place as builder_place,
        u.name as builder_name,
        u.credit_code as builder_code
    from sites as s
    join tenders as t on t.tender_code = 'ZB-' || padded(s.n, 6)
    -- Who builds is who answers for such works, not whoever bought in the tender of that number.
    join units as u on u.name = '示范市' || case left(t.tender_name, 4)
        when '道路改造' then pick(['交通运输局', '住房和城乡建设局', '城市建设投资集团有限公司'], s.n, 249)
        when '学校修缮' then pick(['教育局', '教育局', '住房和城乡建设局'], s.n, 249)
        when '河道整治' then pick(['水务局', '园林和林业局', '农业农村局'], s.n, 249)
        when '医院扩建' then pick(['卫生健康委员会', '第一人民医院', '中医医院'], s.n, 249)
        when '管网更新' then pick(['城市管理局', '水务局', '城市建设投资集团有限公司'], s.n, 249)
        else pick(['数据局', '公安局', '城市管理局'], s.n, 249)
    end
),
dated as (
    select
        *,
        award_date + 20 as begun_date,
        -- Paid ahead, more than a year late, advanced by the contractor: they go on.
        case
            when n > 800 and n % 4 = 1 and award_date < date '2025-08-01' then date '2026-08-20' + cast(h(n, 250) % 60 as integer)
            when n > 800 then null
            when n % 50 = 9 then date '2025-06-30'
            when (n % 3 = 0 or n % 50 = 7) and n % 32 <> 0 and n % 40 <> 5 and n % 64 <> 33 then award_date + 380
        end as completed_date
    from named
),
-- Some forty firms build all of these works, whoever won the tender of that number.
building as (
    select company_name, credit_code, row_number() over (order by firm) - 1 as place
    from firms where company_name like '%建设%'
    qualify place < 40
)
select
    d.n,
    d.project_code,
    -- Twins of which every second is told apart by its name alone; the others were brought in as new ones.
    case when d.planted = 'twin' and d.n % 2 = 0 then replace(before.plain_name, '工程', '提升工程') else d.plain_name || case
        row_number() over (partition by d.plain_name order by d.n) when 1 then '' when 2 then '（二期）' when 3 then '（三期）' else '（续建）'
    end end as project_name,
    d.project_kind,
    d.sector,
    d.region_code,
    d.region,
    d.longitude,
    d.latitude,
    d.geometry,
    d.declared_length_m,
    d.declared_area_m2,
    d.planted,
    d.builder_place,
    d.builder_name,
    d.builder_code,
    b.company_name as contractor_name,
    b.credit_code as contractor_code,
    d.approval_date as approved_date,
    d.award_date,
    case when d.planted = 'twin' then before.budget_fen else d.budget_fen end as budget_fen,
    case when d.planted = 'twin' then before.award_fen else d.award_fen end as award_fen,
    case when d.n <= 800 or d.n % 5 <> 0 or d.completed_date is not null then d.begun_date end as start_date,
    case
        when d.n <= 800 and d.n % 40 = 5 then date '2025-09-26'
        when d.completed_date is not null then d.completed_date - 60 + cast(h(d.n, 243) % 120 as integer)
        when d.n <= 800 then date '2026-08-01' + cast(h(d.n, 243) % 520 as integer)
        else greatest(d.begun_date + 300, date '2026-08-01') + cast(h(d.n, 243) % 400 as integer)
    end as planned_end_date,
    d.completed_date,
    case when d.n <= 800 and d.n % 50 <> 9 then d.completed_date + 75 end as accounts_date,
    d.n <= 800 and d.n % 80 = 5 as is_suspended,
    d.n > 800 and d.n % 40 = 2 as is_cancelled
from dated as d
left join dated as before on before.n = d.n - 1
-- Neighbours have different ones, but for every second of the twins.
cross join lateral (select d.n - case when d.planted = 'twin' and d.n % 2 = 0 then 1 else 0 end as n) as o
join building as b on b.place = (o.n * 7 + o.n // 40) % 40
