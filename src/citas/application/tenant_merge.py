"""Give a draft its ids: what keeps its name, or names the one it had, keeps its id."""

from collections.abc import Iterable, Sequence

from citas.application.identity import folded
from citas.application.ports import Ids
from citas.application.tenant_draft import RecursoDraft, ServicioDraft, TenantDraft
from citas.domain.catalogo import Recurso, Servicio, Tenant
from citas.domain.errors import InputError
from citas.language.escritos.cambios import antes_desconocido


def merged_tenant(ids: Ids, draft: TenantDraft, stored: Tenant | None) -> Tenant:
    """Return the tenant that the draft describes. Raises InputError: an `antes` that names nothing."""
    servicios = _servicios(ids, draft.servicios, stored.servicios if stored else ())
    return Tenant(
        id=stored.id if stored else ids.new_id(),
        nombre=draft.nombre,
        zona_horaria=draft.zona_horaria,
        pais=draft.pais,
        horarios=draft.horarios,
        servicios=servicios,
        recursos=_recursos(ids, draft.recursos, stored.recursos if stored else (), servicios),
        rubro=draft.rubro,
        direccion=draft.direccion,
        contacto=draft.contacto,
        responsable=draft.responsable,
        excepciones=draft.excepciones,
        politicas=draft.politicas,
        excluidos=draft.excluidos,
        ia=draft.ia,
        cloud=draft.cloud,
    )


def _servicios(ids: Ids, drafts: Sequence[ServicioDraft], stored: Sequence[Servicio]) -> tuple[Servicio, ...]:
    kept = _by_name(stored)
    return tuple(
        Servicio(_id_of(ids, draft, kept), draft.nombre, draft.minutos, draft.precio, draft.alias)
        for draft in drafts
    )


def _recursos(
    ids: Ids, drafts: Sequence[RecursoDraft], stored: Sequence[Recurso], servicios: Iterable[Servicio]
) -> tuple[Recurso, ...]:
    kept, done = _by_name(stored), _by_name(servicios)
    return tuple(
        Recurso(
            id=_id_of(ids, draft, kept),
            nombre=draft.nombre,
            tipo=draft.tipo,
            servicios_id=_does(draft, done),
            horarios=draft.horarios,
            excepciones=draft.excepciones,
        )
        for draft in drafts
    )


def _does(draft: RecursoDraft, servicios: dict[str, str]) -> tuple[str, ...] | None:
    return None if draft.servicios is None else tuple(servicios[folded(name)] for name in draft.servicios)


def _by_name(things: Iterable[Servicio] | Iterable[Recurso]) -> dict[str, str]:
    return {folded(thing.nombre): thing.id for thing in things}


def _id_of(ids: Ids, draft: ServicioDraft | RecursoDraft, kept: dict[str, str]) -> str:
    # The name first: a file that was applied already still says `antes`.
    same = kept.get(folded(draft.nombre)) or kept.get(folded(draft.antes or ""))
    if same is None and draft.antes is not None and kept:
        raise InputError("antes", antes_desconocido(draft.antes))
    return same or ids.new_id()
