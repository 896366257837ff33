"""Texts that no person wrote are told from those that one did."""

import pytest

from citas.language.notices import Notice, notice_of


@pytest.mark.parametrize("texto", ["eco", "Eco!", "  ECO ", "eco."])
def test_the_onboarding_echo(texto: str) -> None:
    assert notice_of(texto) is Notice.ECO


@pytest.mark.parametrize(
    "texto",
    ["", "   ", "Llamada perdida", "Videollamada perdida", "Los mensajes y las llamadas están cifrados de extremo a extremo.",
     "Mensajes y llamadas están cifrados. Toca para más información", "Llamada de voz entrante", "3 mensajes nuevos",
     "Buscando mensajes nuevos…"],
)  # fmt: skip  # packed, to be read at a glance
def test_a_notice_of_the_system(texto: str) -> None:
    assert notice_of(texto) is Notice.SISTEMA


@pytest.mark.parametrize(
    "texto", ["Se eliminó este mensaje", "Este mensaje fue eliminado", "Eliminaste este mensaje"]
)
def test_a_deleted_mensaje(texto: str) -> None:
    assert notice_of(texto) is Notice.ELIMINADO


@pytest.mark.parametrize(
    "texto",
    ["📷 Foto", "🎤 Mensaje de voz (0:07)", "Sticker", "📹 Video (0:31)", "📄 Documento", "📍 Ubicación", "GIF", "👤 Contacto: Ana",
     "🎵 Audio (1:02)", "Imagen omitida", "Nota de voz"],
)  # fmt: skip  # packed, to be read at a glance
def test_a_photo_or_a_voice_note(texto: str) -> None:
    assert notice_of(texto) is Notice.MEDIO


@pytest.mark.parametrize(
    "texto",
    ["hola", "te mando la foto del corte que quiero", "ecos", "eco turno mañana", "llamada", "👍", "se eliminó mi cita?",
     "quiero un turno para la foto carnet", "📅 turno mañana?", "contacto de la dueña?"],
)  # fmt: skip  # packed, to be read at a glance
def test_what_a_person_writes_is_no_notice(texto: str) -> None:
    assert notice_of(texto) is None
