-- What the tables share. All is computed from the number of a row: the same rows on every run.
create macro h(n, salt) as cast(hash(n * 7919 + salt) % 1000003 as bigint);
create macro share(n, salt) as h(n, salt) / 1000003.0;
create macro pick(words, n, salt) as words[1 + h(n, salt) % len(words)];
create macro between_of(n, salt, low, high) as low + h(n, salt) % (high - low + 1);
create macro day_of(n, salt, first, last) as first + cast(h(n, salt) % (last - first + 1) as integer);
create macro working(day) as day + case isodow(day) when 6 then 2 when 7 then 1 else 0 end;
-- Evenly spread over the powers of ten: such amounts keep to Benford's law. From low to high, in 元; gives 分.
create macro fen_of(n, salt, low, high) as cast(100 * exp(ln(low) + share(n, salt) * (ln(high) - ln(low))) as bigint);
create macro padded(n, width) as lpad(cast(n as varchar), width, '0');

-- GB 11643 and GB 32100 with the area code 990100, which was never assigned: nobody real can be met.
create macro identity_check(body) as '10X98765432'[1 + cast(list_sum(list_transform(
    range(1, 18), lambda i: cast(body[i] as integer) * [7,9,10,5,8,4,2,1,6,3,7,9,10,5,8,4,2][i]
)) as bigint) % 11];
create macro identity_body(birth, number) as '990100' || strftime(birth, '%Y%m%d') || padded(number, 3);
create macro identity_of(birth, number) as identity_body(birth, number) || identity_check(identity_body(birth, number));
create macro organisation_check(number) as '0123456789X0'[1 + (11 - cast(list_sum(list_transform(
    range(1, 9), lambda i: cast(number[i] as integer) * [3,7,9,10,5,8,4,2][i]
)) as bigint) % 11)];
create macro credit_check(body) as '0123456789ABCDEFGHJKLMNPQRTUWXY'[1 + (31 - cast(list_sum(list_transform(
    range(1, 18),
    lambda i: (strpos('0123456789ABCDEFGHJKLMNPQRTUWXY', body[i]) - 1)
        * [1,3,9,27,19,26,16,17,20,29,25,13,8,24,10,30,28][i]
)) as bigint) % 31) % 31];
create macro credit_body(prefix, n) as prefix || '990100' || padded(n, 8) || organisation_check(padded(n, 8));
create macro credit_of(prefix, n) as credit_body(prefix, n) || credit_check(credit_body(prefix, n));

create macro stem(n) as ['甲','乙','丙','丁','戊','己','庚','辛','壬','癸'][1 + n % 10];
create macro branch(n) as ['子','丑','寅','卯','辰','巳','午','未','申','酉','戌','亥'][1 + n % 12];
create macro given(n) as ['安','宁','康','平','和','清','明','达','远','恒','嘉','乐','文','思','齐','修','诚','朴','润','泽','怀','谦','正','方','衡','川','岳','林','溪','禾'][1 + (n // 60) % 30];
create macro person_name_of(n) as stem(n) || branch(n) || given(n);
create macro phone_of(n) as '199' || padded((n * 7919) % 100000000, 8);
create macro account_of(n) as '6299' || padded(n * 7919 % 1000000000000, 13) || (n % 10);
create macro month_of(day) as strftime(day, '%Y-%m');
