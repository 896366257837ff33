"""The environment: its defaults, and how what cannot be is refused."""

from pathlib import Path

import pytest

from citas.settings import ModelSettings, Settings, SettingsError, settings_from


def complaints(**env: str) -> tuple[str, ...]:
    with pytest.raises(SettingsError) as caught:
        settings_from(env)
    return caught.value.problemas


def test_an_empty_environment_has_the_defaults_of_the_contract() -> None:
    assert settings_from({}) == Settings(
        store=Path("citas.db"),
        clock=None,
        log="json",
        redis=None,
        message_timeout=10.0,
        cors_origins=(),
        limite_por_minuto=1200,
        url_publica=None,
        alerta_webhook=None,
        metrics_token=None,
        unknown=(),
    )


def test_three_slashes_are_relative_and_four_absolute(tmp_path: Path) -> None:
    assert settings_from({"CITAS_STORE": "sqlite:///otra.db"}).store == Path("otra.db")
    assert settings_from({"CITAS_STORE": f"sqlite:///{tmp_path}/a.db"}).store == tmp_path / "a.db"


@pytest.mark.parametrize(
    "address",
    [
        "mongodb://localhost/citas?replicaSet=rs0",
        "mongodb://u:secr%40eto@uno:27017,dos:27018/citas?replicaSet=rs0&tls=true",
        "mongodb+srv://u:secreto@cluster.example.com/citas",
    ],
)
def test_a_mongodb_is_taken_as_it_is_written_and_never_shown(address: str) -> None:
    settings = settings_from({"CITAS_STORE": address})

    assert settings.store == address
    assert address not in repr(settings)


def test_origins_are_separated_by_commas() -> None:
    origins = settings_from({"CITAS_CORS_ORIGINS": "https://a.co, http://localhost:3000/"}).cors_origins

    assert origins == ("https://a.co", "http://localhost:3000")


@pytest.mark.parametrize(
    "address", ["redis://localhost", "rediss://:clave@h:6380/2", "unix:///run/redis.sock?db=1"]
)
def test_a_redis_is_reached_over_the_network_or_a_socket(address: str) -> None:
    assert settings_from({"CITAS_REDIS": address}).redis == address


def test_what_is_empty_counts_as_absent() -> None:
    assert settings_from({"CITAS_CLOCK": "", "CITAS_REDIS": " "}) == settings_from({})


MODEL = {"CITAS_LLM_BASE_URL": "https://modelo.example/v1/", "CITAS_LLM_MODEL": "chico"}


def test_a_model_makes_hibrido_the_usual_mode() -> None:
    settings = settings_from(MODEL)

    assert settings.ia == "hibrido"
    assert settings.modelo == ModelSettings("https://modelo.example/v1", "chico")


def test_reglas_may_stand_beside_a_model_which_then_serves_whoever_asks_for_it() -> None:
    settings = settings_from({**MODEL, "CITAS_IA": "reglas"})

    assert settings.ia == "reglas"
    assert settings.modelo is not None


def test_all_that_can_be_said_of_a_model() -> None:
    settings = settings_from(
        {
            **MODEL,
            "CITAS_IA": "llm",
            "CITAS_LLM_API_KEY": "sk-1",
            "CITAS_LLM_SCHEMA": "json_object",
            "CITAS_LLM_AUTH": "api-key",
            "CITAS_LLM_PRECIOS": "0.20, 1.25",
            "CITAS_LLM_TIMEOUT": "5",
        }
    )

    assert settings.modelo == ModelSettings(
        "https://modelo.example/v1", "chico", "sk-1", "json_object", "api-key", (0.2, 1.25), 5.0
    )
    assert "sk-1" not in repr(settings)


def test_a_model_needs_its_name_and_its_address() -> None:
    (no_name,) = complaints(CITAS_LLM_BASE_URL="https://modelo.example/v1")
    (no_address,) = complaints(CITAS_LLM_MODEL="chico")

    assert no_name.startswith("CITAS_LLM_MODEL: falta; escriba cómo llama su proveedor al modelo")
    assert no_address.startswith("CITAS_LLM_BASE_URL: falta; escriba la dirección del modelo")


