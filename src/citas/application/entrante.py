"""A mensaje as it comes in, and the names by which the same mensaje is known again."""

import hashlib
import unicodedata
from dataclasses import dataclass

from citas.application.identity import conversation_key
from citas.domain.catalogo import Tenant
from citas.domain.telefonos import e164


@dataclass(frozen=True, slots=True)
class Linea:
    """One line of a chat; `timestamp` in epoch milliseconds."""

    text: str
    timestamp: int


@dataclass(frozen=True, slots=True)
class Entrante:
    """What a device posts: one line, or a burst of them, oldest first.

    `de` is what the notification shows. `edita`: the message_id that the text replaces. `propio`: a line of
    the business's own; `salida_id` where the app knows it as one of ours.
    """

    de: str
    lineas: tuple[Linea, ...]
    nombre: str | None = None
    conversation_id: str | None = None
    telefono: str | None = None
    notification_key: str | None = None
    grupo: bool = False
    propio: bool = False
    salida_id: str | None = None
    edita: str | None = None
    puede_responder: bool = True

    def message_id(self, linea: Linea) -> str:
        """Return the SHA-256 of `from`, milliseconds and text, as the contract defines it."""
        text = unicodedata.normalize("NFC", linea.text)
        return sha256(f"{self.de.strip()}\n{linea.timestamp}\n{text}")

    def instante(self, linea: Linea) -> str | None:
        """Return what names the line whatever `from` says; None without a conversation_id."""
        if not self.conversation_id:
            return None
        return f"{self.conversation_id}\n{linea.timestamp}\n{huella(linea.text)}"

    def phone(self, tenant: Tenant) -> str | None:
        """Return the phone that the notification or the app tells, never one that was typed."""
        told = e164(self.telefono, tenant.pais) if self.telefono else None
        return told or e164(self.de, tenant.pais)

    def chat(self, tenant: Tenant) -> str:
        """Return the key of its conversacion."""
        key = conversation_key(self.conversation_id, self.de, tenant.pais)
        phone = self.phone(tenant)
        return f"t:{phone}" if key.startswith("n:") and phone else key

    def name(self, tenant: Tenant) -> str | None:
        """Return the name that the app or the notification tells; an opaque id is none."""
        if self.nombre and self.nombre.strip():
            return self.nombre.strip()
        shown = self.de.strip()
        if "@" in shown or e164(shown, tenant.pais):
            return None
        return shown if any(char.isalpha() for char in shown) else None


def sha256(text: str) -> str:
    """Return the SHA-256 in hex; a lone surrogate counts as itself."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def huella(text: str) -> str:
    """Return the hash of a text in NFC: it can be recognised, not read."""
    return sha256(unicodedata.normalize("NFC", text))
