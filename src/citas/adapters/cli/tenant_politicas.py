"""The policies of a tenant file: those left out keep the values of the domain."""

from typing import TypeVar

from citas.adapters.cli.tenant_fields import Campo, Ficha, Read, boolean, choice, integer
from citas.adapters.cli.tenant_formats import budget
from citas.domain.politicas import Politicas

T = TypeVar("T")

_YEAR_HOURS = 366 * 24
_YEAR_MINUTES = _YEAR_HOURS * 60


def politicas(campo: Campo) -> Politicas | None:
    """Read the policies, each within bounds that make sense for a business."""
    ficha, base = Ficha(campo), Politicas()

    def given(name: str, read: Read[T], default: T) -> T:
        value = ficha.get(name, read)
        return default if value is None else value

    read_politicas = Politicas(
        cancelacion_min_horas=given(
            "cancelacion_min_horas", integer(0, _YEAR_HOURS), base.cancelacion_min_horas
        ),
        max_adelanto_dias=given("max_adelanto_dias", integer(0, 730), base.max_adelanto_dias),
        anticipacion_min_minutos=given(
            "anticipacion_min_minutos", integer(0, _YEAR_MINUTES), base.anticipacion_min_minutos
        ),
        buffer_minutos=given("buffer_minutos", integer(0, 720), base.buffer_minutos),
        slot_minutos=given("slot_minutos", _slot, base.slot_minutos),
        bloqueo_segundos=given("bloqueo_segundos", integer(1, 86_400), base.bloqueo_segundos),
        confirmar=given("confirmar", boolean, base.confirmar),
        abre_feriados=given("abre_feriados", boolean, base.abre_feriados),
        retencion_dias=given("retencion_dias", integer(1, 3650), base.retencion_dias),
        max_edad_mensaje_minutos=given(
            "max_edad_mensaje_minutos", integer(1, _YEAR_MINUTES), base.max_edad_mensaje_minutos
        ),
        pausa_humana_minutos=given(
            "pausa_humana_minutos", integer(0, _YEAR_MINUTES), base.pausa_humana_minutos
        ),
        max_citas_por_cliente=given("max_citas_por_cliente", integer(1, 1000), base.max_citas_por_cliente),
        presupuesto_ia_mensual_usd=given(
            "presupuesto_ia_mensual_usd", budget, base.presupuesto_ia_mensual_usd
        ),
    )
    ficha.close()
    return read_politicas


def _slot(campo: Campo) -> int | None:
    value = choice("5", "10", "15")(campo)
    return int(value) if value else None
