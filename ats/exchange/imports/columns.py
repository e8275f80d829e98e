"""Decides what each column holds: what the person said, then the program that wrote the file,
then the headers, then what stands in the cells. The best column wins a field."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ats.domain.problem import Problem
from ats.exchange.imports.cell_words import shortened
from ats.exchange.imports.column_content import Content, Kind
from ats.exchange.imports.column_fit import fits
from ats.exchange.imports.content_fields import field_by_content
from ats.exchange.imports.fields import DATE_FIELDS, SHARED_FIELDS, Field
from ats.exchange.imports.header_words import (
    HEADERS,
    asked_field,
    base_of,
    exact_fields,
    is_other_date,
    is_update,
    ranks,
    stage_of_header,
)
from ats.exchange.imports.presets import Preset
from ats.exchange.imports.status_words import plain_words

_USUAL = 1_000  # Ranks from here on are of names within longer headers.


@dataclass(frozen=True, slots=True)
class Choice:
    """What a column holds, and why: "name", "content", "preset" or "you"."""

    field: Field
    why: str


class Columns:
    """The choice for one table. `headers` are all different; `contents` tell what stands in
    each column."""

    def __init__(self, headers: Sequence[str], contents: Sequence[Content]) -> None:
        self._headers = headers
        self._contents = contents
        self.chosen: dict[int, Choice] = {}

    def choose(
        self, wanted: Mapping[str, str], preset: Preset | None, *, headless: bool
    ) -> dict[int, Choice]:
        """Column number to choice. Two columns never hold the same field, except that several
        may tell of stages. `wanted` is the person's own choice, header to field; it wins.

        Raises Problem for a header or field that does not exist.
        """
        self._take_wanted(wanted)
        if preset is not None and not headless:
            self._take_hints(preset)
        if not headless:
            self._take_names(usual=True)
            self._take_names(usual=False)
            self._take_stages()
            self._take_later()
            self._take_asked()
            self._take_unreadable()
            if preset is None:
                self._take_update()
        self._take_contents(headless=headless)
        self._settle_names()
        kept = {at: choice for at, choice in self.chosen.items() if choice.field != Field.IGNORE}
        return dict(sorted(kept.items()))

    def _taken(self, field: Field) -> bool:
        if field in SHARED_FIELDS:
            return False
        return any(choice.field is field for choice in self.chosen.values())

    def _take_wanted(self, wanted: Mapping[str, str]) -> None:
        keys = [plain_words(header) for header in self._headers]
        for header, name in wanted.items():
            if header not in self._headers and plain_words(header) not in keys:
                there = listing(self._headers)
                raise Problem(f"There is no column “{header}”. The columns are {there}.")
            if name not in list(Field):
                raise Problem(f"There is no field “{name}”. The fields are {', '.join(Field)}.")
            if self._taken(Field(name)):
                raise Problem(f"Two columns can’t both be {name}.")
            known = header in self._headers
            at = self._headers.index(header) if known else keys.index(plain_words(header))
            self.chosen[at] = Choice(Field(name), "you")

    def _take_hints(self, preset: Preset) -> None:
        for at, header in enumerate(self._headers):
            field = preset.hints.get(plain_words(header))
            if field is None or at in self.chosen or self._taken(field):
                continue
            if fits(field, self._contents[at], header):
                self.chosen[at] = Choice(field, "preset")

    def _take_names(self, *, usual: bool) -> None:
        """Give each field the column with its most usual name; the first of equals. A name
        within a longer header is looked at when no usual name is left."""
        for field in HEADERS:
            if field is Field.COMPANY_AND_TITLE or self._taken(field):
                continue
            found = [
                (rank, at)
                for at, header in enumerate(self._headers)
                if at not in self.chosen
                and (rank := ranks(header).get(field, -1)) >= 0
                and (rank < _USUAL) is usual
                and (usual or not exact_fields(header))
                and fits(field, self._contents[at], header)
            ]
            if found:
                self.chosen[min(found)[1]] = Choice(field, "name")

    def _take_stages(self) -> None:
        for at, header in enumerate(self._headers):
            status = stage_of_header(header) if at not in self.chosen else None
            if status is not None:
                field = Field(status.kind.value)
                if fits(field, self._contents[at], header):
                    self.chosen[at] = Choice(field, "name")

    def _take_later(self) -> None:
        """ "Status (2)" and "Date (2)" beside a status and a date are a second step."""
        bases = {
            base_of(self._headers[at])[0]: choice.field
            for at, choice in self.chosen.items()
            if choice.field in (Field.STAGE, Field.APPLIED, Field.STAGE_DATE)
        }
        for at, header in enumerate(self._headers):
            base, number = base_of(header)
            first = bases.get(base) if at not in self.chosen and number > 1 else None
            content = self._contents[at]
            if first is Field.STAGE and content.share(Kind.STATUS) > 0:
                self.chosen[at] = Choice(Field.LATER_STAGE, "name")
            elif first is not None and content.share(Kind.DAY, Kind.SERIAL) > 0:
                self.chosen[at] = Choice(Field.LATER_DATE, "name")

    def _take_asked(self) -> None:
        """Headers that ask, such as "Wo", where no other column is named for the field. "What"
        beside a company is the role, unless it is what was done."""
        for at, header in enumerate(self._headers):
            field, content = asked_field(header), self._contents[at]
            if field is None or at in self.chosen or self._taken(field):
                continue
            if field is Field.TITLE and (
                not self._taken(Field.COMPANY) or content.share(Kind.STATUS, Kind.WENT) > 0.3
            ):
                continue
            if fits(field, content, header):
                self.chosen[at] = Choice(field, "name")

    def _take_unreadable(self) -> None:
        """A column that is plainly called a day is one, though none of its cells can be read:
        each is then named. "Applied" may say yes or no where nothing else tells the stage."""
        for field in DATE_FIELDS:
            for at, header in enumerate(self._headers):
                if at in self.chosen or self._taken(field) or field not in exact_fields(header):
                    continue
                answers = self._contents[at].share(Kind.YES_NO) > 0.5
                if answers and (field is not Field.APPLIED or self._taken(Field.STAGE)):
                    continue
                if self._contents[at].share(Kind.LINK, Kind.LONG) < 0.5:
                    self.chosen[at] = Choice(field, "name")

    def _take_update(self) -> None:
        """The day of the last change is that of the status where no column says its day. Programs
        mean the change of any field."""
        if not self._taken(Field.STAGE) or self._taken(Field.STAGE_DATE):
            return
        for at, header in enumerate(self._headers):
            days = self._contents[at].share(Kind.DAY, Kind.SERIAL) > 0.5
            if at not in self.chosen and is_update(header) and days:
                self.chosen[at] = Choice(Field.STAGE_DATE, "name")
                return

    def _take_contents(self, *, headless: bool) -> None:
        free = [at for at in range(len(self._headers)) if at not in self.chosen]
        if not headless:
            free = [at for at in free if not self._says_what_it_is(self._headers[at])]
        named = {choice.field for choice in self.chosen.values()}
        for at, field in field_by_content(self._contents, free, named, headless=headless):
            self.chosen[at] = Choice(field, "content")

    def _says_what_it_is(self, header: str) -> bool:
        """Whether a header has a meaning of its own, which its cells can't change."""
        return not header.startswith("Column ") and (
            bool(exact_fields(header))
            or is_other_date(header)
            or stage_of_header(header) is not None
        )

    def _settle_names(self) -> None:
        """A column such as "Name" or "Card" holds what of title and company has no column of
        its own, else both."""
        left = [field for field in (Field.COMPANY, Field.TITLE) if not self._taken(field)]
        at = self._both()
        if at is None or not left:
            if at is not None and self.chosen.get(at, Choice(Field.IGNORE, "")).why != "you":
                self.chosen.pop(at, None)
            return
        why = self.chosen[at].why if at in self.chosen else "name"
        if why != "you":
            self.chosen[at] = Choice(left[0] if len(left) == 1 else Field.COMPANY_AND_TITLE, why)

    def _both(self) -> int | None:
        for at, choice in self.chosen.items():
            if choice.field is Field.COMPANY_AND_TITLE:
                return at
        found = [
            (rank, at)
            for at, header in enumerate(self._headers)
            if at not in self.chosen
            and (rank := ranks(header).get(Field.COMPANY_AND_TITLE, -1)) >= 0
            and fits(Field.COMPANY_AND_TITLE, self._contents[at], header)
        ]
        return min(found)[1] if found else None


def listing(headers: Sequence[str]) -> str:
    """Headers as a sentence lists them, the first dozen of them, each on one line and short."""
    named = [shortened(header) for header in headers if header.strip()]
    return ", ".join(named[:12]) + ("…" if len(named) > 12 else "")
