"""How facts are put into Spanish words, one family of sentences in each module."""
