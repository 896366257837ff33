"""The rules of the agenda and of the conversation: pure, synchronous, frozen."""
