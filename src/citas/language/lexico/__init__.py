"""The words: each concept and how people write it, verbs by root, what the trades do."""
