"""Every line of the corpus is understood as it says: a bug report starts as one more line."""

import json
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from citas.domain.catalogo import Tenant
from citas.domain.deseos import Entendido
from citas.language.rules import understand

CORPUS = Path(__file__).parent.parent / "corpus"
LINES = [
    pytest.param(json.loads(line), id=f"{path.stem}:{number}")
    for path in sorted(CORPUS.glob("*.jsonl"))
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
]
# What is silent in `espera` may be anything, but these must be said where they are found.
ALWAYS = (
    "intencion",
    "ajeno",
    "dejar",
    "no",
    "dudosos",
    "desconocido",
    "persona",
    "todas",
    "quita",
    "para_otro",
    "avisame",
    "humano",
    "datos",
    "urgente",
    "personas",
    "salvo_dias",
    "salvo_servicios",
    "otro_recurso",
    "segundo",
)


@pytest.mark.parametrize("line", LINES)
def test_a_line_of_the_corpus_is_understood_as_it_says(
    line: dict[str, object],
    negocios: dict[str, Tenant],
    en_corto: Callable[[Entendido], dict[str, object]],
) -> None:
    tenant = negocios[str(line["tenant"])]
    ahora = datetime.fromisoformat(str(line["ahora"])).astimezone(tenant.zona)
    espera = {"intencion": "otro"} | dict(line["espera"])  # type: ignore[call-overload] # JSON
    understood = en_corto(understand(str(line["mensaje"]), tenant, ahora))
    found = {key: understood.get(key) for key in (*espera, *(key for key in ALWAYS if key in understood))}
    assert {key: value for key, value in found.items() if value is not None} == espera
