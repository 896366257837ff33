"""One tenant's documents and claims; a commit is prepared on copies and put in place whole."""

from collections.abc import Iterator, Sequence
from typing import TypeVar, cast
from zoneinfo import ZoneInfo

from citas.adapters.stores.units import Claimant, check_claim, in_order
from citas.application.ports import Document, Insert, Remove, Unit, Write
from citas.domain.catalogo import Tenant
from citas.domain.citas import Bloqueo, Cita, Instant, Slot
from citas.domain.clientes import Cliente
from citas.domain.conversacion import Conversacion
from citas.domain.errors import ConflictError, SlotTakenError
from citas.domain.mensajes import Aviso, Espera, Idempotencia, Mensaje, Salida, Trabajo

Purged = Cita | Conversacion | Mensaje | Salida | Aviso | Espera | Idempotencia | Trabajo

_PURGED: tuple[type[Purged], ...] = (
    Cita,
    Conversacion,
    Mensaje,
    Salida,
    Aviso,
    Espera,
    Idempotencia,
    Trabajo,
)

# No hold has expired then: what is restored takes nobody's place.
_BEFORE_ALL_TIME = -1

D = TypeVar("D", bound=Document)
Documents = dict[type[object], dict[str, Document]]


class Shelf:
    """What belongs to one tenant."""

    def __init__(self) -> None:
        self.tenant: Tenant | None = None
        self.documents: Documents = {}
        self.claims: dict[Slot, str] = {}

    @property
    def zona(self) -> ZoneInfo | None:
        """The tenant's time zone, where there is a tenant."""
        return self.tenant.zona if self.tenant else None

    def all(self, kind: type[D]) -> Iterator[D]:
        """Yield the documents of one kind in order of arrival."""
        return iter(cast("dict[str, D]", self.documents.get(kind, {})).values())

    def find(self, kind: type[D], some_id: str) -> D | None:
        """Find a document by kind and id."""
        return cast("dict[str, D]", self.documents.get(kind, {})).get(some_id)

    def commit(self, unit: Unit, now: Instant) -> None:
        """Apply all of `unit` or nothing; raises what `Door.commit` promises."""
        draft = _Draft(self)
        for write in in_order(unit):
            draft.apply(write)
        draft.claim(now)
        self._put_in_place(draft)

    def restore(self, documents: Sequence[Document]) -> int:
        """Store what is not there yet, as it is; raises what `Door.restore` promises."""
        draft = _Draft(self)
        missing = sum([draft.restore(document) for document in documents])
        draft.claim(_BEFORE_ALL_TIME)
        self._put_in_place(draft)
        return missing

    def _put_in_place(self, draft: "_Draft") -> None:
        self.documents, self.claims = draft.documents, draft.claims

    def expired_holds(self, now: Instant) -> list[Cita]:
        """Return the holds whose time is over."""
        return [cita for cita in self.all(Cita) if _expired(cita, now)]

    def unfinished(self, now: Instant) -> list[Trabajo]:
        """Return the trabajos on which nobody works."""
        return [trabajo for trabajo in self.all(Trabajo) if trabajo.lease <= now]

    def purgeable(self, now: Instant) -> list[Purged]:
        """Return what carries a `borrar_en` that has come; of citas, only holds ever go."""
        dated = (document for kind in _PURGED for document in self.all(kind))
        return [d for d in dated if d.borrar_en is not None and d.borrar_en <= now and not _kept(d)]

    def due(self, now: Instant) -> bool:
        """Tell whether anything waits for the sweep."""
        salidas = (s for s in self.all(Salida) if s.estado == "pendiente" and s.caduca <= now)
        return bool(self.expired_holds(now) or self.unfinished(now) or self.purgeable(now) or any(salidas))

    def drop(self, kind: type[Document], some_id: str) -> None:
        """Take a document away, claims included, whatever its version."""
        document = self.documents[kind].pop(some_id)
        if isinstance(document, Cita | Bloqueo):
            for slot in document.slots:
                self.claims.pop(slot, None)


class _Draft:
    """A unit in the making. Claims wait until all documents stand, so that atoms can change hands."""

    def __init__(self, shelf: Shelf) -> None:
        self.documents: Documents = dict(shelf.documents)
        self.claims = dict(shelf.claims)
        self._copied: set[type[object]] = set()
        self._wanting: dict[str, Claimant] = {}

    def apply(self, write: Write) -> None:
        document = write.document
        rows = self._rows(type(document))
        stored = rows.get(document.id)
        _check_version(write, stored)
        if isinstance(stored, Cita | Bloqueo):
            self._release(stored)
        if isinstance(write, Remove):
            del rows[document.id]
            return
        self._put(document)

    def restore(self, document: Document) -> bool:
        """Put a document that is not there yet; tell whether it was not."""
        if document.id in self._rows(type(document)):
            return False
        if isinstance(document, Cita | Bloqueo):
            check_claim(document)
        self._put(document)
        return True

    def _put(self, document: Document) -> None:
        rows = self._rows(type(document))
        _check_telefono(document, rows)
        rows[document.id] = document
        if isinstance(document, Cita | Bloqueo):
            self._wanting[document.id] = document

    def claim(self, now: Instant) -> None:
        """Claim for every document that stands now; expired holds make way, anything else refuses."""
        for document in tuple(self._wanting.values()):
            for slot in document.slots:
                holder = self.claims.get(slot)
                if holder is not None:
                    self._evict(holder, now)
                self.claims[slot] = document.id

    def _evict(self, holder: str, now: Instant) -> None:
        hold = self._rows(Cita).get(holder)
        if not isinstance(hold, Cita) or not _expired(hold, now):
            raise SlotTakenError
        self._release(hold)
        del self._rows(Cita)[holder]

    def _rows(self, kind: type[Document]) -> dict[str, Document]:
        if kind not in self._copied:
            self.documents[kind] = dict(self.documents.get(kind, {}))
            self._copied.add(kind)
        return self.documents[kind]

    def _release(self, document: Claimant) -> None:
        self._wanting.pop(document.id, None)
        for slot in document.slots:
            if self.claims.get(slot) == document.id:
                del self.claims[slot]


def _kept(document: Purged) -> bool:
    return isinstance(document, Cita) and document.estado != "bloqueada"


def _expired(document: Cita, now: Instant) -> bool:
    return document.estado == "bloqueada" and document.expira is not None and document.expira <= now


def _check_version(write: Write, stored: Document | None) -> None:
    expected = {Insert: None, Remove: write.document.version}.get(type(write), write.document.version - 1)
    if (stored.version if stored else None) != expected:
        raise ConflictError


def _check_telefono(document: Document, rows: dict[str, Document]) -> None:
    if not isinstance(document, Cliente) or document.telefono is None:
        return
    for other in rows.values():
        if isinstance(other, Cliente) and other.telefono == document.telefono and other.id != document.id:
            raise ConflictError
