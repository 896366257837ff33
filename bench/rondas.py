"""One round: rivals made ready, let go at once, and judged by what they heard and by what is stored."""

import asyncio
import random  # noqa: TID251 - lots are drawn from a seed that is printed, so that a run can be repeated
from collections.abc import Sequence
from dataclasses import dataclass, field

from bench.cliente import Call, Client
from bench.dentro import Inside
from bench.instalacion import Site, minutes_of, wire_day
from bench.rivales import HOLD_SECONDS, Corner, Lie, Lost, Place, Rival, Verdict, Won, Writer, judged


@dataclass(frozen=True, slots=True)
class Round:
    """Who fights for what. `winners`: how many there must be; None: as many as fit.

    `live`: the last yes comes while its hold still lives, so that it must win.
    """

    place: Place
    entries: tuple[tuple[Writer, int], ...]
    winners: int | None = 1
    live: bool = False


@dataclass
class Ring:
    """Where rounds are fought, and all that was told there."""

    site: Site
    corner: Corner
    clients: Sequence[Client]
    inside: Inside
    lots: random.Random
    told: dict[str, Won] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)
    attempts: int = 0

    async def fight(self, around: Round) -> list[tuple[Rival, Verdict]]:
        """Fight one round and write down every fault of it."""
        rivals = [await self.corner.ready(writer, around.place, inicio) for writer, inicio in around.entries]
        holder = rivals[-1] if around.live else None
        if not around.live:
            self.site.clock.advance(HOLD_SECONDS)
        self.lots.shuffle(rivals)
        replies = await asyncio.gather(
            *(client.ask(rival.call) for client, rival in zip(self.clients, rivals, strict=False))
        )
        self.attempts += len(rivals)
        verdicts = [
            (rival, judged(self.site, around.place, rival, reply))
            for rival, reply in zip(rivals, replies, strict=True)
        ]
        self.faults += await self._faults(around, verdicts, holder)
        # What a loser was offered elsewhere is held no longer when the next round begins.
        self.site.clock.advance(HOLD_SECONDS)
        return verdicts

    async def _faults(
        self, around: Round, verdicts: list[tuple[Rival, Verdict]], holder: Rival | None
    ) -> list[str]:
        won = [(rival, verdict) for rival, verdict in verdicts if isinstance(verdict, Won)]
        lost = [(rival, verdict) for rival, verdict in verdicts if isinstance(verdict, Lost)]
        self.told |= {verdict.id: verdict for _, verdict in won}
        faults = [verdict.why for _, verdict in verdicts if isinstance(verdict, Lie)]
        if around.winners is not None and len(won) != around.winners:
            faults.append(f"{len(won)} ganadores de {around.winners} en {around.place}")
        if holder is not None and not any(rival is holder for rival, _ in won):
            faults.append(f"un sí con su hueco apartado perdió en {around.place}")
        faults += unjust(around, won, lost)
        faults += await self._untrue(around.place, [verdict for _, verdict in won])
        return faults + await self._left(verdicts)

    async def _untrue(self, place: Place, won: list[Won]) -> list[str]:
        """Compare what the winners were told with what HTTP lists, and with the claims in the store."""
        fin = place.anchor + place.span
        expected = {(one.id, one.recurso_id, one.inicio, one.fin) for one in won}
        listed = {
            (one["id"], one["recurso_id"], minutes_of(one["hora_inicio"]), minutes_of(one["hora_fin"]))
            for one in await self._listed(place)
        }
        listed = {one for one in listed if place.anchor <= one[2] < fin}
        faults = [] if listed == expected else [f"dicho {expected}, listado {listed}"]
        atoms = {
            (one.recurso_id, slot, one.id) for one in won for slot in range(one.inicio // 5, one.fin // 5)
        }
        rows = self.inside.claimed(wire_day(place.day), place.anchor // 5, fin // 5)
        fought = self._fought(place)
        claimed = {row for row in rows if row[0] in fought}
        return faults if claimed == atoms else [*faults, f"átomos de más o de menos: {claimed ^ atoms}"]

    def _fought(self, place: Place) -> set[str]:
        recursos = self.site.recursos
        return {recursos[place.recurso]} if place.recurso else {recursos[name] for name in CHAIRS}

    async def _listed(self, place: Place) -> list[dict[str, str]]:
        fecha, client = wire_day(place.day), self.corner.client
        citas = await client.ask(Call("GET", f"/v1/appointments?desde={fecha}&hasta={fecha}&limite=200"))
        bloqueos = await client.ask(Call("GET", f"/v1/bloqueos?fecha={fecha}"))
        fought = self._fought(place)
        both = [*citas.json["citas"], *bloqueos.json["bloqueos"]]
        return [one for one in both if one["recurso_id"] in fought]

    async def _left(self, verdicts: list[tuple[Rival, Verdict]]) -> list[str]:
        """What lost its move stands as it stood, and then makes room."""
        faults: list[str | None] = []
        for rival, verdict in verdicts:
            if rival.before is not None and isinstance(verdict, Won):
                self.corner.moved_away(rival.before)
            elif rival.before is not None:
                faults.append(await self.corner.leave(rival.before))
        return [fault for fault in faults if fault is not None]


CHAIRS = ("Andrés", "Camilo", "Diana", "Elena")


def unjust(around: Round, won: list[tuple[Rival, Won]], lost: list[tuple[Rival, Lost]]) -> list[str]:
    """Tell of losers in whose way nobody stands, and of alternativas that were not free when they were told."""
    faults = [
        f"{rival.writer} a las {rival.inicio} perdió sin rival en {around.place}"
        for rival, _ in lost
        if not any(one.inicio < rival.fin and rival.inicio < one.fin for _, one in won)
    ]
    if around.winners is None:
        return faults  # who came later may have taken what was free then
    taken = [one for _, one in won]
    for rival, verdict in lost:
        for offered in verdict.alternativas:
            inicio, fin = minutes_of(offered["hora_inicio"]), minutes_of(offered["hora_fin"])
            at = offered["recurso_id"], offered["fecha"]
            if any(
                at == (one.recurso_id, one.fecha) and inicio < one.fin and one.inicio < fin for one in taken
            ):
                faults.append(f"{rival.writer}: le ofrecieron lo que ya tenía otro: {offered}")
    return faults
