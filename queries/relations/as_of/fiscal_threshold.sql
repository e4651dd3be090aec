-- From where on debt and direct funds are warned of: what the bureau set, else what is usual. Debt by the grades of
-- the debt rate (红 300 %, 橙 200 %, 黄 120 %); funds from above are broken down within 30 days of their arrival
-- (预算法第五十二条); how far payment may lag behind the year is the bureau's own measure.
select t.name, coalesce(w.value, t.value) as value
from (
    values
        ('red_percent', 300),
        ('orange_percent', 200),
        ('yellow_percent', 120),
        ('break_down_days', 30),
        ('paid_margin_percent', 20)
) as t(name, value)
left join warning_threshold as w on w.warning_rule_code = 'fiscal_watch' and w.name = t.name
