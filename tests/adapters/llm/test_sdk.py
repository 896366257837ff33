"""What is sent and read here is what the provider's own client sends and reads."""

import httpx2
import openai

from citas.adapters.system import ServiceClock
from citas.language.candado.contratos import Clasificar
from llm_falso import INTENCION, enchufado
from modelos import Modelo as Scripted


class Permiso(Scripted):
    """Leave for anything."""

    tenant_id, dia = "t", "2026-08-24"

    async def before(self, paso: str, estimado: object) -> float:
        del paso, estimado
        return 5.0

    async def after(self, paso: str, gastado: object, resultado: str) -> None:
        del paso, gastado, resultado


async def test_the_official_client_sends_the_same_body_and_reads_the_same_content() -> None:
    async with enchufado() as enchufe:
        mine = enchufe.interpreter(ServiceClock())
        intento = await mine.classify(Clasificar("quiero un corte"), Permiso())
        (body,) = enchufe.falso.asked
        transport = httpx2.AsyncHTTPTransport(uds=enchufe.socket)
        async with httpx2.AsyncClient(transport=transport) as http:
            sdk = openai.AsyncOpenAI(
                api_key="clave", base_url="http://modelo.example/v1", http_client=http, max_retries=0
            )
            answer = await sdk.chat.completions.create(**body)  # type: ignore[call-overload]  # the body as it was sent

    assert enchufe.falso.asked == [body, body]
    assert enchufe.falso.headers[0]["authorization"] == enchufe.falso.headers[1]["authorization"]
    assert answer.choices[0].message.content is not None
    assert intento.evidencia == INTENCION["evidencia"]
    await mine.close()
