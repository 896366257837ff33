"""Every error of the house has an answer over HTTP, and the docs tell of each one."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from builders import a_cita
from citas.adapters.http.codigos import CODIGOS, codigo_of
from citas.domain import errors
from citas.domain.errors import (
    AGENDA_MOTIVOS,
    AgendaRuleError,
    CitasError,
    CitaStateError,
    InputError,
    PreconditionError,
)

DOCS = Path(__file__).parents[2] / "docs" / "errores.md"
ROW = re.compile(r"^\| `(\w+)` \| (\d{3}) \|", re.MULTILINE)
RULES_WITHOUT_MOTIVO = ("recurso_desconocido", "servicio_desconocido")


def leaves(kind: type[CitasError]) -> Iterator[type[CitasError]]:
    below = kind.__subclasses__()
    if not below:
        yield kind
    for child in below:
        yield from leaves(child)


def examples(kind: type[CitasError]) -> tuple[CitasError, ...]:
    match kind:
        case errors.AgendaRuleError:
            return tuple(AgendaRuleError(codigo) for codigo in (*AGENDA_MOTIVOS, *RULES_WITHOUT_MOTIVO))
        case errors.CitaStateError:
            return (CitaStateError(a_cita()),)
        case errors.PreconditionError:
            return PreconditionError(), PreconditionError(a_cita())
        case errors.InputError:
            return (InputError("fecha", "falta"),)
        case _:
            return (kind(),)


@pytest.mark.parametrize("kind", [*leaves(CitasError)], ids=lambda kind: kind.__name__)
def test_every_error_of_the_house_has_a_codigo_and_a_status(kind: type[CitasError]) -> None:
    for error in examples(kind):
        assert CODIGOS[codigo_of(error)].status in range(400, 600)


def test_the_rules_of_the_agenda_are_422_and_a_taken_hour_is_409() -> None:
    for codigo in (*AGENDA_MOTIVOS, *RULES_WITHOUT_MOTIVO):
        entry = CODIGOS[codigo_of(AgendaRuleError(codigo))]
        assert (entry.status, entry.regla) == ((409, False) if codigo == "ocupado" else (422, True))


def test_the_docs_list_every_codigo_with_its_status_and_no_other() -> None:
    told = {codigo: int(status) for codigo, status in ROW.findall(DOCS.read_text("utf-8"))}

    assert told == {codigo: entry.status for codigo, entry in CODIGOS.items()}
