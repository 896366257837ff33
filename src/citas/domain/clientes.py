"""A cliente: whoever writes from one chat, known by phone, by chat or by name alone."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Cliente:
    """`telefono` is E.164 or None; `version` grows with every write, so two bookings collide.

    `aviso_version` and `aviso_en`: which privacy line was shown, and when (None: never).
    """

    id: str
    version: int
    nombre: str | None = None
    telefono: str | None = None
    email: str | None = None
    aviso_version: str | None = None
    aviso_en: int | None = None
