/*
code = "M07"
aliases = ["R044"]
version = 1
title = { zh = "投标人之间联系方式、IP/MAC 或保证金账户相同", en = "Bidders share contact, IP/MAC or deposit account" }
risk = { zh = "不同投标人的投标由同一人办理、同一台电脑上传、同一账户出资，是串通投标的典型特征。", en = "Bids handled by one person, uploaded from one computer or paid from one account are typical of collusion." }
logic = { zh = "同一标段内，两家投标人的联系电话、保证金账号、IP 地址、MAC 地址、供应商库中的电话或地址有一项相同。供应商库按编号对应，投标没有编号的按名称。", en = "Two bidders of one tender share a telephone, deposit account, IP address or MAC address, or the telephone or address of the supplier register, which is matched by number, or by name where the bid has no number." }
exclusions = { zh = "撤回的、受邀未投的投标不计；联合体投标（成员数大于 1）不计，成员之间本来就共用联系方式；少于五个字符的值（无、0、- 等）不比较。在同一评标场所上传的投标 IP 可能相同，可不比较 IP。", en = "Withdrawn bids and mere invitations do not count, nor do joint bids (more than one member), whose members share their contacts by nature; values of fewer than five characters are not compared. Bids uploaded in one hall may share the IP address, which can be left out." }
severity = "high"
sector = "procurement"
method = "network"
key = ["tender_code", "first_id", "second_id"]
summary = { zh = "{first_name}与{second_name}的{shared}相同", en = "{first_name} and {second_name} share: {shared}" }
entity = { kind = "tender", id = "tender_code" }
parties = [{ kind = "company", id = "first_id", name = "first_name" }, { kind = "company", id = "second_id", name = "second_name" }, { kind = "unit", id = "buyer_name" }]
amount = "bid_fen"
group = "tender_code"
picture = { kind = "network", source = "first_name", target = "second_name", value = "shared_count" }

[requires.bids]
columns = ["tender_code", "bidder_name"]

[requires.suppliers]
is_optional = true
columns = ["supplier_number", "supplier_name"]

[params.with_ip]
title = { zh = "是否比较 IP 地址", en = "Compare IP addresses" }
type = "choice"
default = "yes"
basis = { zh = "招标投标法实施条例第四十条：不同投标人委托同一单位或者个人办理投标事宜的视为串通", en = "Bidding Regulation, article 40: bids handled by one party count as collusion" }

[params.with_ip.choices]
yes = { zh = "比较", en = "Yes" }
no = { zh = "不比较", en = "No" }

[[basis]]
law = "中华人民共和国招标投标法实施条例"
article = "第三十九条至第四十一条"
is_checked = false

[[skips]]
of = "bids"
where = "contact_phone is null and deposit_account is null and ip_address is null and mac_address is null and coalesce(member_count, 1) = 1 and not regexp_matches(lower(coalesce(status, '')), '撤回|受邀|withdrawn|invited') and not exists (select 1 from suppliers where suppliers.supplier_number = bids.bidder_number and coalesce(suppliers.contact_phone, suppliers.address) is not null) and (bidder_number is not null or not exists (select 1 from suppliers where suppliers.supplier_name = bids.bidder_name and coalesce(suppliers.contact_phone, suppliers.address) is not null))"
why = { zh = "电话、账号、IP、MAC 都没有", en = "Neither telephone, account, IP nor MAC address" }

[[skips]]
of = "bids"
where = "coalesce(bidder_code, bidder_number, bidder_name) is null and not regexp_matches(lower(coalesce(status, '')), '撤回|受邀|withdrawn|invited')"
why = { zh = "不知道投标人是谁", en = "The bidder is not named" }

[columns]
tender_code = "bids.tender_code"
buyer_name = "bids.buyer_name"
first_name = "bids.bidder_name"
first_id = { title = { zh = "投标人甲识别号", en = "First bidder's number" }, type = "text" }
second_name = { title = { zh = "投标人乙", en = "Second bidder" }, type = "text" }
second_id = { title = { zh = "投标人乙识别号", en = "Second bidder's number" }, type = "text" }
shared = { title = { zh = "相同的内容", en = "What they share" }, type = "text", words = { "联系电话" = "telephone", "保证金账号" = "deposit account", "IP 地址" = "IP address", "MAC 地址" = "MAC address", "地址" = "address" } }
shared_count = { title = { zh = "相同的项数", en = "Number of things shared" }, type = "whole" }
bid_fen = { title = { zh = "两家中较高的报价", en = "The higher of the two prices" }, type = "money" }

[[evidence]]
of = "bids"
where = "tender_code = $tender_code and coalesce(bidder_code, bidder_number, bidder_name) in ($first_id, $second_id)"
marks = ["contact_phone", "deposit_account", "ip_address", "mac_address"]

[[evidence]]
of = "suppliers"
where = "supplier_code in ($first_id, $second_id) or supplier_number in ($first_id, $second_id) or supplier_name in ($first_name, $second_name)"
marks = ["contact_phone", "address"]
*/
with submitted as (
    select
        tender_code,
        coalesce(bidder_code, bidder_number, bidder_name) as bidder_id,
        bidder_name,
        bidder_number,
        buyer_name,
        bid_fen,
        trim(contact_phone) as contact_phone,
        trim(deposit_account) as deposit_account,
        trim(ip_address) as ip_address,
        lower(replace(replace(trim(mac_address), ':', ''), '-', '')) as mac_address
    from bids
    where
        coalesce(bidder_code, bidder_number, bidder_name) is not null
        and coalesce(member_count, 1) = 1
        and not regexp_matches(lower(coalesce(status, '')), '撤回|受邀|withdrawn|invited')
),

