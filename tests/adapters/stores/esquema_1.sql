-- A file of the first schema with one document of each kind, as sqlite3's .dump tells it.
PRAGMA application_id = 1667855457;
PRAGMA user_version = 1;
BEGIN TRANSACTION;
CREATE TABLE api_keys (
        id TEXT PRIMARY KEY, version INTEGER NOT NULL, tenant_id TEXT NOT NULL, hash TEXT NOT NULL,
        creada INTEGER NOT NULL, dispositivo TEXT, revocada INTEGER
    );
INSERT INTO "api_keys" VALUES('00000000000000000000004e',1,'00000000000000000000007e','hhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhh',1756389600,NULL,NULL);
CREATE TABLE aviso (tenant_id TEXT NOT NULL, "id" TEXT, "version" INTEGER, "tipo" TEXT, "texto" TEXT, "creado" INTEGER, "cita_id" TEXT, "cliente_id" TEXT, "reconocido" INTEGER, "borrar_en" INTEGER, PRIMARY KEY (tenant_id, id));
INSERT INTO "aviso" VALUES('00000000000000000000007e','0000000000000000000000a7',1,'humano','Juan pide una persona.',1756389600,NULL,'0000000000000000000000c1',0,NULL);
CREATE TABLE bloqueo (tenant_id TEXT NOT NULL, "id" TEXT, "version" INTEGER, "recurso_id" TEXT, "start" INTEGER, "end" INTEGER, "slots" TEXT, "motivo" TEXT, "claimed_end" INTEGER, "otros" TEXT, "cruza" INTEGER, PRIMARY KEY (tenant_id, id)) WITHOUT ROWID;
INSERT INTO "bloqueo" VALUES('00000000000000000000007e','000000000000000068b206c0',1,'0000000000000000000000a1',1756497600,1756501200,'2025/08/29 180 12 0000000000000000000000a1',NULL,1756501200,NULL,NULL);
CREATE TABLE cita (tenant_id TEXT NOT NULL, "id" TEXT, "version" INTEGER, "estado" TEXT, "cliente_id" TEXT, "servicios_id" TEXT, "recurso_id" TEXT, "start" INTEGER, "end" INTEGER, "slots" TEXT, "creada" INTEGER, "nombre" TEXT, "telefono" TEXT, "email" TEXT, "conversacion" TEXT, "para_otro" INTEGER, "motivo" TEXT, "expira" INTEGER, "mueve" TEXT, "borrar_en" INTEGER, "claimed_end" INTEGER, "otros" TEXT, "cruza" INTEGER, PRIMARY KEY (tenant_id, id)) WITHOUT ROWID;
INSERT INTO "cita" VALUES('00000000000000000000007e','0000000000000000000000b0',1,'bloqueada','0000000000000000000000c1','["0000000000000000000000c0"]','0000000000000000000000a1',1756486800,1756489500,'2025/08/29 144 9 0000000000000000000000a1',1756400400,'Juan Pérez','+573109876543',NULL,'chat-juan',0,NULL,1756389660,NULL,NULL,1756489500,NULL,NULL);
INSERT INTO "cita" VALUES('00000000000000000000007e','000000000000000068b1c070',1,'confirmada','0000000000000000000000c1','["0000000000000000000000c0"]','0000000000000000000000a1',1756479600,1756482300,'2025/08/29 120 9 0000000000000000000000a1',1756393200,'Juan Pérez','+573109876543',NULL,NULL,0,NULL,NULL,NULL,NULL,1756482300,NULL,NULL);
CREATE TABLE claims (
        tenant_id TEXT NOT NULL, recurso_id TEXT NOT NULL, fecha TEXT NOT NULL, slot INTEGER NOT NULL,
        owner_id TEXT NOT NULL,
        PRIMARY KEY (tenant_id, recurso_id, fecha, slot)
    ) WITHOUT ROWID;
