"""One use case per file; each sees the world through `ports` alone."""
