"""One POST with a model and nothing behind it, on the server that citas uses."""

import sys

import uvicorn
from fastapi import FastAPI
from pydantic import BaseModel

app = FastAPI(docs_url=None, redoc_url=None)


class Body(BaseModel):
    """A body about as large as a booking's."""

    cliente: dict[str, str]
    servicios_id: list[str]
    fecha: str
    hora_inicio: str
    recurso_id: str


@app.post("/", status_code=201)
async def post(body: Body) -> Body:
    """Answer what was said."""
    return body


if __name__ == "__main__":
    uvicorn.run(
        app, host="127.0.0.1", port=int(sys.argv[1]), log_config=None, access_log=False, server_header=False
    )
