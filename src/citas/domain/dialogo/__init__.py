"""The conversation: a pure state machine that asks the agenda on its way."""
