"""Days and hours: the rules, and the clock and calendar that they count with."""
