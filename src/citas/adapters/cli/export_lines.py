"""Stored documents as JSON lines."""

import json
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum

from citas.application.ports import Document
from citas.domain.catalogo import Tenant
from citas.domain.claves import Clave


def export_line(collection: str, document: Document | Tenant | Clave) -> str:
    """Return one document as a line that begins with its collection; the hash of a key stays out."""
    content = {
        field.name: _plain(getattr(document, field.name))
        for field in fields(document)
        if field.name != "hash"
    }
    return json.dumps({"coleccion": collection, **content}, ensure_ascii=False)


def _plain(value: object) -> object:
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple | list | frozenset):
        return [_plain(item) for item in value]
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return f"{value:%Y/%m/%d}"
    return value
