"""The HTTP service: the public contract over FastAPI."""