@pytest.mark.parametrize(
    ("variable", "value", "says"),
    [
        ("CITAS_STORE", "mongodb://u:secreto@h:27017", "a «mongodb://…@h:27017» le falta el nombre de la base"),
        ("CITAS_STORE", "mongodb://u:secreto@h/?replicaSet=rs0", "a «mongodb://…@h/?replicaSet=rs0» le falta el nombre"),
        ("CITAS_STORE", "mongodb://u:secr@eto@h/x", "«mongodb://…@h/x» no es la dirección de un MongoDB"),
        ("CITAS_STORE", "mongodb:/h/x", "«mongodb:/h/x» no es la dirección de un MongoDB; escríbala así: mongodb://"),
        ("CITAS_STORE", "postgres://u:secreto@h/x", "«postgres://…@h/x» no es un almacén; escriba sqlite:///citas.db"),
        ("CITAS_STORE", "sqlite:///", "«sqlite:///» no es un almacén; escriba"),
        ("CITAS_STORE", "sqlite:///no/hay/citas.db", "la carpeta «no/hay» no existe; créela"),
        ("CITAS_STORE", "sqlite:////tmp", "«/tmp» es una carpeta; agregue el nombre del archivo"),
        ("CITAS_IA", "llm", "«llm» necesita un modelo; escriba CITAS_LLM_BASE_URL y CITAS_LLM_MODEL"),
        ("CITAS_IA", "hibrido", "«hibrido» necesita un modelo; escriba CITAS_LLM_BASE_URL"),
        ("CITAS_IA", "magia", "«magia» no existe; escriba reglas, hibrido o llm"),
        ("CITAS_LLM_BASE_URL", "api.openai.com", "«api.openai.com» no es una dirección; escríbala entera"),
        ("CITAS_LLM_API_KEY", "sk secreto", "tiene espacios o letras con tilde; escriba"),
        ("CITAS_LLM_SCHEMA", "xml", "«xml» no existe; escriba json_schema, json_object o none"),
        ("CITAS_LLM_AUTH", "basic", "«basic» no existe; escriba bearer o api-key"),
        ("CITAS_LLM_PRECIOS", "caro", "«caro» no son dos precios; escriba los USD por millón de tokens"),
        ("CITAS_LLM_TIMEOUT", "0", "«0» no son segundos; escriba"),
        ("CITAS_REDIS", "localhost:6379", "«localhost:6379» no es la dirección de un Redis; escríbala así: redis://"),
        ("CITAS_REDIS", "http://u:secreto@h", "«http://…@h» no es la dirección de un Redis; escríbala así: redis://"),
        ("CITAS_REDIS", "redis://", "«redis://» no es la dirección de un Redis; escríbala así"),
        ("CITAS_CLOUD_APP_SECRET", "x", "el canal de la Cloud API de Meta no está en esta versión; quite"),
        ("CITAS_LOG", "xml", "«xml» no existe; escriba json o text"),
        ("CITAS_MESSAGE_TIMEOUT", "0", "«0» no son segundos; escriba un número mayor que 0"),
        ("CITAS_MESSAGE_TIMEOUT", "nan", "«nan» no son segundos; escriba"),
        ("CITAS_LIMITE_POR_MINUTO", "-1", "«-1» no es un número entero; escriba 1200, o 0"),
        ("CITAS_URL_PUBLICA", "citas.co", "«citas.co» no es una dirección; escríbala entera"),
        ("CITAS_ALERTA_WEBHOOK", "ftp://a.co", "«ftp://a.co» no es una dirección; escríbala entera"),
        ("CITAS_CORS_ORIGINS", "*", "«*» no es un origen; escriba esquema y dominio"),
        ("CITAS_METRICS_TOKEN", "a b", "tiene espacios o letras con tilde; escriba"),
    ],
)  # fmt: skip  # packed, to be read at a glance
def test_what_cannot_be_names_the_variable_and_the_remedy(variable: str, value: str, says: str) -> None:
    (complaint,) = complaints(**{variable: value})

    assert complaint.startswith(f"{variable}: {says}")
    assert "secreto" not in complaint


def test_every_fault_is_listed() -> None:
    assert len(complaints(CITAS_LOG="xml", CITAS_REDIS="redis:x", CITAS_LIMITE_POR_MINUTO="muchas")) == 3


def test_a_variable_that_means_nothing_is_kept_with_the_name_that_was_probably_meant() -> None:
    env = {"CITAS_STOER": "x", "CITAS_ZZZ": "y", "CITAS_CLOUD_TOKEN_SOL": "z", "HOME": "/"}

    assert settings_from(env).unknown == (("CITAS_STOER", "CITAS_STORE"), ("CITAS_ZZZ", None))
