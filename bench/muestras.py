"""Documents of invented businesses, all alike, as a year would leave them."""

from datetime import date, datetime, timedelta

from bench.instalacion import ZONA

from citas.domain.catalogo import Contacto, Recurso, Servicio, Tenant
from citas.domain.citas import Cita, Slot
from citas.domain.clientes import Cliente
from citas.domain.conversacion import Conversacion, Replica
from citas.domain.deseos import Intencion
from citas.domain.horarios import Tramo
from citas.domain.mensajes import Mensaje

MINUTOS = 45
ATOMS = MINUTOS // 5
OPEN = 8 * 60
MADE = int(datetime(2026, 10, 1, tzinfo=ZONA).timestamp())
KEPT_SECONDS = 400 * 86_400  # so that nothing goes while it is measured

_WHOLE_DAY = (Tramo(OPEN, 20 * 60),)


def new_id(number: int, n: int = 0) -> str:
    """Return the id of the nth thing of a business."""
    return f"{number:012x}{n:012x}"


def recurso_id(number: int, chair: int) -> str:
    """Return the id of a chair."""
    return new_id(number, 0xC0000 + chair)


def a_tenant(number: int, chairs: int) -> Tenant:
    """Return a business that is open every day."""
    return Tenant(
        new_id(number),
        f"Barbería {number}",
        "America/Bogota",
        "CO",
        (_WHOLE_DAY,) * 7,
        (Servicio(new_id(number, 0xD0000), "corte cabello", MINUTOS, "20.000", ("corte",)),),
        tuple(Recurso(recurso_id(number, chair), f"Silla {chair}") for chair in range(chairs)),
        contacto=Contacto(telefono=f"+57300{number:07d}"),
    )


def a_cita_at(number: int, n: int, day: date, chair: int, place: int, cliente: int) -> Cita:
    """Return a confirmed cita at the given place of a day, counted from its opening."""
    minutos = OPEN + MINUTOS * place
    start = int((datetime.combine(day, datetime.min.time(), ZONA) + timedelta(minutes=minutos)).timestamp())
    first = minutos // 5
    recurso = recurso_id(number, chair)
    return Cita(
        id=new_id(number, n),
        version=1,
        estado="confirmada",
        cliente_id=new_id(number, cliente),
        servicios_id=(new_id(number, 0xD0000),),
        recurso_id=recurso,
        start=start,
        end=start + 60 * MINUTOS,
        slots=tuple(Slot(recurso, day, first + step) for step in range(ATOMS)),
        creada=MADE,
        nombre="Juan Pérez",
        telefono=_phone(cliente),
        conversacion=_chat(cliente),
    )


def a_cliente(number: int, n: int) -> Cliente:
    """Return a cliente."""
    return Cliente(new_id(number, n), 1, nombre="Juan Pérez", telefono=_phone(n))


def a_chat(number: int, n: int) -> Conversacion:
    """Return what is known of a chat."""
    return Conversacion(
        id=_chat(n),
        version=3,
        cliente_id=new_id(number, n),
        de="Juan Pérez",
        replicas=tuple(Replica(1000 * MADE + step, f"{step:064x}") for step in range(3)),
        borrar_en=MADE + KEPT_SECONDS,
    )


def a_mensaje(number: int, n: int, clientes: int) -> Mensaje:
    """Return a mensaje with its answer."""
    some_id = f"{number:032x}{n:032x}"
    return Mensaje(
        id=some_id,
        version=1,
        message_id=some_id,
        conversacion=_chat(n % clientes),
        timestamp=1000 * MADE + n,
        recibido=MADE,
        cliente_id=new_id(number, n % clientes),
        texto="Hola, me regala una cita para corte mañana a las 3",
        intencion=Intencion.AGENDAR,
        entidades=("fecha", "hora", "servicio"),
        respuesta="x" * 700,
        cita_id=new_id(number, n),
        borrar_en=MADE + KEPT_SECONDS,
    )


def _phone(cliente: int) -> str:
    return f"+57310{cliente:07d}"


def _chat(cliente: int) -> str:
    return f"573100{cliente:06d}@s.whatsapp.net"
