"""What the owner, the operator and the public read: avisos, changes, the privacy notice."""
