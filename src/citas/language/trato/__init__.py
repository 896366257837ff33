"""Yes, no, a choice, courtesy: what answers something that was said before."""
