"""citas: books, moves and cancels citas from the mensajes of a business's clientes."""
