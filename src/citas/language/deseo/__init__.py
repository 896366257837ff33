"""From the acts and the pieces of a text to the wish that it holds, and to what holds none."""
