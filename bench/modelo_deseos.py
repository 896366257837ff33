"""What a measure of the model has people write, and what it counts of the answers."""

import random  # noqa: TID251 - lots are drawn from a seed that is printed, so that a run can be repeated
import time
from collections import Counter
from collections.abc import Awaitable
from dataclasses import dataclass, field

from citas.application.wire import Wire

MOST_SECONDS = 10.0
NOMBRES = ("Íñigo Belarra", "Nuria Cebrián", "Aurelio Quintana", "Begoña Zabaleta", "Ximena Ordóñez")
DAYS = (("mañana", "2026/11/24"), ("pasado mañana", "2026/11/25"), ("el jueves", "2026/11/26"), ("el viernes", "2026/11/27"),
        ("el 2 de diciembre", "2026/12/02"), ("el 9/12", "2026/12/09"))  # fmt: skip  # packed, to be read at a glance
HOURS = (("a las 9 de la mañana", "09:00"), ("a las 10 y media de la mañana", "10:30"), ("a las 3 de la tarde", "15:00"),
         ("a las 18:00", "18:00"), ("a las 7 de la noche", "19:00"))  # fmt: skip  # packed, to be read at a glance
SERVICES = (("un corte", "corte"), ("un tinte", "tinte"), ("hacerme las uñas", "manicura"))
FRAMES = (
    "hola, quiero {s} {d} {h}",
    "buenas, me regala {s} {d} {h} porfa",
    "{s} {d} {h}",
    "necesito {s} para {d} {h}, gracias",
    "hola, ¿me ayudan con {s}? {d} {h}",
    "sería {s} {d} {h}, {x} no puedo",
)


@dataclass
class Cuenta:
    """What a measure found; a line in `malas` fails it."""

    malas: list[str] = field(default_factory=list)
    estados: Counter[str] = field(default_factory=Counter)
    peor: float = 0.0
    mensajes: int = 0

    async def timed(self, what: str, answered: Awaitable[Wire]) -> Wire | None:
        """Wait for an answer; nothing else than an answer in time is right."""
        began = time.perf_counter()
        self.mensajes += 1
        try:
            answer = await answered
        except Exception as exc:  # noqa: BLE001 - that nothing is raised is what is measured
            self.malas.append(f"{what}: {type(exc).__name__}")
            return None
        seconds = time.perf_counter() - began
        self.peor = max(self.peor, seconds)
        self.estados[str(answer["estado"])] += 1
        if seconds > MOST_SECONDS:
            self.malas.append(f"{what}: {seconds:.1f} s")
        if answer["estado"] not in ("en_proceso", "ignorada") and not answer["respuesta"]:
            self.malas.append(f"{what}: sin respuesta")
        return answer


def canary(number: int) -> str:
    """Return a word that no other mensaje holds."""
    letters = ""
    for _ in range(6):
        number, rest = divmod(number, 26)
        letters += chr(97 + rest)
    return f"zq{letters}q"


def phone(number: int) -> str:
    """Return a mobile of nobody."""
    return f"+57 319 {number // 10_000:03d} {number % 10_000:04d}"


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody wants, as he writes it and as it must stand in the agenda."""

    text: str
    fecha: str
    hora: str
    servicio: str

    def is_offered(self, answer: Wire, names: dict[str, str]) -> bool:
        """Tell whether exactly this is offered."""
        offered = answer["alternativas"]
        if not isinstance(offered, list) or not offered:
            return False
        first = offered[0]
        what = [names[s] for s in first["servicios_id"]]
        return (first["fecha"], first["hora_inicio"], what) == (self.fecha, self.hora, [self.servicio])


def wish(lots: random.Random, number: int) -> Wish:
    """Draw a wish; some name a day that is not wanted."""
    (s, servicio), (d, fecha), (h, hora) = lots.choice(SERVICES), lots.choice(DAYS), lots.choice(HOURS)
    other = lots.choice([day for day, _ in DAYS if day != d])
    nombre = NOMBRES[number % len(NOMBRES)]
    text = lots.choice(FRAMES).format(s=s, d=d, h=h, x=other)
    return Wish(f"{text}. Soy {nombre}, mi cel es {phone(number)} {canary(number)}", fecha, hora, servicio)
