"""The pass that folds nodes: what it costs where rules decline."""

from datetime import date

from citas.domain.deseos import Horas
from citas.language.lectura.nodos import Ancla, Reglas, Vista, fold_nodes, rule
from citas.language.lectura.texto import read


def test_a_rule_that_declines_is_asked_once_for_each_place() -> None:
    asked: list[int] = []

    def declines(v: Vista) -> Horas | None:
        asked.append(v.span[0])
        return None

    texto = "3 hasta " * 100
    nodos = read(texto)
    tabla = Reglas((rule("niega", "n12 hasta n12", declines),))

    folded = fold_nodes(nodos, tabla, Ancla(date(2026, 8, 24), 540, texto))

    assert folded == nodos
    assert len(asked) == len(set(asked))
