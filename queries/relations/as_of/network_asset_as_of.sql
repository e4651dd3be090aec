-- Devices in use on each day asked for: one row per day and device. Whether a device is a domestic product and has
-- a domestic cipher is what the register says now.
select
    a.as_of_date,
    n.network_asset_id,
    n.asset_code,
    n.name as asset,
    n.network as office_network,
    n.kind as network_asset,
    n.region_code,
    g.region,
    n.section_code,
    s.name as section,
    n.commissioned_date,
    n.is_domestic,
    n.has_domestic_cipher,
    date_sub('year', n.commissioned_date, a.as_of_date) as years_in_use
from network_asset as n
join as_of as a
    on n.commissioned_date <= a.as_of_date and coalesce(n.retired_date > a.as_of_date, true)
left join region_name as g on g.region_code = n.region_code
left join section as s on s.section_code = n.section_code
