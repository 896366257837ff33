"""Servicios and recursos of a tenant file, and whether they fit each other."""

from citas.adapters.cli.tenant_fields import (
    Campo,
    Ficha,
    Read,
    choice,
    fold,
    integer,
    items,
    nearest,
    text,
    texts,
)
from citas.adapters.cli.tenant_horarios import excepciones, horarios
from citas.application.tenant_draft import RecursoDraft, ServicioDraft
from citas.domain.catalogo import TipoRecurso

Placed = tuple[ServicioDraft, Campo]

_MAX_MINUTOS = 1440
_TIPOS: dict[str, TipoRecurso] = {"persona": "persona", "espacio": "espacio"}


def servicios(campo: Campo) -> tuple[Placed, ...]:
    """Read what the business does, each with its place; names are unique."""
    found: list[Placed] = []
    for place in items(campo):
        servicio = _servicio(place)
        if servicio is None:
            continue
        _unique(servicio.nombre, [other.nombre for other, _ in found], place)
        found.append((servicio, place))
    _check_alias(found)
    return tuple(found)


def _servicio(campo: Campo) -> ServicioDraft | None:
    ficha = Ficha(campo)
    nombre = ficha.need("NombreServicio", text, "corte cabello")
    minutos = ficha.need("Duración", integer(1, _MAX_MINUTOS), "45")
    precio = ficha.get("Precio", text)
    alias = ficha.get("alias", texts) or ()
    antes = ficha.get("antes", text)
    ficha.close()
    # One that only lacks its length still has a name, which recursos may refer to.
    return ServicioDraft(nombre, minutos or 0, precio, alias, antes) if nombre else None


def _unique(nombre: str, others: list[str], place: Campo) -> None:
    if fold(nombre) in map(fold, others):
        place.reject(f"el nombre «{nombre}» ya está en la lista", "póngale a cada uno un nombre distinto")


def _check_alias(found: list[Placed]) -> None:
    names = {fold(servicio.nombre): servicio.nombre for servicio, _ in found}
    for servicio, place in found:
        for alias in servicio.alias:
            if names.get(fold(alias), servicio.nombre) != servicio.nombre:
                place.reject(f"el alias «{alias}» es el nombre de otro servicio", "quite ese alias")


def recursos(catalogo: tuple[Placed, ...]) -> Read[tuple[RecursoDraft, ...]]:
    """Make a reader of those who do them: names are unique, and so is what each one does."""

    def read(campo: Campo) -> tuple[RecursoDraft, ...] | None:
        found: list[RecursoDraft] = []
        for place in items(campo):
            recurso = _recurso(place, catalogo)
            if recurso is None:
                continue
            _unique(recurso.nombre, [other.nombre for other in found], place)
            found.append(recurso)
        return tuple(found)

    return read


def _recurso(campo: Campo, catalogo: tuple[Placed, ...]) -> RecursoDraft | None:
    ficha = Ficha(campo)
    nombre = ficha.need("nombre", text, "Andrés")
    tipo = _TIPOS.get(ficha.get("tipo", choice(*_TIPOS)) or "persona", "persona")
    does = ficha.get("servicios", _does(catalogo))
    week = ficha.get("horarios", horarios)
    days = ficha.get("excepciones", excepciones) or ()
    antes = ficha.get("antes", text)
    ficha.close()
    return RecursoDraft(nombre, tipo, does, week, days, antes) if nombre else None


def _does(catalogo: tuple[Placed, ...]) -> Read[tuple[str, ...]]:
    by_fold = {fold(servicio.nombre): servicio.nombre for servicio, _ in catalogo}

    def read(campo: Campo) -> tuple[str, ...] | None:
        places = items(campo)
        if not places:
            campo.reject("no hace ningún servicio", "quite la clave «servicios» para que los haga todos")
        found = [name for place in places if (name := _known(place, by_fold))]
        return tuple(dict.fromkeys(found))

    return read


def _known(campo: Campo, by_fold: dict[str, str]) -> str | None:
    value = text(campo)
    if value is None or fold(value) in by_fold:
        return by_fold[fold(value)] if value else None
    close = nearest(value, by_fold.values())
    remedio = f"¿quiso decir «{close}»?" if close else "agréguelo a «servicios» o quítelo de aquí"
    campo.reject(f"el servicio «{value}» no está en «servicios»", remedio)
    return None


def unserved(catalogo: tuple[Placed, ...], gente: tuple[RecursoDraft, ...]) -> None:
    """Note the servicios that nobody does."""
    if any(recurso.servicios is None for recurso in gente):
        return
    done = {name for recurso in gente for name in recurso.servicios or ()}
    for servicio, place in catalogo:
        if servicio.nombre not in done:
            place.reject(
                f"ningún recurso hace «{servicio.nombre}»",
                "agréguelo a «servicios» de un recurso, o quite el servicio",
            )
