"""Which chat a mensaje belongs to: the key under which a conversation is remembered."""

import unicodedata

from citas.domain.telefonos import e164


def conversation_key(conversation_id: str | None, de: str, pais: str) -> str:
    """Return the key of a chat: its `conversation_id`, else the phone or the name that `from` shows."""
    if conversation_id:
        return f"c:{conversation_id}"
    phone = e164(de, pais)
    return f"t:{phone}" if phone else f"n:{folded(de)}"


def folded(text: str) -> str:
    """Return a name without regard to case, accents and runs of spaces."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return " ".join("".join(char for char in plain if not unicodedata.combining(char)).split())
