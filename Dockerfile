# La imagen de citas: lo del candado y nada más, con un usuario sin permisos. La levanta compose.yaml.
FROM python:3.11-slim AS hecho
ENV PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1
WORKDIR /fuente
RUN python -m venv /opt/citas
COPY requirements.lock ./
RUN /opt/citas/bin/pip install --require-hashes -r requirements.lock
COPY pyproject.toml README.md LICENSE ./
COPY src ./src
RUN /opt/citas/bin/pip install --no-deps --no-build-isolation .

FROM python:3.11-slim
COPY --from=hecho /opt/citas /opt/citas
RUN useradd --system --uid 10001 citas
USER citas
ENV PATH=/opt/citas/bin:$PATH PYTHONUNBUFFERED=1
ENTRYPOINT ["citas"]
CMD ["--help"]
