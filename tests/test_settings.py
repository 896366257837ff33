"""The environment: its defaults, and how what cannot be is refused."""

from pathlib import Path

import pytest

from citas.settings import Settings, SettingsError, settings_from


def complaints(**env: str) -> tuple[str, ...]:
    with pytest.raises(SettingsError) as caught:
        settings_from(env)
    return caught.value.problemas


def test_an_empty_environment_has_the_defaults_of_the_contract() -> None:
    assert settings_from({}) == Settings(
        sqlite_path=Path("citas.db"),
        clock=None,
        log="json",
        message_timeout=10.0,
        cors_origins=(),
        limite_por_minuto=1200,
        url_publica=None,
        alerta_webhook=None,
        metrics_token=None,
        unknown=(),
    )


def test_three_slashes_are_relative_and_four_absolute(tmp_path: Path) -> None:
    assert settings_from({"CITAS_STORE": "sqlite:///otra.db"}).sqlite_path == Path("otra.db")
    assert settings_from({"CITAS_STORE": f"sqlite:///{tmp_path}/a.db"}).sqlite_path == tmp_path / "a.db"


def test_origins_are_separated_by_commas() -> None:
    origins = settings_from({"CITAS_CORS_ORIGINS": "https://a.co, http://localhost:3000/"}).cors_origins

    assert origins == ("https://a.co", "http://localhost:3000")


def test_what_is_empty_counts_as_absent() -> None:
    assert settings_from({"CITAS_CLOCK": "", "CITAS_REDIS": " "}) == settings_from({})


def test_reglas_may_stand_beside_a_model_that_is_not_used() -> None:
    assert settings_from({"CITAS_IA": "reglas", "CITAS_LLM_MODEL": "x"}) == settings_from({})


@pytest.mark.parametrize(
    ("variable", "value", "says"),
    [
        ("CITAS_STORE", "mongodb://user:secreto@h/citas", "MongoDB no está en esta versión; escriba sqlite:///citas.db"),
        ("CITAS_STORE", "postgres://u:secreto@h/x", "«postgres://…@h/x» no es un almacén; escriba sqlite:///citas.db"),
        ("CITAS_STORE", "sqlite:///", "«sqlite:///» no es un almacén; escriba"),
        ("CITAS_STORE", "sqlite:///no/hay/citas.db", "la carpeta «no/hay» no existe; créela"),
        ("CITAS_STORE", "sqlite:////tmp", "«/tmp» es una carpeta; agregue el nombre del archivo"),
        ("CITAS_IA", "llm", "«llm» no está en esta versión"),
        ("CITAS_IA", "hibrido", "«hibrido» no está en esta versión"),
        ("CITAS_IA", "magia", "«magia» no existe; escriba CITAS_IA=reglas"),
        ("CITAS_LLM_MODEL", "gpt", "hablar con un modelo no está en esta versión"),
        ("CITAS_REDIS", "redis://localhost", "la cola en Redis no está en esta versión; quite la variable"),
        ("CITAS_CLOUD_APP_SECRET", "x", "el canal de la Cloud API de Meta no está en esta versión; quite"),
        ("CITAS_LOG", "xml", "«xml» no es un formato; escriba json o text"),
        ("CITAS_MESSAGE_TIMEOUT", "0", "«0» no son segundos; escriba un número mayor que 0"),
        ("CITAS_MESSAGE_TIMEOUT", "nan", "«nan» no son segundos; escriba"),
        ("CITAS_LIMITE_POR_MINUTO", "-1", "«-1» no es un número entero; escriba 1200, o 0"),
        ("CITAS_URL_PUBLICA", "citas.co", "«citas.co» no es una dirección; escríbala entera"),
        ("CITAS_ALERTA_WEBHOOK", "ftp://a.co", "«ftp://a.co» no es una dirección; escríbala entera"),
        ("CITAS_CORS_ORIGINS", "*", "«*» no es un origen; escriba esquema y dominio"),
        ("CITAS_METRICS_TOKEN", "a b", "tiene espacios o letras con tilde; escriba"),
    ],
)  # fmt: skip
def test_what_cannot_be_names_the_variable_and_the_remedy(variable: str, value: str, says: str) -> None:
    (complaint,) = complaints(**{variable: value})

    assert complaint.startswith(f"{variable}: {says}")
    assert "secreto" not in complaint


def test_every_fault_is_listed() -> None:
    assert len(complaints(CITAS_LOG="xml", CITAS_REDIS="redis://x", CITAS_LIMITE_POR_MINUTO="muchas")) == 3


def test_a_variable_that_means_nothing_is_kept_with_the_name_that_was_probably_meant() -> None:
    env = {"CITAS_STOER": "x", "CITAS_ZZZ": "y", "CITAS_CLOUD_TOKEN_SOL": "z", "HOME": "/"}

    assert settings_from(env).unknown == (("CITAS_STOER", "CITAS_STORE"), ("CITAS_ZZZ", None))
