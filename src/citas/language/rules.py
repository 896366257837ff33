"""The understanding of a mensaje by rules alone: text and catalogue in, `Entendido` out. Pure and total."""

import unicodedata
from datetime import datetime

from citas.domain.catalogo import Tenant
from citas.domain.deseos import Deseo, Dias, Entendido, Intencion
from citas.language.deseo.armado import assemble, deseo_of
from citas.language.deseo.reparto import share_out
from citas.language.lectura.lectura import Lectura
from citas.language.lectura.nodos import Ancla, Nodo, Reglas, fold_nodes, simbolos
from citas.language.lectura.texto import read
from citas.language.lectura.vocabularios import vocabulario_of
from citas.language.lexico.alfabeto import ALFABETO
from citas.language.motor.patrones import compile_pattern
from citas.language.tiempo.piezas import in_context
from citas.language.tiempo.reglas_ano import ANOS
from citas.language.tiempo.reglas_calendario import FECHAS
from citas.language.tiempo.reglas_desplazo import DESPLAZOS
from citas.language.tiempo.reglas_fecha import DIAS
from citas.language.tiempo.reglas_hora import HORAS
from citas.language.tiempo.reglas_numeros import NUMERADOS
from citas.language.tiempo.reglas_parte import PARTES
from citas.language.tiempo.reglas_pronto import AHORAS
from citas.language.tiempo.reglas_rango import RANGOS
from citas.language.tiempo.reglas_semana import SEMANAS

_HOUR = 60
_POINTS = Reglas((*DESPLAZOS, *HORAS, *AHORAS, *PARTES, *DIAS, *FECHAS, *SEMANAS, *ANOS, *NUMERADOS))
_MOVING = compile_pattern("!-que cambiar/mover/correr/pasar/pasarlo/adelantar/atrasar/reprogramar", ALFABETO)
# "del jueves al viernes" is a range of days, but from one day to another where something moves.
_OF_DAYS = ("de_dia_a_dia", "de_momento_a_momento", "de_hora_y_dia")
_WITHOUT_DAY_RANGE = Reglas([regla for regla in RANGOS if regla.nombre not in _OF_DAYS])
_RANGES = Reglas(RANGOS)


def understand(texto: str, tenant: Tenant, ahora: datetime) -> Entendido:
    """Read what `texto` says to `tenant`; `ahora` is the mensaje's moment in the tenant's zone.

    Never raises on any text; spans count in the NFC form of it.
    """
    return assemble(_lectura(texto, tenant, ahora))


def read_as(intencion: Intencion, texto: str, tenant: Tenant, ahora: datetime) -> Deseo:
    """Read the pieces of a text that is known to wish this."""
    lectura = _lectura(texto, tenant, ahora)
    return deseo_of(lectura, intencion, share_out(lectura, intencion))


def _lectura(texto: str, tenant: Tenant, ahora: datetime) -> Lectura:
    nfc = unicodedata.normalize("NFC", texto)
    ancla = Ancla(ahora.date(), ahora.hour * _HOUR + ahora.minute, nfc)
    nodos = time_nodes(read(nfc), ancla)
    return Lectura(vocabulario_of(tenant).mark(nodos), ancla)


def time_nodes(nodos: list[Nodo], ancla: Ancla) -> list[Nodo]:
    """Fold what is said of days and hours."""
    points = fold_nodes(nodos, _POINTS, ancla)
    ranges = fold_nodes(points, _RANGES, ancla)
    if ranges is not points and _MOVING.regex.search(simbolos(nodos)):
        ranges = fold_nodes(points, _WITHOUT_DAY_RANGE, ancla)
    return _elided(ranges)


def _elided(nodos: list[Nodo]) -> list[Nodo]:
    """Read "el 25 de diciembre no, el 26": of the same month, whatever becomes of the first."""
    last: Dias | None = None
    for at, nodo in enumerate(nodos):
        if not isinstance(nodo.pieza, Dias):
            continue
        dia = in_context(nodo.pieza, last) if last else nodo.pieza
        if dia is not nodo.pieza:
            nodos = [*nodos[:at], nodo._replace(pieza=dia), *nodos[at + 1 :]]
        last = dia
    return nodos
