"""The words of courtesy, of yes and no, of people and of what is not an agenda's."""

TRATO = {
    "hola": "hola holaa holaaa ola olaa holi holis holita alo aló hello hi hey ey oiga oye oigan quiubo quihubo quiubole "
    "quibo saludos epa",
    "buenas": "buenas buenos buen buena wenas bnas bnos wena",
    "feliz": "feliz linda lindo bonita bonito bello bella",
    "gracias": "gracias grasias graciass graciaas graciasss agradezco agradecido agradecida agradecer thanks thx grax "
    "agradecemos mercy",
    "adios": "adios chao chau  bye ",
    "ok": "ok perfecta okay okey oki okis okei okk dale listo  listos perfecto perfect excelente genial "
    "correcto exacto exactamente claro deacuerdo acuerdo hagale hágale hagamosle arre orale ándale "
    "andale andele afirmativo fijo obvio efectivamente  venga joya barbaro "
    "buenisimo 👍 👌 ✅ 🙌 💯 ☑ ✔ super chevere bacano aceptado acepto seguro definitivo definitivamente buenazo "
    "cuadrado estupendo fenomenal fantastico maravilloso ideal bacan guay yes yeah yep aja ajá ",
    "sale": "sale salen",
    "acepto": "jalo sipo proceda procede",
    "conmigo": "conmigo",
    "toque": "toque",
    "talvez": "quizas quiza capaz posiblemente probablemente supongamos supongo",
    "caso": "caso",
    "nunca": "nunca jamas",
    "dijo": "dije dijo dijiste",
    "creo": "creo",
    "lavar": "lavarme lavarlo mojar mojarme cepillarme plancharme asolearme",
    "implica": "implica implican significa conlleva supone",
    # One slip from a servicio of many catalogues, and none.
    "palabra": "boton botones metas sepas barras varia votos voto aliado aliados aislado pensado alice borracho borracha borrador",
    "recomendar": "recomiendas recomienda recomiendan recomendarias aconsejas aconseja aconsejan sugieres sugiere sugieren",
    "embarazada": "embarazada embarazo lactando lactancia amamantando menstruacion diabetes diabetico diabetica hipertenso hipertensa",
    "acompanado": "acompanado acompanada acompanante acompanantes",
    "apenas": "apenas",
    "atencion": "atencion",
    "molesta": "molesta odio fastidia",
    "negocio": "salon consultorio clinica peluqueria barberia taller veterinaria estudio estetica centro gabinete optica",
    "encanta": "encanta encantan encanto fascina fascino",
    "vale": "vale bale",
    "bueno": "bueno bno",
    "bien": "bien bn",
    "sisi": "sii sip sipi sisas sisa sizas simon sisi sisisi sisisisi sisisisisi simonky simonki cii zi zii shi "
    "sizi sipirili clarines clarinete clarinetes",
    "seguidas": "seguidos seguidas consecutivos consecutivas pegados pegadas",
    "dejar": "mantenla mantengala mantenela conservala conservela",
    "desocupar": "liberala liberela liberalo liberelo",
    "tumbar": "botala botela botalo tumbala tumbela tumbalo tachala tachela sacala",
    "agregar": "suma sumas sume sumen agregas agregan incluyele metele",
    "primera": "primerita primerito",
    "segunda": "segundita",
    "ultima": "ultimita",
    "nop": "nop nah nope nel nelson nopo nono nones negativo nanai nanay nica nequis niguas",
    "sirve": "sirve sirven gusta  funciona parece conviene acomoda cuadra  ",
    "problema": "problema problemas lio inconveniente afan preocupes preocupe",
    "confirmar": "confirmar confirmo confirma confirme",
    "supuesto": "supuesto",
    "pronto": "pronto",
    "posible": "posible",
    "recordar": "recuerde recordamos recordarle recordarte recordatorio recuerdas recuerda recuerdame recordarme recuerdeme",
    "ofrecer": "ofrecerle ofrecerte ofrecemos ofrecer ofrezco aprovecha aproveche aprovechen",
    "todavia": "todavia aun",
    "pensar": "consulto consultarlo pensar pensarlo pienso pensare piense piensa",
    "pensado": "pense pensando pensandolo",
    "imposible": "imposible imposibilita",
    "necesario": "necesario necesaria obligatorio obligatoria indispensable falta",
    "politica": "gratis gratuita gratuito plazo limite tardia tardio cancelaciones politica politicas condiciones reglas terminos normas requisito requisitos multa multas penalidad "
    "penalizacion recargo sancion",
    "promo": "promo promos promocion promociones oferta ofertas descuento descuentos sorteo",
    "datos": "datos dato personales privacidad",
    "base": "base sistema registros registro historial",
    "guardan": "guardan guardado guardados guardaron usan",
    "urgente": "urgente urgentemente inmediatamente inmediata urgencia urgencias emergencia emergencias",
    "duele": "duele duelen doliendo dolor dolores dolorcito inflamado inflamada hinchado hinchada sangra sangrando",
    "aguanto": "aguanto aguantar soporto",
    "rompio": "rompio partio quebro despego cayo",
    "mandaron": "mandaron mando receto recetaron remitieron remitio ordenaron",
    "lleno": "lleno llena full ocupado ocupada copado copada",
    "feriado": "festivo festivos feriado feriados",
    "vehiculo": "carro carrito moto motico camioneta coche auto vehiculo bici bicicleta",
    "suministro": "agua energia gas internet luz electricidad",
    "estimado": "estimado estimada estimados",
    "usuario": "usuario usuaria usuarios cliente clientes afiliado afiliada suscriptor",
    "cosa": "pizza hamburguesa cafe gaseosa jugo comida empanadas mesa mesas vuelo vuelos habitacion hotel pasaje tiquete boleta boletas lavadora despertador alarma cancion foto fotos video videos pelicula serie musica chiste chistes empleo curso cursos beca plata dinero consejo permiso factura recibo certificado comprobante apartamento zapatos ropa cera crema shampoo champu taxi uber remis restaurante hospedaje contraseña clave password idioma evento eventos suscripcion deuda mensaje canal receta helado brownie cocina vestido blusa camisa camiseta pantalon falda chaqueta bolso membresia contrato temporizador respuesta respuestas solucion explicacion",
    "aprender": "aprender estudiar trabajar comprar preguntar felicitar viajar dormir",
    "vendo": "vendo vendemos permuto alquilo arriendo distribuimos",
    "banco": "banco cargo compra compras retiro consumo saldo terminacion bancolombia davivienda bbva santander "
    "banorte",
    "tramite": "notaria dian eps embajada consulado visa juzgado fiscalia pasaporte registraduria sat afip anses banamex",
    "jefe": "jefe jefa gerente supervisor supervisora propietario propietaria",
    "profesional": "doctor doctora barbero barbera estilista dentista odontologo odontologa especialista pediatra "
    "dermatologo dermatologa esteticista manicurista peluquero peluquera fisio fisioterapeuta kinesiologo kinesiologa veterinario veterinaria podologo podologa ortodoncista tatuador tatuadora masajista cosmetologa mecanico",
    "personas": "personas pers",
    "vernos": "vemos vemo veremos",
    "empresa": "empresa fabrica hospital guardia agencia",
    "queja": "queja reclamo reclamar devuelve devuelves devolver devolucion reembolso",
    "llamame": "llamame llameme llamenme marcame marqueme",
    "informacion": "informacion info",
    "cierto": "cierto verdad",
    "dejaron": "dejaron dejo",
    "baja": "baja bajas bajame bajeme bajar",
    "prefiero": "prefiero preferiria preferimos",
    "toca": "toca tocaba",
    "ahora": "ahora ahorita ahorit",
    "luego": "luego",
    "escribo": "escribo hablamos aviso escribe escribeme escribirme",
    "opcion": "opcion opciones",
    "fecha": "fecha fechas",
    "pie": "pie",
    "tiempo": "tiempo",
    "casa": "casa",
    "complico": "cruzo complico complica complicó surgio salio  presento ocurrio imprevisto atravesó atraveso enferme enferma "
    "enfermo accidente quebre",
    "quieta": "quieta quieto tal igual   tranquila",
    "persona": "persona humano humana alguien asesor asesora dueno duena dueño dueña encargado encargada agente operador "
    "operadora recepcionista secretaria administrador administradora ejecutivo ejecutiva humanos personal "
    "vendedor vendedora empleado empleada representante",
    "hablar": "hablar hablo hable comunicar comunicarme comunica comuniqueme comunicame charlar contactar contacto "
    "comunicarse llamar llama llame llamen llameme conversar comuniquen  contacten  chatear",
    "llamada": "llamada llamadas videollamada videollamadas",
    "directamente": "directamente personalmente",
    "robot": "robot bot maquina automatico automatica inteligencia ia chatbot contestador",
    "whatsapp": "whatsapp wasap whats meta",
    "oficial": "oficial oficiales verifico verificado verificaron",
    "precio": "cotizar coticen cotice cotizacion cotizame cotizarme precio precios valor valores tarifa tarifas costo costos coste    presupuesto",
    "cuesta": "cuesta cuestan valen costaria valdria ",
    "dura": "demoro demoramos dura duran demora demoran tarda tardan duracion tardaria demoraria ",
    "horario": "horario",
    "horarios": "horarios",
    "abrir": "atendiendo cerraron abrieron abierto abiertos cerrado cerrados cerraran abriran laboran",
    "direccion": "barrio direccion ubicacion ubicados ubicadas ubicado ubicada ubican  local sede mapa  direcion "
    "ubicasion ",
    "servicios": "servicios catalogo carta menu",
    "numero": "numero nro",
    "telefono": "telefono correo email mail instagram facebook redes celular tiktok pagina web",
    "nombre": "nombre",
    "somos": "somos",
    "copia": "copia copias",
    "mio": "mio mia mios mias",
    "soy": "soy habla",
    "llamo": "llamo",
    "parte": "parte",
    "familiar": "señora hijo hija hijos hijas hermano hermana hermanito hermanita esposo esposa marido mujer "
    "novio novia sobrino sobrina nieto nieta primo prima amigo amiga suegra suegro cunado cunada "
    "cuñado cuñada pareja compañero compañera companero companera nino nina niño niña bebe hermanos pelao pelado  "
    "hijito hijita amiguito amiguita vieja viejo viejita viejito jefecita nene nena  chiquito tutor paciente perrito perro gato "
    "pololo polola cucho cucha guagua peque jevo jeva conviviente prometido prometida ahijado ahijada padrino madrina",
    "pariente": "mama papa mami papi tio tia abuelo abuela mamita papito abuelita abuelito titi",
    "pagar": "transferencia efectivo tarjeta nequi daviplata datafono bizum yape plin transferir consignacion consignar cuota cuotas mensualidad mensualidades "
    "mercadopago abonar anticipo credito debito pago pagos",
    "codigo": "codigo",
    "verificacion": "verificacion otp",
    "futbol": "partido gol futbol juega juegan",
    "fiesta": "cerveza cervezas polas asado parranda rumba fiesta guaro novela",
    "domicilio": "domicilio",
    "reunion": "reunion reuniones misa comida cumpleanos almuerzito asamblea velorio almorzamos cenamos comemos",
    "pedido": "pedido encomienda paquete remision mercancia cuchillas insumos proveedor despacho",
    "prestamo": "prestamo prestamos codeudor",
    "llevar": "llevarla llevarlo llevo traigo entrego",
    "trae": "trae traiga traes traer traeme traigame recoge recoges recoger",
    "mercado": "pan leche huevos arroz aceite azucar pollo carne queso verduras frutas tomates cebolla mercado panales",
    "tanto": "tanto tantos",
    "plomero": "plomero plomera fontanero gasfiter electricista cerrajero carpintero albanil taxista",
}

# They say nothing here, and stand anywhere.
RELLENO = (
    "porfa porfis porfi porfavor porfavorcito favor plis pls please xfa xfavor pf porfaa porfaaa "
    "pues pue mijo mija veci vecino vecina parce parcero parcerito amor reina rey bro brother  mk  "
    "don doña doñita doñito seño señito caserita caserito señor señorita sr sra dr dra doc profe  "
    "muy tan bastante muchos muchas jaja jajaja jajajaja jeje jejeje jiji haha mmm mm eh ehh em   ah ahh ay uy uh uf uff ufff ups oh "
    "amable gentil  usted ustedes yo vos nosotros ojala ojalá   corazon "
    "cariño  bb  che po ta mientras "
    "sumerce sumercé mijita mijito reinita carnal compa compadre causa causita wey güey flaco flaca patron patrón "
    "maestro maestrito maestra nena preciosa hermosa princesa muñeca chamo chama pana mae diay gordo gorda tesoro cielo"
)
