"""`/docs`: the service's description as a page that needs nothing from outside."""

from collections.abc import Awaitable, Callable
from importlib.resources import as_file, files
from typing import Final

from fastapi import FastAPI
from fastapi.openapi.docs import get_swagger_ui_html
from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, Response

# The package is taken for the files it carries: Swagger UI, which FastAPI's own page fetches from a CDN.
_PACKAGE: Final = "fastapi_offline"
_ASSETS: Final = {
    "swagger-ui-bundle.js": "text/javascript",
    "swagger-ui.css": "text/css",
    "favicon.png": "image/png",
}


def add_docs(app: FastAPI) -> None:
    """Add the page and the files it loads."""
    page = get_swagger_ui_html(
        openapi_url="/openapi.json",
        title="citas · API",
        swagger_js_url="/docs/swagger-ui-bundle.js",
        swagger_css_url="/docs/swagger-ui.css",
        swagger_favicon_url="/docs/favicon.png",
    )

    async def docs(_request: Request) -> Response:
        return HTMLResponse(page.body)

    app.router.add_route("/docs", docs, include_in_schema=False)
    for name, media_type in _ASSETS.items():
        app.router.add_route(f"/docs/{name}", _asset(name, media_type), include_in_schema=False)


def _asset(name: str, media_type: str) -> Callable[[Request], Awaitable[Response]]:
    with as_file(files(_PACKAGE) / "static" / name) as path:
        found = path

    async def asset(_request: Request) -> Response:
        return FileResponse(found, media_type=media_type, headers={"cache-control": "max-age=86400"})

    return asset
