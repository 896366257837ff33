"""Set phrases that agree, and those that only accompany what is said; folded words in the notation of `dichos`."""

SI = (
    # It is done.
    "trato/dicho hecho | dicho y hecho | hecho y derecho | hecho $ | delo/dalo por hecho | eso esta hecho | trato $ | deal",
    "ya? esta/estamos hecho/cerrado/listo/listos/hablado/todo | ya estuvo? cerrado/cerrada | cerrado/cerrada $ | cerremos/cerremoslo/cerremosla",
    "cierralo/cierrala | queda/quedamos asi | queda/quedamos en eso | ahi quedamos | ya esta/estas/estuvo/dijo/vas . | ya? por fin",
    # There is nothing to discuss.
    "no se? diga/hable/discuta mas | no le pienso/doy mas vueltas? | nada que pensar/pensarlo/hablar/decir | no? faltaba mas",
    "y/pero como no | claro que si como no | como no . | como no con mucho/todo? gusto | como no claro | como que no . | quien dijo miedo | sin miedo",
    "a ojo/ojos cerrado/cerrados | con los ojos cerrados | pa/para luego es tarde | para ayer | sin duda/dudas/dudarlo | ya? te dije que si",
    "que si . | que? asi sea | desde luego | naturalmente | ciertamente que? | of course | why not",
    "pero claro/obvio | pero por supuesto | obvio/obvi/obvis/obvios | obvio/obvi/obvis/obvios que si | dale/si/va/listo/hagale/dele/deme/denle no mas",
    # It is right, or good.
    "por mi si/perfecto/bien/dale/vale/ok . | ^ entonces si/dale/listo/vale/va . | bueno/ok/pues/ah entonces si/dale/listo/vale .",
    "queda confirmado/confirmada/agendado/agendada/reservado/reservada/apartado/apartada . | ya quedo/quedamos entonces? .",
    "con seguridad . | segurisimo . | aro que si | bravazo .",
    "asi mismo es . | ^ positivo/aprobado/aprobada/conforme/cabal/espectacular/impecable/brutal . | un lujo . | ^ ta/re bueno/buena/bien .",
    "es/esta/todo correcto/correcta/perfecto/perfecta/ok/exacto/excelente/buenisimo/buenisima | es/esta/todo en orden | es/esta/todo correcto/correcta/perfecta la informacion",
    "eso es $ | tal cual/como | tal cual/como dices/dice/esta | estoy de acuerdo | excelente/buena/perfecta opcion/idea/hora",
    "de diez/10/lujo/pelos/perlas/maravilla/fabula/one/rosas/ley/fly/frente/volada | ^ muy? bien . | ^ muy? bien muchas? gracias | ahi mismo",
    # That one, both, all of it.
    "las/los dos/tres cosas? | ambas/ambos cosas? | esa/ese/eso/esas/esos tambien | esa/ese/eso es . | a? todo .",
    "esa/ese/eso mera/mero/merita/merito/mismita/mismito/nomas/precisamente/justamente/exactamente .",
    "^ esa/ese/eso/esas/esos por favor/fa/fis $ | ^ esa/ese/eso/esas/esos porfa/porfis/porfavor $",
    "justo/justamente/precisamente/exactamente esa/ese/eso . | ^ si? esas/esos/estas/estos dos/tres/cuatro/2/3/4/mismas/mismos citas? .",
    "eso/esa/ese/esas/esos/asi/ahi si me sirve/sirven/queda/conviene/cuadra/acomoda . | a? esa hora si .",
    "a? esa hora perfecto/bien/genial/excelente/super . | a esa hora si? llego/alcanzo bien? . | ^ ese dia si? puedo . | ^ si? puedo a esa hora .",
    "esa/ese es la/el mia/mio/suya/suyo | esa/ese es la/el de ella/el/ellos/ellas | que si hombre/mujer/señor/señora",
    # It suits me.
    "me queda/viene/va/cae/acomoda/funciona/sirve/conviene super/mas? bien/perfecto/genial/super/excelente/mejor",
    "me queda/viene/va/cae/acomoda/funciona/sirve/conviene mas $ | me queda/viene/va/cae/acomoda/funciona/sirve/conviene de perlas/lujo/maravilla | me queda/acomoda/funciona/conviene $",
    "me queda/viene/cae fino/chevere/bacano/bacan/chido/padre/piola/buenisimo/ideal/excelente .",
    "a esa hora si? puedo . | me late/cuadra/apunto/anoto/sumo | me quedo con esa/ese | nos quedamos con esa/ese | vamos con esa/ese | tomo esa",
    "me tinca . | le entro . | me lanzo .",
    # I will be there.
    "por? alla/ahi/alli/aca llegamos/llego/voy/vamos/caigo/caemos/estaremos/estare/estoy/andare | por? alla/ahi/alli/aca nos vemos",
    "por? alla/ahi/alli/aca los/te veo | por? alla/ahi/alli/aca le caigo | por? alla/ahi/alli/aca nos pillamos/encontramos/topamos . | por? alla/ahi/alli/aca le/te/les llego . | por ahi paso | te/le/les/los/nos veo ahi/alla/el",
    "te/le/les/los/nos veo ese dia | ^ vamos/voy . | cuenta/cuente/cuenten conmigo | confirmo mi? asistencia",
    # Leave it so.
    "me? la/lo deja/dejas/dejan confirmada/confirmado/apartada/apartado/agendada/agendado/anotada/anotado/lista/listo",
    # I take it.
    "firmo | compro | acepto | aceptamos | con mucho/todo? gusto | encantado/encantada | feliz $ | contento",
    # Go ahead.
    "adelante/proceda $ | ^ adelante/proceda . | puede/puedes/podes proceder . | adelante/proceda por favor | puede/puedes/podes proceder por favor",
    "puede/puedes/podes/pueden agendar/reservar/apartar/anotar/confirmar/guardar/separar .",
    "puede/puedes/podes/pueden agendarla/reservarla/apartarla/anotarla/confirmarla/guardarla/separarla .",
    "puede/puedes/podes/pueden agendarlo/reservarlo/apartarlo/anotarlo/confirmarlo/guardarlo/separarlo .",
    "puede/puedes/podes/pueden agendarme/reservarme/apartarme/anotarme/confirmarme/guardarme/separarme .",
    "puede/puedes/podes/pueden agendarmela/reservarmela/apartarmela/anotarmela/confirmarmela/guardarmela/separarmela .",
    "hazme/hagame/haceme el favor y? | ponme/pongame/poneme ahi | ponme en esa | ponme en la lista | tome/toma nota | tomela/tomala",
    "^ dele/denle . | ^ dele/denle pues/nomas . | si/ok/listo/bueno/ya/pues/andale/andele/sale/va dele/denle pues/nomas? .",
    "^ hazlo/hagalo/hacelo/haganlo/prosiga . | si/dale/ok/listo/vale/ya/pues hazlo/hagalo/hacelo/haganlo . | dale/dele viaje/play/gas/candela .",
    "^ metame/meteme/metanme/metenos/metanos ahi? . | ^ cogela/cojala/cogemela/cojamela/agarrala/agarrela/agarramela/agarremela/pillala/pillamela .",
    "de una . | de una vez/mi | da de baja | dale/dele/dame/deme la? de baja",
    # How a yes is written.
    "sip/sips/sipo/sipos/sipa/sipas/siip/siips/siipo/siipa/siu/siuu/siuuu/siiu/siiuu/see/seee/seeee/seep/yep/yas | sep/s/ss/sss/ssss $ | ya ya",
    "oka/oky/oks/okas/okis/okidoki/okay/okaay/okayy/okaayy | oki doki | ok/okey makey | ujum/uhum/mhm/mjm/aja | dale/va que/q va | ok/listo q va",
    # The two ways of it together.
    "dale/dele/ok/okey/sale/va/vale/listo/bueno/ya/venga/claro/perfecto/andale/andele/orale/hagale si .",
    # Mexico.
    "arre gusto? | arre con la que barre | fierro pariente? | sobres | juega . | ya rugiste . | a huevo | echale/entrale/aventate/avientate/jalate/entrele",
    "va/sale pues | va/sale y vale | va/sale que va | que va que va | chido/padrisimo/cool/simon/simonky",
    # Colombia.
    "hagamosle | haga/hagale pues | listo el pollo | listo calisto/calixto | metale/metala | mandale/mandele | dele plomo | bobis | joya",
    # Chile, Argentina, Peru.
    "filete | la raja | al tiro | buena onda | terrible/terribl bueno | piola | bakan/bacanisimo/chevere | ya pe/po/pues/pos",
    "^ ya seño/señito/caserita/caserito/ñaño/ñañito/mijin . | ^ ya pes . | ^ ta . | vaa/vaaa/vaaaa/okaa/okaaa/okaaaa",
    # Venezuela, Costa Rica.
    "fino/fina . | fino/fina pana | depinga | regio/regia",
)

