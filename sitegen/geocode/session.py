"""One run: question after question, each answer written before the next is asked."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sitegen import content, locate
from sitegen.decode import Decoded
from sitegen.gazetteer import Entry, Unknown
from sitegen.geocode import embedded, towns
from sitegen.geocode.answers import Answer, Proposal, answer
from sitegen.geocode.candidates import Candidate
from sitegen.geocode.context import Context
from sitegen.geocode.errors import MisuseError, OutageError
from sitegen.geocode.placefile import place_file
from sitegen.geocode.providers import Embedded, Online, Provider
from sitegen.geocode.questions import Question, questions
from sitegen.geocode.writing import free_id, has_open_outline, outline_file, write_new
from sitegen.model.place import Place
from sitegen.problems import say

_OUTLINED = frozenset({"district", "region", "country"})
Choose = Callable[[Answer], Proposal | None]
"""Asked about every answer that is not sure: which one is meant, or None."""


@dataclass(frozen=True, slots=True)
class Result:
    """An answer, and what became of it: the place file below the content folder, None where none was written."""

    answer: Answer
    chosen: Proposal | None = None
    path: str | None = None


class Session:
    """The questions of a content folder and those who may answer them."""

    def __init__(self, root: Path, providers: Sequence[Provider], today: date, *, dry_run: bool = False) -> None:
        """Read the content folder `root`; what is wrong with its files is for `check` to say."""
        self.root, self.providers, self.today, self.dry_run = root, providers, today, dry_run
        self._outages: dict[str, str] = {}
        self.content = content.read(root)[0]
        self.gazetteer = locate.known(self.content)
        self._basemap, _, self.outlines = locate.ground(self.content)

    def questions(self) -> list[Question]:
        """Return what the content asks and the gazetteer does not answer."""
        return questions(self.content, self.gazetteer)

    @property
    def outage(self) -> str:
        """What failed so far, or nothing."""
        return "; ".join(self._outages.values())

    def run(self, asked: Sequence[Question], choose: Choose, tell: Callable[[str], None]) -> Iterator[Result]:
        """Answer the questions in turn; what one finds is written at once and serves the next."""
        for number, question in enumerate(asked, 1):
            if not isinstance(self.gazetteer.resolve(question.toponym, question.within), Unknown):
                continue  # an earlier answer was this place, too
            tell(say("%(number)s of %(count)s: %(words)s", number=number, count=len(asked), words=question.words))
            found = self.ask(question)
            chosen = found.proposals[0] if found.outcome == "found" else choose(found) if found.proposals else None
            yield Result(found, chosen, self._write(found, chosen) if chosen else None)

    def ask(self, question: Question) -> Answer:
        """Ask one provider after the other until there is exactly one answer; a failing one is not asked again."""
        context, found = self.context(question), list[Candidate]()
        for provider in self.providers:
            if provider.name in self._outages:
                continue
            try:
                found += provider.candidates(
                    question.toponym, context, lambda c: answer(question, c, context).outcome == "found"
                )
            except OutageError as error:
                self._outages[provider.name] = str(error)
            said = answer(question, found, context)
            if said.outcome == "found":
                return said
        said = answer(question, found, context)
        return said.as_outage(self.outage) if self._outages else said

    def context(self, question: Question) -> Context:
        """Return what the question's containing place tells; nothing where that place is itself unknown."""
        stated = self.gazetteer.resolve(question.within) if question.within else None
        chain = self.gazetteer.chain(stated.id) if isinstance(stated, Entry) else ()
        return Context(chain, self.gazetteer, self.outlines)

    def _write(self, said: Answer, chosen: Proposal) -> str:
        context = self.context(said.question)
        container = context.container(chosen.candidate)
        taken = {*self.content.places, *(path.stem for path in (self.root / "places").glob("*"))}
        id_ = free_id(chosen.candidate, container.id if container else None, taken)
        area = has_open_outline(chosen.candidate) and not (self.root / f"areas/{id_}.geojson").exists()
        place = place_file(id_, said, chosen, context, self.today, area=area)
        if not self.dry_run:
            self._keep(place, outline_file(chosen.candidate) if area else b"")
        return place.path

    def _keep(self, place: Decoded[Place], outline: bytes) -> None:
        """Write the files and know them from now on, without reading all the others again."""
        if outline:
            path = f"areas/{place.id}.geojson"
            write_new(self.root / path, outline)
            self.content.raw[path] = outline
        write_new(self.root / place.path, place.marked.text.encode())
        self.content.places[place.id] = place
        self.gazetteer = locate.known(self.content)
        if place.record.precision in _OUTLINED:
            self.outlines = locate.outlines(self.gazetteer, self._basemap, self.content.raw)


def open_session(
    root: Path, today: date, provider: str | None = None, *, fresh: bool = False, dry_run: bool = False
) -> Session:
    """Set up who is asked: GeoNames where it is installed, then `provider` or the one of site.yaml.

    `provider` "geonames" asks no network at all. Raises MisuseError where something must be set up first.
    """
    site = content.read(root)[0].site
    if site is None:
        raise MisuseError(say("site.yaml cannot be read: sitegen check says why"))
    offline = (provider or "").casefold() == towns.NAME.casefold()
    asked: list[Provider] = [Embedded()] if offline or embedded.installed() else []
    if not offline:
        told = site.record
        if provider and provider.casefold() != told.geocoder.provider.casefold():
            told = told.model_copy(update={"geocoder": type(told.geocoder)(provider=provider)})
        asked.append(Online(told, fresh=fresh))
    return Session(root, asked, today, dry_run=dry_run)
