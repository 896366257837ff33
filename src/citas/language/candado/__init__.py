"""The lock on a model: what it may be asked, and what of its answers is believed."""
