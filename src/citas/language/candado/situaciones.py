"""What of a reply a model may word: one sentence, its facts as marks; the other lines stay the house's."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from citas.domain.catalogo import Tenant
from citas.domain.citas import Cita, Hueco
from citas.domain.desenlaces import Desenlace, Estado, Falta, Matiz
from citas.domain.deseos import Intencion
from citas.language.candado.contratos import Redaccion, Redactar, Situacion
from citas.language.candado.texto import flaw
from citas.language.wording.palabras import Palabras, las

_DONE = {
    Estado.CONFIRMADA: Situacion.CITA_CREADA,
    Estado.REPROGRAMADA: Situacion.CITA_CAMBIADA,
    Estado.CANCELADA: Situacion.CITA_CANCELADA,
}
_ASKED = {
    Falta.SERVICIO: Situacion.PEDIR_SERVICIO,
    Falta.FECHA: Situacion.PEDIR_FECHA,
    Falta.HORA: Situacion.PEDIR_HORA,
    Falta.INTENCION: Situacion.ACLARAR,
}


@dataclass(frozen=True, slots=True)
class Frase:
    """The sentence that may be worded: line `linea` of `texto`, and what its marks stand for."""

    encargo: Redactar
    hechos: Mapping[str, str]
    texto: str
    linea: int


def sentence_of(desenlace: Desenlace, tenant: Tenant, hoy: date, texto: str) -> Frase | None:
    """Return what of a reply may be worded; None where it says more than one plain thing."""
    situacion = _situacion(desenlace)
    if situacion is None or desenlace.consultas or desenlace.otro_deseo:
        return None
    one = _subject(desenlace)
    hechos = _facts(one, Palabras(tenant, hoy)) if one else {}
    marked = _marked(texto, hechos)
    linea = _line(marked, tuple(hechos)) if marked else None
    if marked is None or linea is None:
        return None
    base = marked.split("\n")[linea]
    if flaw(base, situacion, tuple(hechos), base):
        return None
    return Frase(Redactar(situacion, base, tuple(hechos)), hechos, texto, linea)


def filled(frase: Frase, redaccion: Redaccion) -> str | None:
    """Return the reply in these words, its facts in their places; None where the lock refuses them."""
    encargo = frase.encargo
    said = " ".join(redaccion.texto.split())
    if redaccion.situacion is not encargo.situacion:
        return None
    if flaw(said, encargo.situacion, encargo.marcas, encargo.base):
        return None
    for marca, hecho in frase.hechos.items():
        said = said.replace(_mark(marca), hecho)
    lines = frase.texto.split("\n")
    return "\n".join((*lines[: frase.linea], said, *lines[frase.linea + 1 :]))


def _situacion(desenlace: Desenlace) -> Situacion | None:
    if desenlace.matiz is not Matiz.NINGUNO or len(desenlace.citas) > 1:
        return None
    if desenlace.estado is Estado.ACLARACION:
        return _ASKED.get(desenlace.faltan[0]) if desenlace.faltan else None
    if desenlace.estado is Estado.PROPUESTA and desenlace.intencion is Intencion.AGENDAR:
        return Situacion.CONFIRMAR_PROPUESTA
    return _DONE.get(desenlace.estado)


def _subject(desenlace: Desenlace) -> Cita | Hueco | None:
    if desenlace.estado is Estado.ACLARACION:
        return None
    if desenlace.estado is Estado.PROPUESTA:
        return desenlace.alternativas[0]
    return desenlace.cita or next(iter(desenlace.citas), None)


def _facts(one: Cita | Hueco, palabras: Palabras) -> dict[str, str]:
    moment = palabras.local(one.start)
    return {
        "servicio": palabras.que(one),
        "fecha": palabras.el(moment.date()),
        "hora": las(moment.hour * 60 + moment.minute),
    }


def _mark(marca: str) -> str:
    return f"{{{{{marca}}}}}"


def _marked(texto: str, hechos: Mapping[str, str]) -> str | None:
    """Put the marks where the facts stand; None unless each stands there once."""
    if "{" in texto or "}" in texto:
        return None
    for marca, hecho in hechos.items():
        if texto.count(hecho) != 1:
            return None
        texto = texto.replace(hecho, _mark(marca))
    return texto


def _line(marked: str, marcas: tuple[str, ...]) -> int | None:
    """Return the line that holds all the marks, or without marks the last question."""
    lines = marked.split("\n")
    if not marcas:
        return next((at for at in range(len(lines) - 1, -1, -1) if lines[at].endswith("?")), None)
    holding = [at for at, line in enumerate(lines) if any(_mark(marca) in line for marca in marcas)]
    whole = len(holding) == 1 and all(_mark(marca) in lines[holding[0]] for marca in marcas)
    return holding[0] if whole else None