INSERT INTO "claims" VALUES('00000000000000000000007e','0000000000000000000000a1','2025/08/29',120,'000000000000000068b1c070');
INSERT INTO "claims" VALUES('00000000000000000000007e','0000000000000000000000a1','2025/08/29',121,'000000000000000068b1c070');
INSERT INTO "claims" VALUES('00000000000000000000007e','0000000000000000000000a1','2025/08/29',122,'000000000000000068b1c070');
INSERT INTO "claims" VALUES('00000000000000000000007e','0000000000000000000000a1','2025/08/29',123,'000000000000000068b1c070');
INSERT INTO "claims" VALUES('00000000000000000000007e','0000000000000000000000a1','2025/08/29',124,'000000000000000068b1c070');
INSERT INTO "claims" VALUES('00000000000000000000007e','0000000000000000000000a1','2025/08/29',125,'000000000000000068b1c070');
INSERT INTO "claims" VALUES('00000000000000000000007e','0000000000000000000000a1','2025/08/29',126,'000000000000000068b1c070');
INSERT INTO "claims" VALUES('00000000000000000000007e','0000000000000000000000a1','2025/08/29',127,'000000000000000068b1c070');
INSERT INTO "claims" VALUES('00000000000000000000007e','0000000000000000000000a1','2025/08/29',128,'000000000000000068b1c070');
INSERT INTO "claims" VALUES('00000000000000000000007e','0000000000000000000000a1','2025/08/29',144,'0000000000000000000000b0');
INSERT INTO "claims" VALUES('00000000000000000000007e','0000000000000000000000a1','2025/08/29',145,'0000000000000000000000b0');
INSERT INTO "claims" VALUES('00000000000000000000007e','0000000000000000000000a1','2025/08/29',146,'0000000000000000000000b0');
INSERT INTO "claims" VALUES('00000000000000000000007e','0000000000000000000000a1','2025/08/29',147,'0000000000000000000000b0');
INSERT INTO "claims" VALUES('00000000000000000000007e','0000000000000000000000a1','2025/08/29',148,'0000000000000000000000b0');
INSERT INTO "claims" VALUES('00000000000000000000007e','0000000000000000000000a1','2025/08/29',149,'0000000000000000000000b0');
INSERT INTO "claims" VALUES('00000000000000000000007e','0000000000000000000000a1','2025/08/29',150,'0000000000000000000000b0');
INSERT INTO "claims" VALUES('00000000000000000000007e','0000000000000000000000a1','2025/08/29',151,'0000000000000000000000b0');
INSERT INTO "claims" VALUES('00000000000000000000007e','0000000000000000000000a1','2025/08/29',152,'0000000000000000000000b0');
INSERT INTO "claims" VALUES('00000000000000000000007e','0000000000000000000000a1','2025/08/29',180,'000000000000000068b206c0');
INSERT INTO "claims" VALUES('00000000000000000000007e','0000000000000000000000a1','2025/08/29',181,'000000000000000068b206c0');
INSERT INTO "claims" VALUES('00000000000000000000007e','0000000000000000000000a1','2025/08/29',182,'000000000000000068b206c0');
INSERT INTO "claims" VALUES('00000000000000000000007e','0000000000000000000000a1','2025/08/29',183,'000000000000000068b206c0');
INSERT INTO "claims" VALUES('00000000000000000000007e','0000000000000000000000a1','2025/08/29',184,'000000000000000068b206c0');
INSERT INTO "claims" VALUES('00000000000000000000007e','0000000000000000000000a1','2025/08/29',185,'000000000000000068b206c0');
INSERT INTO "claims" VALUES('00000000000000000000007e','0000000000000000000000a1','2025/08/29',186,'000000000000000068b206c0');
INSERT INTO "claims" VALUES('00000000000000000000007e','0000000000000000000000a1','2025/08/29',187,'000000000000000068b206c0');
INSERT INTO "claims" VALUES('00000000000000000000007e','0000000000000000000000a1','2025/08/29',188,'000000000000000068b206c0');
INSERT INTO "claims" VALUES('00000000000000000000007e','0000000000000000000000a1','2025/08/29',189,'000000000000000068b206c0');
INSERT INTO "claims" VALUES('00000000000000000000007e','0000000000000000000000a1','2025/08/29',190,'000000000000000068b206c0');
INSERT INTO "claims" VALUES('00000000000000000000007e','0000000000000000000000a1','2025/08/29',191,'000000000000000068b206c0');
CREATE TABLE cliente (tenant_id TEXT NOT NULL, "id" TEXT, "version" INTEGER, "nombre" TEXT, "telefono" TEXT, "email" TEXT, "aviso_version" TEXT, "aviso_en" INTEGER, PRIMARY KEY (tenant_id, id)) WITHOUT ROWID;
INSERT INTO "cliente" VALUES('00000000000000000000007e','0000000000000000000000c1',1,'Juan Pérez','+573109876543',NULL,NULL,NULL);
CREATE TABLE consentimiento (tenant_id TEXT NOT NULL, "version" INTEGER, "acepta" INTEGER, "texto_version" TEXT, "nombre" TEXT, "cuando" INTEGER, "dispositivo" TEXT, "origen" TEXT, "id" TEXT, PRIMARY KEY (tenant_id, id)) WITHOUT ROWID;
INSERT INTO "consentimiento" VALUES('00000000000000000000007e',1,1,'1','Ana Gómez',1756389600,NULL,'archivo','consentimiento');
CREATE TABLE conversacion (tenant_id TEXT NOT NULL, "id" TEXT, "version" INTEGER, "turno" INTEGER, "cliente_id" TEXT, "de" TEXT, "conversation_id" TEXT, "notification_key" TEXT, "deseo" TEXT, "faltan" TEXT, "alternativas" TEXT, "oferta" TEXT, "desde" INTEGER, "pausa_hasta" INTEGER, "replicas" TEXT, "sin_entender" INTEGER, "ultimo_medio" INTEGER, "ultima_cita_id" TEXT, "ultima_por" TEXT, "salidas_id" TEXT, "pendiente" TEXT, "borrar_en" INTEGER, PRIMARY KEY (tenant_id, id));
INSERT INTO "conversacion" VALUES('00000000000000000000007e','chat-juan',1,0,'0000000000000000000000c1','Juan',NULL,NULL,NULL,'[]','[]',NULL,0,NULL,'[]',0,NULL,NULL,NULL,'[]',NULL,NULL);
CREATE TABLE espera (tenant_id TEXT NOT NULL, "id" TEXT, "version" INTEGER, "conversacion" TEXT, "cliente_id" TEXT, "deseo" TEXT, "desde" INTEGER, "hasta" INTEGER, "recursos_id" TEXT, "creada" INTEGER, "avisada" INTEGER, "borrar_en" INTEGER, PRIMARY KEY (tenant_id, id));
INSERT INTO "espera" VALUES('00000000000000000000007e','0000000000000000000000e5',1,'chat-juan','0000000000000000000000c1','{"intencion":"agendar","nombre":"Juan"}',1756389600,1756476000,'[]',1756389600,0,NULL);
CREATE TABLE generacion (numero INTEGER NOT NULL);
INSERT INTO "generacion" VALUES(4);
CREATE TABLE idempotencia (tenant_id TEXT NOT NULL, "id" TEXT, "version" INTEGER, "cuerpo" TEXT, "lease" INTEGER, "borrar_en" INTEGER, "status" INTEGER, "cabeceras" TEXT, "contenido" TEXT, "cliente_id" TEXT, PRIMARY KEY (tenant_id, id));
INSERT INTO "idempotencia" VALUES('00000000000000000000007e','1111111111111111111111111111111111111111111111111111111111111111',1,'2222222222222222222222222222222222222222222222222222222222222222',1756389630,1756476000,NULL,'[["ETag","\"1\""]]',NULL,'0000000000000000000000c1');
CREATE TABLE latido (tenant_id TEXT NOT NULL, "id" TEXT, "version" INTEGER, "nombre" TEXT, "cuando" INTEGER, "permiso" INTEGER, "escuchando" INTEGER, "bateria_sin_limite" INTEGER, "cola" INTEGER, "version_app" TEXT, "alertado" INTEGER, PRIMARY KEY (tenant_id, id)) WITHOUT ROWID;
INSERT INTO "latido" VALUES('00000000000000000000007e','0000000000000000000000d1',1,'mostrador',1756389600,1,1,0,0,'1.0',0);
CREATE TABLE mensajes (tenant_id TEXT NOT NULL, "id" TEXT, "version" INTEGER, "message_id" TEXT, "conversacion" TEXT, "timestamp" INTEGER, "recibido" INTEGER, "cliente_id" TEXT, "texto" TEXT, "intencion" TEXT, "entidades" TEXT, "contexto_previo" TEXT, "instante" TEXT, "huella" TEXT, "cadena" TEXT, "edita" TEXT, "respuesta" TEXT, "lease" INTEGER, "cita_id" TEXT, "borrar_en" INTEGER, PRIMARY KEY (tenant_id, id));
INSERT INTO "mensajes" VALUES('00000000000000000000007e','aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',1,'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa','chat-juan',1756389600000,1756389600,'0000000000000000000000c1','una cita mañana','agendar','["fecha"]','[]',NULL,NULL,NULL,NULL,'{"estado": "propuesta"}',NULL,NULL,NULL);
CREATE TABLE pausa (tenant_id TEXT NOT NULL, "version" INTEGER, "hasta" INTEGER, "id" TEXT, PRIMARY KEY (tenant_id, id)) WITHOUT ROWID;
INSERT INTO "pausa" VALUES('00000000000000000000007e',1,1756393200,'pausa');
CREATE TABLE recurso (
        tenant_id TEXT NOT NULL, id TEXT NOT NULL, orden INTEGER NOT NULL, cuerpo TEXT NOT NULL,
        PRIMARY KEY (tenant_id, id)
    ) WITHOUT ROWID;
