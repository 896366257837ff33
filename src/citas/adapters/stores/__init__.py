"""Where documents live: one port, several stores that keep the same promises."""
