"""The privacy notice of a tenant: a whole page in plain Spanish, for anybody who wrote to it."""

from collections.abc import Iterable
from html import escape

from citas.domain.catalogo import Tenant
from citas.domain.mensajes import Consentimiento

EN_CASA = "la propia máquina del servicio"  # who gives a model that runs beside the service
_STYLE = (
    "body{max-width:42rem;margin:2rem auto;padding:0 1rem;font:1.05rem/1.6 system-ui,sans-serif;color:#222}"
    "h1{font-size:1.5rem;line-height:1.3}h2{font-size:1.1rem;margin-top:2rem}li{margin:.3rem 0}"
)


def notice_html(
    tenant: Tenant,
    consentimiento: Consentimiento | None,
    ia: str,
    modelo: str | None = None,
    proveedor: str | None = None,
) -> str:
    """Return the notice as an HTML page, every value of the tenant escaped.

    `ia` is what reads this business's mensajes (`reglas`, `llm` or `hibrido`); for anything but `reglas`
    the notice names the model and its provider.
    """
    title = f"Aviso de privacidad de {tenant.nombre}"
    sections = (
        _section("Quién responde por tus datos", _responsable(tenant)),
        _section("Qué es esto", _what_it_is(tenant)),
        _section("Qué se guarda", _list(_captured())),
        _section("Para qué", _list(_purposes())),
        _section("A dónde va", _list(_goes_to(tenant, ia, modelo, proveedor))),
        _section("Cuánto tiempo", _list(_kept(tenant))),
        _section("Tus derechos", _rights(tenant)),
        _section("Autorización del negocio", _authorised(consentimiento)),
    )
    head = f'<meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>{escape(title)}</title>'
    return (
        f'<!doctype html>\n<html lang="es"><head>{head}<style>{_STYLE}</style></head>\n'
        f"<body><main><h1>{escape(title)}</h1>\n{''.join(sections)}</main></body></html>\n"
    )


def _section(title: str, content: str) -> str:
    return f"<section><h2>{escape(title)}</h2>\n{content}</section>\n"


def _p(*sentences: str) -> str:
    return f"<p>{escape(' '.join(sentence for sentence in sentences if sentence))}</p>\n"


def _list(items: Iterable[str]) -> str:
    return "".join(("<ul>\n", *(f"<li>{escape(item)}</li>\n" for item in items), "</ul>\n"))


def _responsable(tenant: Tenant) -> str:
    who = tenant.responsable
    return _list(
        f"{label}: {value}"
        for label, value in (
            ("Responsable", who.nombre or tenant.nombre),
            ("Domicilio", who.domicilio or tenant.direccion),
            ("Correo", who.correo or tenant.contacto.email),
            ("Teléfono", tenant.contacto.telefono),
        )
        if value
    )


def _what_it_is(tenant: Tenant) -> str:
    return _p(
        f"{tenant.nombre} usa «citas», una gestión de notificaciones para agenda: un sistema automático que lee las "
        "notificaciones de mensajes del teléfono del negocio y responde solo lo que tiene que ver con citas.",
        "Es independiente de WhatsApp y de Meta: no es un producto de esas empresas ni está avalado por ellas.",
    )


def _captured() -> tuple[str, ...]:
    return (
        "El número de teléfono o el nombre con que apareces en el teléfono del negocio, y el nombre que tú digas.",
        "El texto de los mensajes que escribes sobre citas. Las fotos, los audios y los grupos no se leen.",
        "La fecha y la hora de cada mensaje.",
        "La clave de la notificación y del chat, que sirven para responder en el mismo lugar.",
        "Las citas que pides, cambias o cancelas.",
        "De lo que no es para el negocio (chats personales, grupos, avisos del sistema) solo se guarda una huella, nunca el texto.",
    )


def _purposes() -> tuple[str, ...]:
    return (
        "Reservar, cambiar y cancelar citas, y responder preguntas sobre ellas.",
        "Avisar al negocio cuando hace falta que responda una persona.",
        "No se usan para publicidad, no se venden y no se hacen perfiles con ellos.",
    )


def _goes_to(tenant: Tenant, ia: str, modelo: str | None, proveedor: str | None) -> tuple[str, ...]:
    service = f"Del teléfono del negocio al servicio «citas» que usa {tenant.nombre}, donde se guardan."
    if ia == "reglas":
        return (
            service,
            "Ningún modelo de inteligencia artificial lee los mensajes: los entiende un conjunto de reglas.",
        )
    model = f"{modelo or 'un modelo de lenguaje'}, de {proveedor or 'un proveedor externo'}"
    when = "los mensajes" if ia == "llm" else "los mensajes que las reglas no entienden del todo"
    where = "El texto no sale de ella." if proveedor == EN_CASA else "Ese proveedor puede estar en otro país."
    return (
        service,
        f"Para entender {when}, su texto se envía a un modelo de inteligencia artificial: {model}.",
        f"{where} El modelo no decide sobre la agenda.",
    )


def _kept(tenant: Tenant) -> tuple[str, ...]:
    days = tenant.politicas.retencion_dias
    return (
        f"Los mensajes y las respuestas se borran solos a los {days} días.",
        "Las citas se conservan mientras el negocio las necesita para su agenda.",
        "Si pides que se borren tus datos, se borran de todas partes; las citas por venir quedan sin tu nombre ni tu teléfono.",
    )


def _rights(tenant: Tenant) -> str:
    correo = tenant.responsable.correo or tenant.contacto.email
    where = f"Escribe a {correo} o por el mismo chat." if correo else "Escribe por el mismo chat."
    rights = "Puedes saber qué datos hay tuyos, corregirlos, pedir que se borren y retirar tu autorización en cualquier momento."
    return _p(rights, where, _law(tenant.pais))


def _law(pais: str) -> str:
    if pais != "CO":
        return "También puedes acudir a la autoridad de protección de datos de tu país."
    return (
        "En Colombia te ampara la Ley 1581 de 2012: una consulta se responde en 10 días hábiles y un reclamo en 15, y "
        "puedes acudir a la Superintendencia de Industria y Comercio."
    )


def _authorised(consentimiento: Consentimiento | None) -> str:
    if consentimiento is None or not consentimiento.acepta:
        return _p("El negocio no tiene activada la lectura de notificaciones: ningún mensaje se procesa.")
    version = f" (versión {consentimiento.texto_version})" if consentimiento.texto_version else ""
    return _p(
        f"El negocio autorizó de forma expresa la lectura de las notificaciones de su teléfono{version}."
    )
