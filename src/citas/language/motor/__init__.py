"""The machine under the rules: tokens, sounds, and the notation of patterns."""
