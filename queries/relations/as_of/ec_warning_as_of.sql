-- The warnings of each day asked for: one row per post and rule that warns of it.
select * from ec_check_as_of where is_warned
