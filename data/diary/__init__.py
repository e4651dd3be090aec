"""审计日志: what each member of the staff writes of the own work."""
