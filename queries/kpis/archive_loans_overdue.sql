/*
title = { zh = "逾期未还档案", en = "Files not given back in time" }
definition = { zh = "截至当日已过应还日期、没有归还的档案借阅次数", en = "Loans from the archive past the day they were to be given back" }
source = "003-25"
relation = "archive_loan_as_of"
measure = "count(*)"
additive = true
format = "count"
better = "lower"
filters = ["year", "section"]
opens = ""
group_by = ["plan_year", "section"]
columns = ["archive_code", "archive_title", "borrower", "purpose", "asked_date", "limit_date", "returned_date", "loan_state", "days_overdue", "section"]
order = ["limit_date"]
*/
select * from archive_loan_as_of where loan_state = 'loan_overdue'
