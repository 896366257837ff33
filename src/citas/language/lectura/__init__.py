"""A text read: its nodes, the names of one business among them, and the acts found over them."""
