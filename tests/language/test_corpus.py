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


@pytest.mark.parametrize("path", sorted(CORPUS.glob("*.jsonl")), ids=lambda path: path.stem)
def test_every_line_of_the_corpus_is_understood_as_it_says(
    path: Path, negocios: dict[str, Tenant], en_corto: Callable[[Entendido], dict[str, object]]
) -> None:
    wrong = {}
    for number, text in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        line = json.loads(text)
        tenant = negocios[line["tenant"]]
        ahora = datetime.fromisoformat(line["ahora"]).astimezone(tenant.zona)
        espera = {"intencion": "otro"} | line["espera"]
        said = en_corto(understand(line["mensaje"], tenant, ahora))
        found = {key: said[key] for key in (*espera, *ALWAYS) if said.get(key) is not None}
        if found != espera:
            wrong[f"{path.stem}:{number} {line['mensaje']}"] = (found, espera)
    assert wrong == {}
