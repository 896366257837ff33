"""Stored documents as JSON lines."""

import json
from dataclasses import fields

from citas.application.canonical import plain
from citas.application.ports import Document
from citas.domain.catalogo import Tenant
from citas.domain.claves import Clave


def export_line(collection: str, document: Document | Tenant | Clave) -> str:
    """Return one document as a line that begins with its collection; the hash of a key stays out."""
    content = {
        field.name: plain(getattr(document, field.name)) for field in fields(document) if field.name != "hash"
    }
    return json.dumps({"coleccion": collection, **content}, ensure_ascii=False)
