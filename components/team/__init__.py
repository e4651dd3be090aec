"""The staff: what they are, their reminders and training, their load, and tasks put up for taking."""
