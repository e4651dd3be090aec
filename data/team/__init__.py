"""队伍: the data of the staff as they are proposed and accepted, reminders, and tasks put up for taking."""
