"""Spanish in, Spanish out: pure, and ignorant of where anything is kept."""
