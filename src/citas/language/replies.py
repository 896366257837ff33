"""What the cliente reads: a Desenlace put into short, neutral Spanish, and nothing that is not in it."""

from collections.abc import Callable
from datetime import date, datetime

from citas.domain.catalogo import Tenant
from citas.domain.desenlaces import Desenlace, Estado, Matiz
from citas.domain.deseos import Consulta, Deseo, Intencion
from citas.language.wording.agenda import cancelada, confirmada, propuesta, reprogramada, tocadas
from citas.language.wording.alternativas import alternativas
from citas.language.wording.dudas import aclaracion
from citas.language.wording.informes import consultas, informada
from citas.language.wording.palabras import Palabras, dia, hora, lineas, names_a_time
from citas.language.wording.rechazos import en_espera, rechazada

# Stored with whoever was shown the line; it grows when what the line says changes.
AVISO_VERSION = "1"
_ABOUT = "gestión de notificaciones para agenda, independiente de WhatsApp y Meta"

# Their own words name the cita wherever they should.
_NAMES_THE_CITA = frozenset({Estado.CONFIRMADA, Estado.REPROGRAMADA, Estado.CANCELADA, Estado.ALTERNATIVAS})
# What the wish's own words tell already.
_IN_THE_WISH = frozenset({Consulta.CITAS, Consulta.HUECOS})


def word(desenlace: Desenlace, tenant: Tenant, hoy: date, vuelta: int = 0) -> str:
    """Word an answer; empty only for `ignorada`.

    `hoy` is the tenant's local day from which "hoy" and "mañana" count. `vuelta` above 0 words the
    same facts otherwise, so that one text need not be sent again and again.
    """
    dichos = desenlace.deseo.dichos if desenlace.deseo else ()
    said = _word(desenlace, Palabras(tenant, hoy, vuelta, dichos))
    if vuelta and said and said == _word(desenlace, Palabras(tenant, hoy, dichos=dichos)):
        return f"Va de nuevo:\n{said}"
    return said


def privacy_line(tenant: Tenant, url_publica: str | None) -> str:
    """Return the last line of the first reply that a cliente ever gets, line break included.

    `url_publica`: the service's base address, or its privacy notice's; without it the line says whom to ask.
    """
    who = f"Respuesta automática de {tenant.nombre}: {_ABOUT}"
    if url_publica:
        base = url_publica.rstrip("/").removesuffix("/privacidad")
        return f"\n{who} · aviso de privacidad: {base}/privacidad?tenant={tenant.id}"
    return f"\n{who} · pide al negocio su aviso de privacidad"


def eco_text(tenant: Tenant, hora_servicio: datetime) -> str:
    """Answer the onboarding test with the business's name and the service's hour, in the tenant's zone."""
    local = hora_servicio.astimezone(tenant.zona)
    now = f"{dia(local.date())}, {hora(local.hour * 60 + local.minute)}"
    return f"{_eco(tenant)} Hora del servicio: {now}"


def _eco(tenant: Tenant) -> str:
    return f"Eco de {tenant.nombre}: la conexión funciona."


def _word(desenlace: Desenlace, palabras: Palabras) -> str:
    main = _ESTADOS[desenlace.estado](desenlace, palabras)
    if not main:
        return ""
    beside = _beside(desenlace, palabras)
    cita = _cita_too(lineas(beside, main), desenlace, palabras)
    return lineas(beside, cita, main, _otro_deseo(desenlace))


def _beside(desenlace: Desenlace, palabras: Palabras) -> str:
    """Answer the questions beside a wish; alone they are the answer itself."""
    if not desenlace.consultas or desenlace.estado is Estado.INFORMADA:
        return ""
    told = desenlace.estado is Estado.CONFIRMADA and desenlace.matiz is not Matiz.YA_VINO
    where = {Consulta.DIRECCION} if told else set()
    return consultas(desenlace, palabras, _IN_THE_WISH | where)


def _cita_too(said: str, desenlace: Desenlace, palabras: Palabras) -> str:
    """Name the cita where only other days or hours are told, lest they be taken for its own."""
    citas = tocadas(desenlace)
    if not citas or desenlace.estado in _NAMES_THE_CITA or not names_a_time(said):
        return ""
    if any(palabras.cuando(one.start) in said for one in citas):
        return ""
    return lineas(*(f"La cita: {palabras.linea(one)}" for one in citas))


def _otro_deseo(desenlace: Desenlace) -> str:
    """Name the second wish without its day or hour: no reply names another than the agenda's."""
    if desenlace.otro_deseo is None:
        return ""
    return f"También escribiste que quieres {_wish(desenlace.otro_deseo)}: {_when_to_go_on(desenlace.estado)}"


def _wish(deseo: Deseo) -> str:
    return {
        Intencion.AGENDAR: "pedir otra cita",
        Intencion.CAMBIAR: "cambiar una cita",
        Intencion.CANCELAR: "cancelar una cita",
        Intencion.OTRO: "preguntar algo más",
    }[deseo.intencion]


def _when_to_go_on(estado: Estado) -> str:
    if estado in {Estado.PROPUESTA, Estado.ALTERNATIVAS, Estado.ACLARACION}:
        return "lo vemos apenas terminemos con esto."
    return "¿seguimos con eso?"


def _ignorada(_desenlace: Desenlace, _palabras: Palabras) -> str:
    return ""


def _eco_without_hour(_desenlace: Desenlace, palabras: Palabras) -> str:
    return _eco(palabras.tenant)


_ESTADOS: dict[Estado, Callable[[Desenlace, Palabras], str]] = {
    Estado.CONFIRMADA: confirmada,
    Estado.REPROGRAMADA: reprogramada,
    Estado.CANCELADA: cancelada,
    Estado.PROPUESTA: propuesta,
    Estado.ACLARACION: aclaracion,
    Estado.ALTERNATIVAS: alternativas,
    Estado.RECHAZADA: rechazada,
    Estado.EN_ESPERA: en_espera,
    Estado.INFORMADA: informada,
    Estado.ECO: _eco_without_hour,
    Estado.IGNORADA: _ignorada,
}