INSERT INTO "recurso" VALUES('00000000000000000000007e','0000000000000000000000a1',0,'{"id":"0000000000000000000000a1","nombre":"Andrés","tipo":"persona","servicios_id":null,"horarios":null,"excepciones":[]}');
INSERT INTO "recurso" VALUES('00000000000000000000007e','0000000000000000000000a2',1,'{"id":"0000000000000000000000a2","nombre":"Camilo","tipo":"persona","servicios_id":null,"horarios":null,"excepciones":[]}');
CREATE TABLE salida (tenant_id TEXT NOT NULL, "id" TEXT, "version" INTEGER, "conversacion" TEXT, "para" TEXT, "texto" TEXT, "creada" INTEGER, "caduca" INTEGER, "libre_en" INTEGER, "conversation_id" TEXT, "notification_key" TEXT, "dispositivo_id" TEXT, "mensaje_id" TEXT, "estado" TEXT, "intento" INTEGER, "cambia_agenda" INTEGER, "dada" INTEGER, "motivo" TEXT, "cliente_id" TEXT, "borrar_en" INTEGER, PRIMARY KEY (tenant_id, id)) WITHOUT ROWID;
INSERT INTO "salida" VALUES('00000000000000000000007e','00000000000000000000005a',1,'chat-juan','Juan','¿Le sirve?',1756389600,1756390200,1756389660,NULL,NULL,NULL,NULL,'pendiente',0,0,0,NULL,'0000000000000000000000c1',NULL);
CREATE TABLE servicio (
        tenant_id TEXT NOT NULL, id TEXT NOT NULL, orden INTEGER NOT NULL, cuerpo TEXT NOT NULL,
        PRIMARY KEY (tenant_id, id)
    ) WITHOUT ROWID;
