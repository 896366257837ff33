"""One document, one text; many documents, one hash, in whatever order they come."""

import json
from dataclasses import replace
from itertools import permutations

from builders import a_cita, a_tenant
from citas.application.canonical import Fingerprint, canonical
from citas.domain.deseos import Intencion
from store_scenes import a_cliente, a_mensaje, an_espera


def of(*documents: object) -> Fingerprint:
    found = Fingerprint()
    for document in documents:
        found = found.plus(document)
    return found


def test_the_text_is_json_with_the_fields_as_the_contract_writes_them() -> None:
    read = json.loads(canonical(a_cita("2025/08/29 10:00")))

    assert read["estado"] == "confirmada"
    assert read["slots"][0][1:] == ["2025/08/29", 120]
    assert json.loads(canonical(a_mensaje()))["intencion"] == Intencion.AGENDAR.value
    assert json.loads(canonical(an_espera()))["deseo"]["nombre"] == "Juan"
    assert json.loads(canonical(a_tenant()))["politicas"]["slot_minutos"] == 15


def test_the_order_does_not_matter_and_everything_else_does() -> None:
    documents = [a_cita(), a_cliente(), a_mensaje()]

    assert len({of(*some) for some in permutations(documents)}) == 1
    assert of(*documents) != of(*documents[1:])
    assert of(a_cliente()) != of(replace(a_cliente(), version=2))
    assert of(a_cliente(), a_cliente()) != of(a_cliente())
    assert of(a_cliente(), a_cliente()) != of()


def test_parts_add_up() -> None:
    assert of(a_cita()) + of(a_cliente(), a_mensaje()) == of(a_mensaje(), a_cita(), a_cliente())
    assert len(of(a_cita()).hex) == 64
