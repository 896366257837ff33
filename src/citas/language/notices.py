"""Texts that WhatsApp or the phone writes, not a person; and the onboarding echo."""

import re
from enum import StrEnum

from citas.language.motor.tokens import fold


class Notice(StrEnum):
    """What a text that nobody wrote is."""

    SISTEMA = "sistema"
    MEDIO = "medio"
    ELIMINADO = "eliminado"
    ECO = "eco"


_NOTICES = (
    (Notice.ECO, re.compile(r"eco[\s!.¡]*")),
    (
        Notice.ELIMINADO,
        re.compile(
            r"\W*(?:se elimino este mensaje|(?:este|un) mensaje fue eliminado|eliminaste este mensaje"
            r"|mensaje eliminado|este mensaje (?:ha sido|se ha) eliminado|this message was deleted)\W*.{0,40}"
        ),
    ),
    (
        Notice.SISTEMA,
        re.compile(
            r"\W*(?:(?:los )?mensajes y (?:las )?llamadas estan cifrad.*|.*cifrado de extremo a extremo.*"
            r"|(?:video)?llamada(?: de voz| de video| grupal)? perdida.*|\d+ llamadas? perdidas?.*"
            r"|llamada (?:de voz|de video|entrante|en curso|finalizada).*|videollamada(?: .*)?|.{0,40}te llamo\W*"
            r"|(?:buscando|comprobando si hay) mensajes nuevos.*|es posible que tengas mensajes nuevos.*"
            r"|esperando (?:este )?mensaje.*|whatsapp web (?:esta )?activ.*|copia de seguridad.*"
            r"|cambio (?:su|el) (?:numero|codigo de seguridad).*|.{0,40}tu codigo de seguridad .* cambio.*"
            r"|los mensajes temporales.*|\d+ mensajes? nuevos?|\d+ mensajes? de \d+ chats?)",
            re.DOTALL,
        ),
    ),
    (
        Notice.MEDIO,
        re.compile(
            r"(?:\W*(?:📷|🎤|🎥|📹|📄|📎|🎵|🎧|👤|📍|💟|👾|🖼|📸|🎙|🗺|📊|📦)\W*.{0,80}"
            r"|\W*(?:foto|imagen|video|sticker|gif|audio|mensaje de voz|nota de voz|documento|ubicacion"
            r"|ubicacion en tiempo real|contacto|encuesta|archivo)(?: omitid[oa])?\W*(?:\(?\d+:\d\d\)?)?\W*"
            r"|\W*\d+ (?:fotos|videos|imagenes|stickers|contactos)\W*)",
        ),
    ),
)
_LONGEST = 400


def notice_of(texto: str) -> Notice | None:
    """Tell what a text that no person wrote is; None for a person's."""
    plain = fold(texto).strip().replace("\ufe0f", "")
    if not plain:
        return Notice.SISTEMA
    if len(plain) > _LONGEST:
        return None
    return next((notice for notice, pattern in _NOTICES if pattern.fullmatch(plain)), None)
