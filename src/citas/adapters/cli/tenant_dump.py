"""A stored tenant as the file that `citas tenant actualizar` takes."""

from collections.abc import Sequence
from dataclasses import asdict

import yaml

from citas.adapters.cli.tenant_horarios import DIAS
from citas.domain.catalogo import Recurso, Servicio, Tenant
from citas.domain.horarios import Excepcion, Horarios, Tramo
from citas.domain.mensajes import Consentimiento
from citas.domain.politicas import Politicas

Json = str | int | bool | Sequence["Json"] | dict[str, "Json"]


def tenant_dict(tenant: Tenant, consentimiento: Consentimiento | None) -> dict[str, Json]:
    """Return the file's content; what the tenant does not say is left out."""
    return _said(
        {
            "nombre": tenant.nombre,
            "rubro": tenant.rubro,
            "direccion": tenant.direccion,
            "zona_horaria": tenant.zona_horaria,
            "pais": tenant.pais,
            "contacto": _contacto(tenant),
            "responsable": _said(dict(asdict(tenant.responsable))),
            "consentimiento": _consentimiento(consentimiento),
            "horarios": _semana(tenant.horarios),
            "excepciones": [_excepcion(excepcion) for excepcion in tenant.excepciones],
            "politicas": _politicas(tenant.politicas),
            "ia": tenant.ia,
            "excluidos": list(tenant.excluidos),
            "servicios": [_servicio(servicio) for servicio in tenant.servicios],
            "recursos": [_recurso(recurso, tenant) for recurso in tenant.recursos],
            "cloud": dict(asdict(tenant.cloud)) if tenant.cloud else None,
        }
    )


def tenant_yaml(tenant: Tenant, consentimiento: Consentimiento | None) -> str:
    """Return the file as YAML."""
    content = tenant_dict(tenant, consentimiento)
    return yaml.safe_dump(content, allow_unicode=True, sort_keys=False, width=110)


def _said(fields: dict[str, Json | None]) -> dict[str, Json]:
    return {name: value for name, value in fields.items() if value not in (None, [], {})}


def _contacto(tenant: Tenant) -> dict[str, Json]:
    contacto = tenant.contacto
    return _said(
        {
            "telefono": contacto.telefono,
            "email": contacto.email,
            "whatsapp": contacto.whatsapp,
            "redesSociales": list(contacto.redes_sociales),
        }
    )


def _consentimiento(record: Consentimiento | None) -> dict[str, Json] | None:
    """Tell what the file said; an opt-in given by the app is not the file's to repeat."""
    if record is None or record.origen != "archivo":
        return None
    return _said({"acepta": record.acepta, "nombre": record.nombre, "version": record.texto_version})


def _semana(semana: Horarios) -> dict[str, Json]:
    """Name the open days, neighbours with the same hours as one range."""
    week: dict[str, Json] = {}
    first = 0
    for day in range(1, 8):
        if day < len(DIAS) and semana[day] == semana[first]:
            continue
        if semana[first]:
            name = DIAS[first] if day - first == 1 else f"{DIAS[first]}-{DIAS[day - 1]}"
            week[name] = _tramos(semana[first])
        first = day
    return week


def _tramos(tramos: tuple[Tramo, ...]) -> list[Json]:
    return [f"{_hora(tramo.desde)}-{_hora(tramo.hasta)}" for tramo in tramos]


def _hora(minutos: int) -> str:
    return f"{minutos // 60:02d}:{minutos % 60:02d}"


def _excepcion(excepcion: Excepcion) -> dict[str, Json]:
    desde, hasta = f"{excepcion.desde:%Y/%m/%d}", f"{excepcion.hasta:%Y/%m/%d}"
    days: dict[str, Json] = {"fecha": desde} if desde == hasta else {"desde": desde, "hasta": hasta}
    return days | ({"horarios": _tramos(excepcion.tramos)} if excepcion.tramos else {"cerrado": True})


def _politicas(politicas: Politicas) -> dict[str, Json]:
    return dict(asdict(politicas))


def _servicio(servicio: Servicio) -> dict[str, Json]:
    return _said(
        {
            "NombreServicio": servicio.nombre,
            "Duración": servicio.minutos,
            "Precio": servicio.precio,
            "alias": list(servicio.alias),
        }
    )


def _recurso(recurso: Recurso, tenant: Tenant) -> dict[str, Json]:
    names = {servicio.id: servicio.nombre for servicio in tenant.servicios}
    does = recurso.servicios_id
    return _said(
        {
            "nombre": recurso.nombre,
            "tipo": recurso.tipo if recurso.tipo != "persona" else None,
            "servicios": None if does is None else [names[servicio_id] for servicio_id in does],
            # Hours of its own that are never open are not the tenant's hours.
            "horarios": None
            if recurso.horarios is None
            else _semana(recurso.horarios) or {"lunes": "cerrado"},
            "excepciones": [_excepcion(excepcion) for excepcion in recurso.excepciones],
        }
    )
