"""Days, hours, lists and names of the house in Spanish: one wording wherever a person reads."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from citas.domain.catalogo import Tenant
from citas.domain.citas import Cita, Hueco, Instant

DIAS = ("lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo")
MESES = (
    "enero",
    "febrero",
    "marzo",
    "abril",
    "mayo",
    "junio",
    "julio",
    "agosto",
    "septiembre",
    "octubre",
    "noviembre",
    "diciembre",
)
PARTES = {
    "madrugada": "de madrugada",
    "mañana": "por la mañana",
    "mediodia": "al mediodía",
    "tarde": "por la tarde",
    "noche": "por la noche",
}
# Further than this the same day and month could be read as another year's.
_FAR_DAYS = 180
_HOURS_A_HALF = 12


def hora(minutos: int) -> str:
    """Say a clock time, given in minutes since midnight: `3:00 p. m.`."""
    hours, minutes = divmod(minutos % 1440, 60)
    half = "a. m." if hours < _HOURS_A_HALF else "p. m."
    return f"{(hours + 11) % 12 + 1}:{minutes:02d} {half}"


def las(minutos: int) -> str:
    """Say a clock time with its article: `las 3:00 p. m.`, `la 1:00 p. m.`."""
    said = hora(minutos)
    return f"la {said}" if said.startswith("1:") else f"las {said}"


def duracion(minutos: int) -> str:
    """Say a length in whole minutes: `45 minutos`, `1 hora y 30 minutos`."""
    hours, minutes = divmod(minutos, 60)
    said = []
    if hours:
        said.append("1 hora" if hours == 1 else f"{hours} horas")
    if minutes or not hours:
        said.append("1 minuto" if minutes == 1 else f"{minutes} minutos")
    return " y ".join(said)


def lista(items: Iterable[str]) -> str:
    """Join with commas and `y`."""
    return _joined(tuple(items), "y", "e", ("i", "hi"))


def opciones(items: Iterable[str]) -> str:
    """Join with commas and `o`."""
    return _joined(tuple(items), "o", "u", ("o", "ho", "8:", "11:"))


def _joined(items: Sequence[str], conjunction: str, before_same_sound: str, sounds: tuple[str, ...]) -> str:
    if not items:
        return ""
    *head, last = items
    if not head:
        return last
    alike = last.casefold().startswith(sounds) and not last.casefold().startswith("hie")
    return f"{', '.join(head)} {before_same_sound if alike else conjunction} {last}"


def frase(texto: str) -> str:
    """Begin with a capital letter, after `¿` too, and leave the rest as it is."""
    at = 1 if texto.startswith("¿") else 0
    return f"{texto[:at]}{texto[at : at + 1].upper()}{texto[at + 1 :]}"


def punto(texto: str) -> str:
    """End with a full stop, once: `3:00 p. m.` has its own."""
    return texto if texto.endswith(".") else f"{texto}."


def lineas(*parts: str) -> str:
    """Put each sentence that there is on a line of its own."""
    return "\n".join(part for part in parts if part)


def dia(fecha: date) -> str:
    """Say a day by itself: `martes 25 de agosto`."""
    return f"{DIAS[fecha.weekday()]} {fecha.day} de {MESES[fecha.month - 1]}"


def names_a_time(texto: str) -> bool:
    """Tell whether it says a clock time or a day, as they are said here."""
    return ". m." in texto or any(nombre in texto for nombre in (*DIAS, *MESES))


@dataclass(frozen=True, slots=True)
class Palabras:
    """The words of one tenant, as heard on the local day `hoy` (None: read on any day).

    `vuelta` above 0 asks for another wording of the same facts. `dichos`: servicios by the alias that the
    cliente used.
    """

    tenant: Tenant
    hoy: date | None
    vuelta: int = 0
    dichos: tuple[tuple[str, str], ...] = ()

    def pick(self, *variants: str) -> str:
        """Choose the wording of this turn."""
        return variants[self.vuelta % len(variants)]

    def local(self, instant: Instant) -> datetime:
        """Return the instant on the tenant's wall clock."""
        return datetime.fromtimestamp(instant, self.tenant.zona)

    def el(self, fecha: date) -> str:
        """Say a day: `el miércoles 26 de agosto`, `mañana martes 25 de agosto`."""
        near = self._near(fecha)
        return f"{near} {dia(fecha)}" if near else f"el {self._dated(fecha)}"

    def cuando(self, instant: Instant) -> str:
        """Say weekday, date and hour."""
        moment = self.local(instant)
        return f"{self.el(moment.date())} a {las(moment.hour * 60 + moment.minute)}"

    def servicios(self, servicios_id: Iterable[str]) -> str:
        """Name the servicios as the cliente or the tenant does; one that was asked for twice is said so."""
        found = (self.tenant.servicio(servicio_id) for servicio_id in servicios_id)
        own = dict(self.dichos)
        names = [own.get(servicio.id, servicio.nombre) for servicio in found if servicio]
        if len(names) == 1:
            return names[0]
        return lista(_times(nombre, n) for nombre, n in Counter(names).items()) or "servicio"

    def con(self, recurso_id: str) -> str:
        """Say with whom or where, only for a tenant with several recursos: ` con Andrés`."""
        recurso = self.tenant.recurso(recurso_id)
        if recurso is None or len(self.tenant.recursos) == 1:
            return ""
        return f" {'en' if recurso.tipo == 'espacio' else 'con'} {recurso.nombre}"

    def que(self, one: Cita | Hueco) -> str:
        """Say what and with whom: `corte cabello con Andrés`."""
        return f"{self.servicios(one.servicios_id)}{self.con(one.recurso_id)}"

    def linea(self, one: Cita | Hueco) -> str:
        """Say a cita whole: `corte cabello con Andrés, el martes 25 de agosto a las 3:00 p. m.`."""
        return f"{self.que(one)}, {self.cuando(one.start)}"

    def lineas_de(self, several: Iterable[Cita]) -> str:
        """List citas, one a line."""
        return "\n".join(f"- {self.linea(one)}" for one in several)

    def _near(self, fecha: date) -> str:
        return {0: "hoy", 1: "mañana"}.get(self._ahead(fecha), "") if self.hoy else ""

    def _dated(self, fecha: date) -> str:
        far = abs(self._ahead(fecha)) > _FAR_DAYS
        return f"{dia(fecha)} de {fecha.year}" if far else dia(fecha)

    def _ahead(self, fecha: date) -> int:
        return (fecha - self.hoy).days if self.hoy else 0


def _times(nombre: str, n: int) -> str:
    return nombre if n == 1 else f"{nombre} ({({2: 'dos', 3: 'tres'}).get(n, n)} veces)"