CORTESIA = (
    # "Si Dios quiere" sets no condition.
    "si dios lo? quiere/permite | dios mediante | primero dios | con el favor de dios | con la ayuda de? dios | gracias a de? dios",
    "que? dios le/te/los pague/bendiga | bendito dios | mil/infinitas gracias | muchisima/muchisimas/muchisimo/muchisimos gracias? | por fa",
    "gracias por tu/su/la ayuda/atencion/amabilidad/paciencia | eres/sos/es un sol/amor/angel | sin falta | pura vida",
    "^ que bueno/bien/chevere/nota/rico/genial/lindo/alegria/maravilla/emocion .",
    # "Qué pena" takes nothing back.
    "que? pena/verguenza | que? pena/verguenza con usted/ustedes/vos | lo siento/lamento mucho? | mil? disculpa/disculpas/disculpe/disculpen",
    "mil? perdona/perdone/perdonen/perdoname/perdoneme/perdonenme/disculpame/disculpeme/disculpenme/disculpa/disculpas",
    # Who comes, and in what order.
    "atras/detras/despues/antes/seguido mio | atras/detras/despues/antes/seguido de mi | atras/detras/despues/antes/seguido del mio",
    "uno/una tras otro/otra | uno/una detras de otro/otra | ella/ellos? va/viene/van/vienen conmigo | vamos/iremos/voy juntos/juntas",
    "vamos/iremos/voy los dos | vamos/iremos/voy con el/ella/ellos/mi | es para mi/el/ella/nosotros | no mas $",
    # A good day.
    "que este/estes/esten/tenga/tengas/tengan/pase/pases/pasen muy? bien?",
    "muy? feliz/lindo/linda/buen/bueno/buena/buenos/buenas/bonito/bonita/excelente dia/dias/tarde/tardes/noche/noches/semana/finde/jornada/resto",
    "feliz/lindo/bonito/buen/excelente fin de semana | quedo muy? atento/atenta/pendiente | quedo al pendiente | mi nombre | nombre mio | solo/solamente yo | con el/ella | quedo muy? a la espera | hasta entonces/luego/pronto",
    # To whom it is said.
    "amigo/amiga/amigazo/hermano/hermana/socio/jefe/jefecito/caballero/capo/crack/llave/maja/majo/mona/mono/guapo/guapa/linda/lindo/loco",
    "chico/chica/chaval/muchacho/mujer/hombre/viejo/gente/equipo/primo/prima/tio/tia/tranquilo/tranquila/master/men/man/we/weon",
    "broder/guey/cuate/compa/compita/cumpa/mano/manito/manita/panita/parcera/oe/pe/plomo/pronto/habla/microbio/ñaño/fa",
    "joven/jovencito/jovencita/miss/inge/ingeniero/ingeniera/lic/licenciado/licenciada",
    "patroncito/patroncita/comadre/damita/madrecita/jefita/vecinita/vecinito/doctorcito/doctorcita/docto/amix/melo/breve/ñañito/ñañita/mijin/manya",
    # How heartily.
    "puntual/puntuales/abrazo/abrazos/agradecido/agradecida/bendiciones/feliz/mucha/mucho/nomas/obligado/po/pes/s/saludos/ss/toda/todo/total",
)
