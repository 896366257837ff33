"""`citas demo`: a sample barbershop, a chat on one side and the day's agenda on the other."""
