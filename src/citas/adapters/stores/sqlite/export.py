"""All that a tenant has, a page at a time, in an order that no change of anything else disturbs."""

from citas.adapters.stores.sqlite.reader import Reader
from citas.adapters.stores.sqlite.tables import TABLES
from citas.application.ports import Document, Page

_BY_NAME = sorted(TABLES.values(), key=lambda table: table.name)


def export_page(reader: Reader, tenant_id: str, after: tuple[str, str], limit: int) -> Page:
    """See `Door.export`."""
    collection, last_id = after
    page: list[tuple[str, Document]] = []
    for table in _BY_NAME:
        if table.name >= collection and len(page) < limit:
            beyond = last_id if table.name == collection else ""
            rows = reader.rows(table.page, (tenant_id, beyond, limit - len(page)))
            page += [(table.name, table.codec.decode(row)) for row in rows]
    return tuple(page)