-- Two branches: a condition with OR could not be joined by hashing.
registered as (
    select submitted.tender_code, submitted.bidder_id, suppliers.contact_phone, suppliers.address
    from submitted
    inner join suppliers on submitted.bidder_number = suppliers.supplier_number
    union all
    select submitted.tender_code, submitted.bidder_id, suppliers.contact_phone, suppliers.address
    from submitted
    inner join suppliers on submitted.bidder_name = suppliers.supplier_name
    where submitted.bidder_number is null
),

marks as (
    select tender_code, bidder_id, 1 as kind, contact_phone as mark from submitted
    union
    select tender_code, bidder_id, 2 as kind, deposit_account as mark from submitted
    union
    select tender_code, bidder_id, 3 as kind, ip_address as mark from submitted where $with_ip = 'yes'
    union
    select tender_code, bidder_id, 4 as kind, mac_address as mark from submitted
    union
    select tender_code, bidder_id, 1 as kind, trim(contact_phone) as mark from registered
    union
    select tender_code, bidder_id, 5 as kind, trim(address) as mark from registered
),

pairs as (
    select
        one.tender_code,
        one.bidder_id as first_id,
        other.bidder_id as second_id,
        one.kind,
        min(
            case one.kind
                when 1 then '联系电话'
                when 2 then '保证金账号'
                when 3 then 'IP 地址'
                when 4 then 'MAC 地址'
                else '地址'
            end
        ) as kind_name
    from marks as one
    inner join marks as other
        on
            one.tender_code = other.tender_code
            and one.kind = other.kind
            and one.mark = other.mark
            and one.bidder_id < other.bidder_id
    where length(one.mark) >= 5
    group by one.tender_code, one.bidder_id, other.bidder_id, one.kind
),

shared as (
    select
        tender_code,
        first_id,
        second_id,
        string_agg(kind_name, '、' order by kind) as shared,
        count(*) as shared_count
    from pairs
    group by tender_code, first_id, second_id
),

bidders as (
    select
        tender_code,
        bidder_id,
        min(bidder_name) as bidder_name,
        min(buyer_name) as buyer_name,
        max(bid_fen) as bid_fen
    from submitted
    group by tender_code, bidder_id
)

select
    shared.tender_code,
    one.buyer_name,
    one.bidder_name as first_name,
    shared.first_id,
    other.bidder_name as second_name,
    shared.second_id,
    shared.shared,
    shared.shared_count,
    greatest(one.bid_fen, other.bid_fen) as bid_fen
