"""Redis: what the processes of one installation share for speed, and may lose."""

from citas.adapters.queue.shared import SharedRedis

__all__ = ["SharedRedis"]
