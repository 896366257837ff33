"""What the owner reads."""

from dataclasses import replace

import pytest

from builders import a_cita, a_tenant
from citas.language.escritos.avisos import TipoAviso, aviso_text

TENANT = a_tenant()
CITA = a_cita("2026/08/25 15:00")


@pytest.mark.parametrize("tipo", TipoAviso)
def test_every_aviso_has_words_with_and_without_its_facts(tipo: TipoAviso) -> None:
    for quien, cita, detalle in ((None, None, None), ("Juan Pérez", CITA, "Caja")):
        texto = aviso_text(tipo, TENANT, quien=quien, cita=cita, detalle=detalle)

        assert texto.endswith(".")
        assert ".." not in texto
        assert "None" not in texto


@pytest.mark.parametrize("tipo", [TipoAviso.CANCELACION_TARDIA, TipoAviso.HUECO_LIBERADO, TipoAviso.OLVIDO])
def test_an_aviso_about_a_cita_names_weekday_date_and_hour_and_never_today(tipo: TipoAviso) -> None:
    texto = aviso_text(tipo, TENANT, quien="Juan Pérez", cita=CITA)

    assert "corte cabello con Andrés, el martes 25 de agosto a las 3:00 p. m." in texto
    assert "hoy" not in texto


def test_an_aviso_says_who_wrote_where_that_is_known() -> None:
    assert aviso_text("humano", TENANT, quien="+573109876543").startswith("+573109876543 necesita")
    assert aviso_text("humano", TENANT).startswith("Un cliente necesita")
    assert "si un cliente recibió" in aviso_text("desconocido", TENANT)


def test_a_late_cancellation_says_the_policy_and_that_the_cita_stands() -> None:
    assert aviso_text("cancelacion_tardia", TENANT, quien="Juan Pérez", cita=CITA) == (
        "Juan Pérez quiso cancelar o cambiar: corte cabello con Andrés, el martes 25 de agosto a las 3:00 p. m. "
        "No se hizo, porque faltan menos de 24 horas; la cita sigue en la agenda."
    )


def test_what_was_forgotten_is_not_in_the_aviso() -> None:
    cita = replace(CITA, nombre="Zoraida Quintero", telefono="+573001112233")

    texto = aviso_text("olvido", TENANT, cita=cita)

    assert "Zoraida" not in texto
    assert "3001112233" not in texto


def test_a_silent_device_is_named() -> None:
    assert aviso_text("dispositivo_silencioso", TENANT, detalle="Caja").startswith("El teléfono «Caja» dejó")


def test_an_unknown_tipo_is_a_bug() -> None:
    with pytest.raises(ValueError, match="saludo"):
        aviso_text("saludo", TENANT)
