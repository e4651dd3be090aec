"""The rooms of the data room: who has which when."""
