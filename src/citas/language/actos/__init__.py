"""What is done with words: asking, moving, letting go, telling, courtesy; each act with its patterns."""
