"""A stored tenant, written as the file that would make it."""

import json
from dataclasses import replace

import pytest

from citas.adapters.cli.tenant_dump import tenant_dict, tenant_yaml
from citas.adapters.cli.tenant_file import parse_tenant
from citas.application.tenant_draft import TenantDraft
from citas.application.tenant_merge import merged_tenant
from citas.domain.mensajes import Consentimiento
from fakes import SequentialIds

FULL = """\
nombre: "null"
rubro: "123"
direccion: "Calle 9 # 1-2: interior"
zona_horaria: Europe/Madrid
pais: ES
contacto: {telefono: 915550101, email: a@b.example, whatsapp: wa.me/34615550101, redesSociales: [x.example/a]}
responsable: {nombre: Sol, domicilio: Madrid, correo: a@b.example}
consentimiento: {acepta: true, nombre: Ana, version: "2"}
horarios: {viernes-lunes: ["00:00-05:00", "22:00-24:00"], miercoles: ["10:00-11:00"]}
excepciones: [{desde: 2026/08/01, hasta: 2026/08/15, cerrado: true}, {fecha: 2026/08/10, horarios: ["10:00-11:00"]}]
politicas: {slot_minutos: 5, confirmar: no, abre_feriados: sí, presupuesto_ia_mensual_usd: 7.50}
ia: hibrido
excluidos: [Mamá, "no", "+34 600000000"]
servicios: [{NombreServicio: "sí", Duración: 1440, Precio: 0x1F, alias: ["no", "~"]}, {NombreServicio: baño, Duración: 5}]
recursos: [{nombre: "3", tipo: espacio, servicios: [baño, "sí"], horarios: {lunes: cerrado}},
           {nombre: Lucía, excepciones: [{fecha: 2026/09/05, cerrado: true}]}]
cloud: {phone_number_id: "105512345", token_env: CITAS_CLOUD_TOKEN_SOL}
"""


def consent_of(draft: TenantDraft) -> Consentimiento:
    given = draft.consentimiento
    assert given is not None
    return Consentimiento(1, given.acepta, given.version, given.nombre, 0, None, "archivo")


@pytest.fixture
def draft() -> TenantDraft:
    return parse_tenant(FULL.encode())


def test_the_file_that_is_written_makes_the_same_tenant(draft: TenantDraft) -> None:
    tenant = merged_tenant(SequentialIds(), draft, None)

    assert parse_tenant(tenant_yaml(tenant, consent_of(draft)).encode()) == draft


def test_so_does_the_file_as_json(draft: TenantDraft) -> None:
    tenant = merged_tenant(SequentialIds(), draft, None)

    assert parse_tenant(json.dumps(tenant_dict(tenant, consent_of(draft))).encode()) == draft


def test_an_opt_in_that_the_app_gave_is_not_the_files_to_repeat(draft: TenantDraft) -> None:
    tenant = merged_tenant(SequentialIds(), draft, None)

    assert "consentimiento" not in tenant_dict(tenant, replace(consent_of(draft), origen="http"))
    assert "consentimiento" not in tenant_dict(tenant, None)
