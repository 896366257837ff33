"""A yes that something leaves open is none: it would book, move or cancel what nobody agreed to."""

import json
from datetime import datetime
from pathlib import Path

from citas.domain.catalogo import Tenant
from citas.language.rules import understand

DUDOSOS = Path(__file__).parent.parent / "corpus" / "sies_dudosos.jsonl"


def test_no_line_of_the_doubtful_ones_says_yes(negocios: dict[str, Tenant]) -> None:
    taken = []
    for text in DUDOSOS.read_text(encoding="utf-8").splitlines():
        line = json.loads(text)
        tenant = negocios[line["tenant"]]
        ahora = datetime.fromisoformat(line["ahora"]).astimezone(tenant.zona)
        if understand(line["mensaje"], tenant, ahora).si:
            taken.append(line["mensaje"])

    assert taken == []
