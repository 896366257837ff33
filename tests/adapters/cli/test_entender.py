from pathlib import Path

import pytest

from terminal import BARBERIA, Terminal

LUNES = "2026-08-24T09:00"


def test_it_shows_what_was_read_and_by_what_evidence(terminal: Terminal) -> None:
    answer = terminal.ask(
        "entender", "me corre la motilada del jueves pal viernes tipo 3 con Camilo", "--ahora", LUNES
    )

    assert answer["intención"] == ["cambiar"]
    assert answer["ahora"] == ["2026/08/24 09:00"]
    assert answer["día"] == ["2026/08/28   «viernes» [36–43]"]
    assert answer["de la cita: día"][0].startswith("2026/08/27")
    assert answer["con"] == ["Camilo"]
    assert answer["dudas"] == ["hora_sin_mitad, hora_vaga"]


def test_it_tells_whose_price_is_asked(terminal: Terminal) -> None:
    answer = terminal.ask("entender", "corte mañana a las 10 am, ¿cuánto vale la barba?", "--ahora", LUNES)

    assert (answer["consulta"], answer["de"]) == (["precio"], ["barba"])
    assert answer["servicio"] == ["corte cabello"]


@pytest.mark.parametrize(
    ("texto", "dudas"),
    [
        ("corte el 30 de febrero", "fecha_imposible"),
        ("corte el martes 26 de agosto", "fecha_incoherente"),
        ("corte el martes o el jueves a las 4 de la tarde", "varias_fechas"),
        ("corte para mi hijo mañana a las 10 am", "otra_persona"),
        ("corte mañana a las 10 am", "ninguna"),
    ],
)
def test_each_doubt_has_its_code(terminal: Terminal, texto: str, dudas: str) -> None:
    assert terminal.ask("entender", texto, "--ahora", LUNES)["dudas"] == [dudas]


def test_a_notice_of_the_system_is_named(terminal: Terminal) -> None:
    assert terminal.ask("entender", "🎤 Mensaje de voz (0:15)")["aviso del sistema"] == ["medio"]


def test_it_reads_with_the_catalogue_of_a_file(terminal: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "negocio.yaml"
    file.write_text(BARBERIA.read_text("utf-8").replace("barba", "uñas"), "utf-8")

    assert terminal.ask("entender", "unas uñas mañana", "--tenant", file)["servicio"] == ["uñas"]


def test_a_wrong_instant_and_a_missing_file_are_told(terminal: Terminal, tmp_path: Path) -> None:
    wrong = terminal.type("entender", "hola", "--ahora", "ayer")
    missing = terminal.type("entender", "hola", "--tenant", tmp_path / "nada.yaml")

    assert (wrong.exit_code, missing.exit_code) == (2, 1)
    assert "nada.yaml" in missing.output
