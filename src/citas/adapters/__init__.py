"""What stands behind the ports, and what calls the use cases; strangers to each other."""
