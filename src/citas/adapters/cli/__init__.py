"""The command line: the operator's own way in."""
