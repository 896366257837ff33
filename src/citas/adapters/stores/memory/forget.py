"""What is deleted for good: what has had its time, and a cliente who wants to be forgotten."""

from dataclasses import replace

from citas.adapters.stores.memory.shelf import Shelf
from citas.application.ports import Document
from citas.domain.citas import Cita, Instant
from citas.domain.clientes import Cliente
from citas.domain.conversacion import Conversacion
from citas.domain.mensajes import Aviso, Espera, Idempotencia, Mensaje, Salida, Trabajo

OfChat = Mensaje | Salida | Espera

_OF_CHAT: tuple[type[OfChat], ...] = (Mensaje, Salida, Espera)


def purge(shelf: Shelf, now: Instant) -> int:
    """Delete what is due and return how many documents that was."""
    due = [(type(document), document.id) for document in shelf.purgeable(now)]
    for kind, some_id in due:
        shelf.drop(kind, some_id)
    return len(due)


def forget(shelf: Shelf, cliente_id: str) -> None:
    """Erase a cliente; see `Door.forget`."""
    chats = {c.id for c in shelf.all(Conversacion) if c.cliente_id == cliente_id}
    citas = [c for c in shelf.all(Cita) if c.cliente_id == cliente_id]
    for document in _about(shelf, cliente_id, chats, {c.id for c in citas}):
        shelf.drop(type(document), document.id)
    for cita in citas:
        if cita.estado != "bloqueada":
            shelf.documents[Cita][cita.id] = _nameless(cita)


def _about(shelf: Shelf, cliente_id: str, chats: set[str], citas_id: set[str]) -> list[Document]:
    found: list[Document] = [c for c in shelf.all(Cliente) if c.id == cliente_id]
    found += [c for c in shelf.all(Conversacion) if c.cliente_id == cliente_id]
    for kind in _OF_CHAT:
        found += [d for d in shelf.all(kind) if d.cliente_id == cliente_id or d.conversacion in chats]
    found += [t for t in shelf.all(Trabajo) if t.conversacion in chats]
    found += [a for a in shelf.all(Aviso) if a.cliente_id == cliente_id or a.cita_id in citas_id]
    found += [i for i in shelf.all(Idempotencia) if i.cliente_id == cliente_id]
    found += [c for c in shelf.all(Cita) if c.cliente_id == cliente_id and c.estado == "bloqueada"]
    return found


def _nameless(cita: Cita) -> Cita:
    return replace(
        cita,
        version=cita.version + 1,
        nombre=None,
        telefono=None,
        email=None,
        conversacion=None,
        motivo=None,
    )
