"""The colours and sizes everything on screen is made of. No Qt: plain values by role."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from ats.domain.stage import StageKind


class Space(IntEnum):
    """Distances in device-independent pixels. Use no others."""

    XXS = 2
    XS = 4
    S = 8
    M = 12
    L = 16
    XL = 24
    XXL = 32
    HUGE = 48


class Radius(IntEnum):
    """Corner radii in device-independent pixels."""

    SMALL = 4
    CONTROL = 6
    CARD = 8
    SHEET = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokens:
    """One colour ("#RRGGBB") per role. Text roles keep 4.5:1 and more on every surface here."""

    dark: bool

    text: str
    text2: str
    muted: str
    accent: str
    on_accent: str
    danger: str
    warn: str
    ok: str
    info: str

    saved: str
    applied: str
    screening: str
    interviewing: str
    offer: str
    closed: str

    window: str
    surface: str
    raised: str
    sunken: str
    hover: str
    selected: str
    accent_soft: str
    ok_soft: str
    warn_soft: str
    danger_soft: str

    # Highlighted words of a posting: the ground behind a kind and the line under it.
    mark_name: str
    mark_pay: str
    mark_must: str
    mark_nice: str
    mark_duty: str
    mark_condition: str
    mark_benefit: str
    mark_detail: str
    line_name: str
    line_pay: str
    line_must: str
    line_nice: str
    line_duty: str
    line_condition: str
    line_benefit: str
    line_detail: str

    border: str
    control_border: str
    scroll: str
    accent_hover: str
    accent_pressed: str
    toast: str
    toast_text: str
    toast_action: str

    def colour(self, role: str) -> str:
        """The colour of a role by its name, for example "accent" or "interviewing".

        Raises KeyError naming the role when there is none."""
        value = getattr(self, role, None) if role in self.__slots__ else None
        if not isinstance(value, str):
            raise KeyError(f"no colour role {role!r}")
        return value

    def stage(self, kind: StageKind) -> str:
        """The colour of a kind of stage."""
        return self.colour(kind.value)


LIGHT = Tokens(
    dark=False,
    text="#182125",
    text2="#46545B",
    muted="#566369",
    accent="#0A6872",
    on_accent="#FFFFFF",
    danger="#B3261E",
    warn="#8A4B00",
    ok="#23702F",
    info="#1F5AA8",
    saved="#5C656B",
    applied="#2961CE",
    screening="#74267B",
    interviewing="#9C5613",
    offer="#15532A",
    closed="#5C656B",
    window="#F2F5F6",
    surface="#FFFFFF",
    raised="#FFFFFF",
    sunken="#E9EEF0",
    hover="#E1E8EB",
    selected="#D6ECEE",
    accent_soft="#DDF0F1",
    ok_soft="#E3F3E3",
    warn_soft="#FBEFD9",
    danger_soft="#FBE9E7",
    mark_name="#BFE8EB",
    mark_pay="#FCDDA0",
    mark_must="#C9EBC9",
    mark_nice="#EAF3BE",
    mark_duty="#CFE0FB",
    mark_condition="#E8D6F5",
    mark_benefit="#FBD5E3",
    mark_detail="#D9DFE3",
    line_name="#0A6872",
    line_pay="#8A4B00",
    line_must="#23702F",
    line_nice="#5C6400",
    line_duty="#1F5AA8",
    line_condition="#74267B",
    line_benefit="#A0265E",
    line_detail="#46545B",
    border="#D8DFE3",
    control_border="#7F8C93",
    scroll="#AEBBC1",
    accent_hover="#08575F",
    accent_pressed="#06474E",
    toast="#1A2328",
    toast_text="#FFFFFF",
    toast_action="#7FD3DB",
)

DARK = Tokens(
    dark=True,
    text="#E9EEF0",
    text2="#B9C4C9",
    muted="#98A5AB",
    accent="#58C2CC",
    on_accent="#052529",
    danger="#FF8A80",
    warn="#F2B25C",
    ok="#7CCB86",
    info="#82B4F2",
    saved="#98A1A6",
    applied="#A6CAF0",
    screening="#CE84E8",
    interviewing="#F0824F",
    offer="#61DDA0",
    closed="#98A1A6",
    window="#11171A",
    surface="#1A2125",
    raised="#232C31",
    sunken="#13191C",
    hover="#2A343A",
    selected="#17393E",
    accent_soft="#15343A",
    ok_soft="#17301C",
    warn_soft="#372A14",
    danger_soft="#3A1E1D",
    mark_name="#0F464C",
    mark_pay="#54390F",
    mark_must="#1C4A26",
    mark_nice="#3E4413",
    mark_duty="#1D3C69",
    mark_condition="#472A56",
    mark_benefit="#5A2340",
    mark_detail="#36434A",
    line_name="#58C2CC",
    line_pay="#F2B25C",
    line_must="#7CCB86",
    line_nice="#CFD65E",
    line_duty="#82B4F2",
    line_condition="#CE84E8",
    line_benefit="#F49AC1",
    line_detail="#B9C4C9",
    border="#303B41",
    control_border="#75838B",
    scroll="#4C5A61",
    accent_hover="#74D0D9",
    accent_pressed="#8FDBE2",
    toast="#2F3B42",
    toast_text="#FFFFFF",
    toast_action="#7FD3DB",
)