INSERT INTO "servicio" VALUES('00000000000000000000007e','0000000000000000000000ba',1,'{"id":"0000000000000000000000ba","nombre":"barba","minutos":30,"precio":"12.000","alias":[]}');
INSERT INTO "servicio" VALUES('00000000000000000000007e','0000000000000000000000c0',0,'{"id":"0000000000000000000000c0","nombre":"corte cabello","minutos":45,"precio":"20.000","alias":["corte","motilada","peluqueada"]}');
CREATE TABLE tenant (
        tenant_id TEXT PRIMARY KEY, nombre TEXT NOT NULL, telefono TEXT NOT NULL, cuerpo TEXT NOT NULL
    ) WITHOUT ROWID;
INSERT INTO "tenant" VALUES('00000000000000000000007e','Barbería Los Brothers','','{"id":"00000000000000000000007e","nombre":"Barbería Los Brothers","zona_horaria":"America/Bogota","pais":"CO","horarios":[[{"desde":480,"hasta":720},{"desde":840,"hasta":1080}],[{"desde":480,"hasta":720},{"desde":840,"hasta":1080}],[{"desde":480,"hasta":720},{"desde":840,"hasta":1080}],[{"desde":480,"hasta":720},{"desde":840,"hasta":1080}],[{"desde":480,"hasta":720},{"desde":840,"hasta":1080}],[{"desde":540,"hasta":840}],[]],"rubro":"barberia","direccion":"Calle 123 # 45-67","contacto":{"telefono":null,"email":null,"whatsapp":null,"redes_sociales":[]},"responsable":{"nombre":null,"domicilio":null,"correo":null},"excepciones":[],"politicas":{"cancelacion_min_horas":24,"max_adelanto_dias":30,"anticipacion_min_minutos":0,"buffer_minutos":0,"slot_minutos":15,"bloqueo_segundos":60,"confirmar":true,"abre_feriados":false,"retencion_dias":30,"max_edad_mensaje_minutos":60,"pausa_humana_minutos":30,"max_citas_por_cliente":5,"presupuesto_ia_mensual_usd":"0"},"excluidos":[],"ia":null,"cloud":null}');
CREATE INDEX cita_agenda ON cita (tenant_id, start, id, estado, recurso_id, "end", claimed_end, expira, mueve, otros);
CREATE INDEX cita_cruza ON cita (tenant_id, start) WHERE cruza = 1;
CREATE INDEX bloqueo_cruza ON bloqueo (tenant_id, start) WHERE cruza = 1;
CREATE INDEX cita_cliente ON cita (tenant_id, cliente_id, start);
CREATE INDEX cita_expira ON cita (expira, borrar_en, tenant_id) WHERE estado = 'bloqueada';
CREATE INDEX bloqueo_start ON bloqueo (tenant_id, start);
CREATE INDEX mensajes_cliente ON mensajes (tenant_id, cliente_id, timestamp);
CREATE INDEX mensajes_instante ON mensajes (tenant_id, instante) WHERE instante IS NOT NULL;
CREATE INDEX mensajes_cadena ON mensajes (tenant_id, cadena) WHERE cadena IS NOT NULL;
CREATE INDEX mensajes_lease ON mensajes (lease, tenant_id) WHERE respuesta IS NULL;
CREATE INDEX salida_pendiente ON salida (tenant_id, conversacion, creada, libre_en, caduca) WHERE estado = 'pendiente';
CREATE INDEX aviso_pendiente ON aviso (tenant_id, creado) WHERE reconocido = 0;
CREATE INDEX espera_pendiente ON espera (tenant_id, creada) WHERE avisada = 0;
CREATE INDEX conversacion_borrar_en ON conversacion (borrar_en, tenant_id) WHERE borrar_en IS NOT NULL;
CREATE INDEX mensajes_borrar_en ON mensajes (borrar_en, tenant_id) WHERE borrar_en IS NOT NULL;
CREATE INDEX salida_borrar_en ON salida (borrar_en, tenant_id) WHERE borrar_en IS NOT NULL;
CREATE INDEX aviso_borrar_en ON aviso (borrar_en, tenant_id) WHERE borrar_en IS NOT NULL;
CREATE INDEX espera_borrar_en ON espera (borrar_en, tenant_id) WHERE borrar_en IS NOT NULL;
CREATE INDEX idempotencia_borrar_en ON idempotencia (borrar_en, tenant_id) WHERE borrar_en IS NOT NULL;
CREATE INDEX api_keys_tenant ON api_keys (tenant_id, creada);
CREATE UNIQUE INDEX cliente_telefono ON cliente (tenant_id, telefono) WHERE telefono IS NOT NULL;
CREATE UNIQUE INDEX tenant_nombre ON tenant (nombre, telefono);
CREATE UNIQUE INDEX api_keys_hash ON api_keys (hash);
COMMIT;
