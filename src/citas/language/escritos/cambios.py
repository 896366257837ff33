"""What the operator reads about a tenant file: what changed, and why something may not."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields

from citas.domain.catalogo import Recurso, Servicio, Tenant
from citas.domain.mensajes import Consentimiento

# What else a file says, by the words that its keys have there.
_FIELDS = (
    ("nombre", "nombre"),
    ("rubro", "rubro"),
    ("direccion", "dirección"),
    ("zona_horaria", "zona horaria"),
    ("pais", "país"),
    ("contacto", "contacto"),
    ("responsable", "responsable"),
    ("horarios", "horarios"),
    ("excepciones", "excepciones"),
    ("excluidos", "excluidos"),
    ("ia", "ia"),
    ("cloud", "cloud"),
)


def ya_existe(nombre: str, tenant_id: str) -> str:
    """Say that a business is known, and how to change it."""
    return (
        f"«{nombre}» ya existe con ese teléfono: para cambiarlo use "
        f"`citas tenant actualizar {tenant_id} ARCHIVO`."
    )


def antes_desconocido(nombre: str) -> str:
    """Say that a rename starts from nothing."""
    return f"«antes: {nombre}» no nombra nada de lo que hay: escriba el nombre que tiene ahora, o quítelo."


def servicio_en_uso(nombre: str, count: int) -> str:
    """Say why a servicio must stay."""
    return f"El servicio «{nombre}» no se puede quitar: {_citas(count)}. {_remedy(nombre)}"


def recurso_en_uso(nombre: str, count: int) -> str:
    """Say why a recurso must stay."""
    return f"El recurso «{nombre}» no se puede quitar: {_citas(count)}. {_remedy(nombre)}"


def zona_en_uso(zona: str, count: int) -> str:
    """Say why the zone must stay."""
    what = "una cita o un bloqueo" if count == 1 else f"{count} citas o bloqueos"
    return f"La zona horaria «{zona}» no se puede cambiar: hay {what} por venir. Cancélelos o espere a que pasen."


def _citas(count: int) -> str:
    return "tiene una cita por venir" if count == 1 else f"tiene {count} citas por venir"


def _remedy(nombre: str) -> str:
    return (
        f"Muévalas o cancélelas antes; si sólo cambia de nombre, escriba «antes: {nombre}» al lado del nuevo."
    )


def cambios_of(before: Tenant, after: Tenant, consent: Consentimiento | None) -> tuple[str, ...]:
    """Say in short sentences what an update changed; empty when nothing did."""
    return (
        *_plain(before, after),
        *_politicas(before, after),
        *_catalogo("servicio", before.servicios, after.servicios),
        *_catalogo("recurso", before.recursos, after.recursos),
        *_consent(consent),
    )


def _plain(before: Tenant, after: Tenant) -> Iterator[str]:
    for name, words in _FIELDS:
        old: object = getattr(before, name)
        new: object = getattr(after, name)
        if old != new:
            short = isinstance(new, str) and isinstance(old, str)
            yield f"{words}: {new} (antes {old})" if short else f"{words}: cambió"


def _politicas(before: Tenant, after: Tenant) -> Iterator[str]:
    for field in fields(after.politicas):
        old: object = getattr(before.politicas, field.name)
        new: object = getattr(after.politicas, field.name)
        if old != new:
            yield f"política {field.name}: {_value(new)} (antes {_value(old)})"


def _value(value: object) -> str:
    return {True: "sí", False: "no"}[value] if isinstance(value, bool) else str(value)


def _catalogo(
    kind: str, before: Sequence[Servicio] | Sequence[Recurso], after: Sequence[Servicio] | Sequence[Recurso]
) -> Iterator[str]:
    old, new = {thing.id: thing for thing in before}, {thing.id: thing for thing in after}
    yield from (f"{kind} nuevo: {thing.nombre}" for thing in after if thing.id not in old)
    yield from (f"{kind} quitado: {thing.nombre}" for thing in before if thing.id not in new)
    for thing in after:
        was = old.get(thing.id)
        if was is not None and was != thing:
            yield from _thing(kind, was, thing)
    if _kept(old, new) != _kept(new, old):
        yield f"{kind}s: otro orden"


def _kept(of: Iterable[str], among: Iterable[str]) -> list[str]:
    return [thing_id for thing_id in of if thing_id in set(among)]


def _thing(kind: str, was: Servicio | Recurso, now: Servicio | Recurso) -> Iterator[str]:
    if was.nombre != now.nombre:
        yield f"{kind} con otro nombre: {was.nombre} → {now.nombre}"
    changed = [field.name for field in fields(now) if getattr(was, field.name) != getattr(now, field.name)]
    facts = [name.removesuffix("_id") for name in changed if name != "nombre"]
    if facts:
        yield f"{kind} {now.nombre}: {', '.join(facts)}"


def _consent(consent: Consentimiento | None) -> Iterator[str]:
    if consent is not None:
        done = "aceptado" if consent.acepta else "retirado"
        yield f"consentimiento: {done}, versión {consent.texto_version}"
