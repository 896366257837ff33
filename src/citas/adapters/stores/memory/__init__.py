"""Everything in this process's memory: for the demo and for tests, with every promise kept."""

from citas.adapters.stores.memory.stores import MemoryStores

__all__ = ["MemoryStores"]
