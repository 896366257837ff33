"""Given names that people write in lower case: "con andrea" is somebody, "con lavado" is not."""

from citas.language.motor.tokens import fold

_NAMES = (
    "adrian adriana agustin agustina alba alberto alejandra alejandro alex alfonso alfredo alicia alma alonso alvaro "
    "amalia amanda amparo ana anabel andrea andres angel angela angelica anibal antonia antonio ariana ariel armando "
    "arturo astrid aurora barbara beatriz belen benjamin bernardo berta betty bianca blanca brayan brenda bruno camila "
    "camilo carla carlos carmen carolina catalina cecilia cesar claudia clara cristian cristina cristobal daniel "
    "daniela danilo dario david dayana debora diana diego dora duvan edgar edison eduardo edwin elena eliana elias "
    "elisa elkin elsa elvira emilia emiliano emilio emma enrique erica erika ernesto esteban estefania esteban esther "
    "eugenia eva fabian fabiola facundo federico felipe fernanda fernando flor florencia francisca francisco franco "
    "gabriel gabriela gaston genesis gerardo german gina gladys gloria gonzalo graciela gregorio guadalupe guillermo "
    "gustavo hector helena hernan hernando hugo ignacio ines ingrid irene iris isabel isabela isabella ismael ivan "
    "ivonne jacobo jaime janeth javier jazmin jennifer jenny jeronimo jesica jessica jesus jhon jimena joana joaquin "
    "joel johana jonathan jorge jose josefa josefina juan juana juanita juanito juliana julian julieta julio karen karina karla "
    "katherine kevin lauren laura leandro leidy leonardo leonor leticia lilia liliana lina lisa lorena lorenzo lucas "
    "lucia luciana luciano lucy luis luisa luz magdalena maicol manolo manuel manuela marcela marcelo marcos margarita "
    "maria mariana mariano maribel mario marisol marlen marta martha martin martina mateo matias mauricio maximiliano "
    "mayra melany melisa melissa mercedes micaela miguel milena mireya moises monica nancy natalia nataly nelly nelson "
    "nestor nicolas noelia nora norma olga omar orlando oscar pablo paco paloma pamela paola patricia patricio paula "
    "pedro pilar priscila rafael ramiro ramon raquel raul rebeca regina renata rene ricardo rita roberto robinson "
    "rocio rodolfo rodrigo rogelio roman romina rosa rosario roxana ruben ruth sabrina salome salvador samuel sandra "
    "santiago sara sebastian sergio silvana silvia simon sofia soledad sonia stefany stella susana tamara tania tatiana "
    "teresa thiago tomas ursula valentin valentina valeria vanesa vanessa veronica vicente victor victoria vilma "
    "viviana wendy wilmer wilson ximena yadira yamile yaneth yenny yessica yolanda yuliana yuri zoraida zulma"
)
NOMBRES = frozenset(fold(_NAMES).split())
