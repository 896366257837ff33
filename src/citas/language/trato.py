"""What stands beside a wish: yes and no, a choice, a shift, courtesy."""

from citas.language.lectura import Lectura

_ORDINAL = (
    ("primera", 1),
    ("segunda/segundo", 2),
    ("tercera", 3),
    ("cuarta", 4),
    ("quinta", 5),
    ("sexta", 6),
    ("septima", 7),
    ("octava", 8),
    ("ultima/ultimo", -1),
)
_FIGURES = ("1", "2", "3", "4", "5")  # of a list; an hour all the same
_SUPERLATIVES = (("la_primera", 1), ("la_ultima", -1), ("de_esas", 1))
_SHIFTS = (
    ("mas_tarde", "tarde"),
    ("mas_temprano", "temprano"),
    ("otra_hora", "otra"),
    ("otro_dia", "otro_dia"),
)
_COMPLAINTS = frozenset(("caro", "cara", "carisimo", "costoso", "lejos"))
_CHOOSING = frozenset(("eleccion", "eleccion_n", *(act for act, _ in _SUPERLATIVES)))
_SHIFTING = frozenset(act for act, _ in _SHIFTS)


def _ordinal(lectura: Lectura) -> int | None:
    for start, end in lectura.spans("eleccion"):
        for at in range(start, end):
            for concepts, value in _ORDINAL:
                if lectura.is_at(at, concepts):
                    return value
    return None


def choice(lectura: Lectura) -> int | None:
    """Return which alternative is chosen: 1, 2… or -1 for the last."""
    alone = lectura.ancla.texto.strip()
    if alone in _FIGURES:
        return int(alone)
    if _CHOOSING.isdisjoint(lectura.actos) or lectura.has("aplaza"):
        return None
    ordinal = _ordinal(lectura)
    if ordinal is not None:
        return ordinal
    superlative = next((value for act, value in _SUPERLATIVES if lectura.has(act)), None)
    if superlative is not None:
        return superlative
    for start, end in lectura.spans("eleccion_n"):
        return next(
            (lectura.nodos[at].numero for at in range(start, end) if lectura.nodos[at].numero > 0), None
        )
    return None


def shift(lectura: Lectura) -> str | None:
    """Return the direction of "más tarde", "más temprano", "otra hora", "otro día"."""
    if _SHIFTING.isdisjoint(lectura.actos):
        return None
    put_off = lectura.has("dejar") and lectura.has("otro_dia")  # "otro día paso"
    return None if put_off else next((value for act, value in _SHIFTS if lectura.has(act)), None)


def people(lectura: Lectura) -> int | None:
    """Return for how many people it is asked; None for one, or where it is not said."""
    for start, end in lectura.spans("personas"):
        count = max(lectura.nodos[at].numero for at in range(start, end))
        return count if count > 1 else None
    return 2 if lectura.has("mi_y_otro") else None


def says_yes(lectura: Lectura) -> bool:
    """Tell a yes from "si hay campo", and from a yes to letting it go."""
    spans = lectura.spans("si")
    if not spans or lectura.has("dejar"):
        return False
    conditional = {start for start, _ in lectura.spans("condicional")}
    return any(
        conditional.isdisjoint(range(start, end)) and not _is_taken_back(lectura, end) for start, end in spans
    )


def _is_taken_back(lectura: Lectura, end: int) -> bool:
    """Tell "claro que no", "¿todo bien?", "ok, no", "está bien caro" and "sí, pero…" from a yes."""
    at = end + 1 if lectura.is_at(end, ",") else end
    refuses = lectura.is_at(at, "que/o") and lectura.is_at(at + 1, "no")
    refuses = refuses or (lectura.is_at(at, "no") and lectura.is_at(at + 1, ","))
    complains = not _COMPLAINTS.isdisjoint(nodo.forma for nodo in lectura.nodos[at : at + 2])
    return refuses or complains or lectura.is_at(at, "pero") or lectura.is_at(end, "pregunta")


def lets_go(lectura: Lectura, *, wanted: bool) -> bool:
    """Tell "déjela como está"; "no quiero cancelar" says it where no other wish stands."""
    return lectura.has("dejar") or (not wanted and bool(lectura.clear("negado", "cuento")))