from shared
inner join bidders as one on shared.tender_code = one.tender_code and shared.first_id = one.bidder_id
inner join bidders as other on shared.tender_code = other.tender_code and shared.second_id = other.bidder_id
/*
[[flagged]]
why = { zh = "两个投标人使用同一电话、同一账户", en = "one telephone and one account for two bidders" }
bids = [{ tender_code = "A", bidder_name = "1", contact_phone = "13800000000", deposit_account = "622200001" }, { tender_code = "A", bidder_name = "2", contact_phone = "13800000000", deposit_account = "622200001" }]
rows = [{ tender_code = "A", first_id = "1", second_id = "2", shared = "联系电话、保证金账号", shared_count = 2 }]

[[flagged]]
why = { zh = "同一网卡，两种写法", en = "one network card, spelt in two ways" }
bids = [{ tender_code = "A", bidder_name = "1", mac_address = "AA-BB-CC-00-11-22" }, { tender_code = "A", bidder_name = "2", mac_address = "aa:bb:cc:00:11:22" }]

[[flagged]]
why = { zh = "供应商登记中地址相同", en = "one address in the register of suppliers" }
bids = [{ tender_code = "A", bidder_name = "1", bidder_number = "S1" }, { tender_code = "A", bidder_name = "2", bidder_number = "S2" }]
suppliers = [{ supplier_number = "S1", supplier_name = "1", address = "示范路 1 号" }, { supplier_number = "S2", supplier_name = "2", address = "示范路 1 号" }]
rows = [{ shared = "地址" }]

[[flagged]]
why = { zh = "登记中电话相同，投标没有代码时按名称找到", en = "one telephone in the register, found by name where the bid has no number" }
bids = [{ tender_code = "A", bidder_name = "1" }, { tender_code = "A", bidder_name = "2", contact_phone = "13800000000" }]
suppliers = [{ supplier_number = "S1", supplier_name = "1", contact_phone = "13800000000" }]
rows = [{ first_id = "1", second_id = "2", shared = "联系电话" }]

[[clean]]
why = { zh = "联合体成员本来就共用联系方式", en = "the members of a joint bid share their contacts by nature" }
bids = [{ tender_code = "A", bidder_name = "1", contact_phone = "13800000000", member_count = 2 }, { tender_code = "A", bidder_name = "2", contact_phone = "13800000000", member_count = 2 }]

[[clean]]
why = { zh = "同名但代码不同，是另一供应商", en = "a namesake with another number is another supplier" }
bids = [{ tender_code = "A", bidder_name = "1", bidder_number = "S1", contact_phone = "13800000001" }, { tender_code = "A", bidder_name = "2", contact_phone = "13800000000" }]
suppliers = [{ supplier_number = "S9", supplier_name = "1", contact_phone = "13800000000" }]

[[clean]]
why = { zh = "两次招标中的同一电话，是一个代理人先后为两个客户办事", en = "the same telephone in two tenders is one agent's work for two clients at different times" }
bids = [{ tender_code = "A", bidder_name = "1", contact_phone = "13800000000" }, { tender_code = "B", bidder_name = "2", contact_phone = "13800000000" }]

[[clean]]
why = { zh = "同一投标人的两份投标，信息全部相同", en = "one bidder's two bids share everything" }
bids = [{ tender_code = "A", bidder_name = "1", contact_phone = "13800000000" }, { tender_code = "A", bidder_name = "1", contact_phone = "13800000000" }]

[[clean]]
why = { zh = "表示“无”的内容不作比较", en = "what stands for nothing is not compared" }
bids = [{ tender_code = "A", bidder_name = "1", contact_phone = "0" }, { tender_code = "A", bidder_name = "2", contact_phone = "0" }]

[[clean]]
why = { zh = "在同一大厅上传", en = "uploaded in one hall" }
params = { with_ip = "no" }
bids = [{ tender_code = "A", bidder_name = "1", ip_address = "10.0.0.1" }, { tender_code = "A", bidder_name = "2", ip_address = "10.0.0.1" }]

[[skipped]]
why = { zh = "没有提供可比较的内容", en = "nothing to compare was delivered" }
bids = [{ tender_code = "A", bidder_name = "1" }, { tender_code = "A", bidder_name = "2" }]

[[skipped]]
why = { zh = "登记中有名称，但没有电话和地址", en = "the register has the name, but neither telephone nor address" }
bids = [{ tender_code = "A", bidder_name = "1" }, { tender_code = "A", bidder_name = "2" }]
suppliers = [{ supplier_number = "S1", supplier_name = "1" }, { supplier_number = "S2", supplier_name = "2" }]

[[skipped]]
why = { zh = "不知道是谁的投标", en = "nobody knows whose bid it is" }
bids = [{ tender_code = "A", contact_phone = "13800000000" }]
*/
