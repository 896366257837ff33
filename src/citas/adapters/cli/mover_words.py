"""What `citas mover` says: how much there is on both sides, and what to do about what differs."""

from collections.abc import Sequence

from citas.application.canonical import Fingerprint
from citas.application.move_store import EmptySourceError, Moved, MoveError, OtherTenantsError
from citas.application.move_walk import KEYS, Compared, Inventory

_NAMED = 10
_SHORT = 12


def refusal(error: MoveError) -> str:
    """Say why it cannot begin."""
    if isinstance(error, EmptySourceError):
        return "El origen no tiene ningún negocio; no se copió nada. ¿Es ésa la dirección de --de?"
    if isinstance(error, OtherTenantsError):
        names = _names([tenant.nombre for tenant in error.tenants])
        return (
            f"El destino tiene negocios que no están en el origen ({names}); no se copió nada. "
            "Dé a --a un almacén vacío, o el de una copia de este mismo origen que se cortó."
        )
    raise error


def report(moved: Moved) -> str:
    """Say what both sides hold, by collection."""
    lines = [f"{'':16} {'origen':>10} {'destino':>10}   huella"]
    lines += [_row(name, moved.tenants) for name in _collections(moved.tenants)]
    lines.append(f"Copiado ahora: documentos, {number(moved.documents)}; claves, {number(moved.claves)}.")
    if moved.same:
        lines.append(
            f"Todo es igual en los dos, en {_tenants(len(moved.tenants))}; el origen quedó como estaba."
        )
        lines.append(
            "Ponga en CITAS_STORE lo que dio a --a, arranque «citas serve», y no vuelva a usar el origen."
        )
    return "\n".join(lines)


def complaint(moved: Moved) -> str:
    """Say of which tenants both sides differ, and the remedy."""
    lines: list[str] = []
    if moved.changed:
        lines.append(
            "El origen cambió mientras se copiaba; ninguna clave pasó, y el destino aún no atiende a nadie. "
            "Pare «citas serve» y «citas worker» y repita la misma orden. Difieren:"
        )
        lines += _differences(moved.changed)
    if moved.used:
        lines.append(
            "Estos negocios ya habían pasado enteros, y desde entonces alguien usó el origen o el destino; "
            "no se tocó nada de ellos. Para copiar otra vez, dé a --a un almacén vacío. Difieren:"
        )
        lines += _differences(moved.used)
    return "\n".join(lines)


def as_json(moved: Moved) -> dict[str, object]:
    """Return all of it for programs."""
    return {
        "igual": moved.same,
        "documentos_copiados": moved.documents,
        "claves_copiadas": moved.claves,
        "negocios": [
            {
                "tenant_id": one.tenant.id,
                "nombre": one.tenant.nombre,
                "igual": one.same,
                "origen": _plain(one.source),
                "destino": _plain(one.target),
            }
            for one in moved.tenants
        ],
    }


def _plain(inventory: Inventory) -> dict[str, object]:
    return {
        name: {"documentos": found.count, "huella": found.hex} for name, found in sorted(inventory.items())
    }


def _collections(tenants: Sequence[Compared]) -> list[str]:
    return sorted({name for one in tenants for name in (*one.source, *one.target)})


def _row(name: str, tenants: Sequence[Compared]) -> str:
    source, target = (
        sum((side.get(name, Fingerprint()) for side in sides), Fingerprint())
        for sides in ([one.source for one in tenants], [one.target for one in tenants])
    )
    hashes = source.hex[:_SHORT] if source == target else f"{source.hex[:_SHORT]} ≠ {target.hex[:_SHORT]}"
    return f"{name:16} {number(source.count):>10} {number(target.count):>10}   {hashes}"


def _differences(tenants: Sequence[Compared]) -> list[str]:
    lines = [
        f"  {one.tenant.id}  {one.tenant.nombre}: {', '.join(one.differing or (KEYS,))}"
        for one in tenants[:_NAMED]
    ]
    more = len(tenants) - _NAMED
    return [*lines, f"  … y {number(more)} más"] if more > 0 else lines


def _names(names: Sequence[str]) -> str:
    shown = ", ".join(names[:_NAMED])
    return f"{shown} y {number(len(names) - _NAMED)} más" if len(names) > _NAMED else shown


def number(count: int) -> str:
    """Write a number as it is read: 12.345."""
    return f"{count:,}".replace(",", ".")


def _tenants(count: int) -> str:
    return "un negocio" if count == 1 else f"{number(count)} negocios"
