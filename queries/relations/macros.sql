-- What several relations reckon alike.

-- The types of project that count for a coverage rule, as a list; null: an audit of any type.
create macro counted_types(project_types) as string_split(replace(project_types, ' ', ''), ',');

-- The day in China of a moment, which the database keeps in UTC. China keeps one time all year.
create macro china_day(moment) as cast(moment + to_hours(8) as date);

-- What a person is called in ledgers: the name with the account; the account alone where it is gone.
create macro called(display_name, user_name) as coalesce(display_name || '（' || user_name || '）', user_name);

-- How long ago an audit was. Reckoned forwards, as the day on which the next one is due: the two agree on
-- 29 February too.
create macro gap_since(last_audit_date, day) as case
    when last_audit_date is null then 'never'
    when last_audit_date + to_years(5) <= day then 'over_5'
    when last_audit_date + to_years(3) <= day then '3_5'
    else 'under_3'
end;

-- The hexagon of the map in which a place lies, as "x:y": how many half cells its centre lies east and north.
-- Cells are 0.03 degrees of longitude wide and alike on the map, which stretches degrees of latitude towards the
-- poles: see components/map/density_layer.py. The centres make two grids of rectangles; the nearer one counts.
create macro map_northing(latitude) as degrees(asinh(tan(radians(latitude))));

create macro map_cell_of(x, y) as case
    when power(x - round(x), 2) + 3 * power(y - round(y), 2)
        <= power(x - floor(x) - 0.5, 2) + 3 * power(y - floor(y) - 0.5, 2)
    then cast(2 * round(x) as bigint) || ':' || cast(2 * round(y) as bigint)
    else cast(2 * floor(x) + 1 as bigint) || ':' || cast(2 * floor(y) + 1 as bigint)
end;

create macro map_cell(longitude, latitude) as
    map_cell_of(longitude / 0.03, map_northing(latitude) / (0.03 * sqrt(3)));
