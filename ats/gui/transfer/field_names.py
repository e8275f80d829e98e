"""What the fields of an import are called on screen, in the order they are offered."""

from __future__ import annotations

from ats.exchange.imports.day_cells import DateOrder
from ats.exchange.imports.fields import Field

KEEP_AS_EXTRA = "Keep as imported field"

_GROUPS: tuple[dict[Field, str], ...] = (
    {Field.IGNORE: KEEP_AS_EXTRA},
    {
        Field.TITLE: "Role title",
        Field.COMPANY: "Company",
        Field.COMPANY_AND_TITLE: "Company and role title",
    },
    {
        Field.STAGE: "Stage",
        Field.STAGE_KIND: "Kind of stage",
        Field.STAGE_DATE: "Date of the stage",
        Field.OUTCOME: "Outcome",
        Field.SAVED: "Saved on",
        Field.APPLIED: "Applied on",
        Field.SCREENING: "Reached Screening",
        Field.INTERVIEWING: "Reached Interviewing",
        Field.OFFER: "Reached Offer",
        Field.CLOSED: "Reached Closed",
        Field.HISTORY: "History",
        Field.LATER_STAGE: "Later stage",
        Field.LATER_DATE: "Date of the later stage",
    },
    {
        Field.DEADLINE: "Deadline",
        Field.POSTED: "Posted on",
        Field.NEXT_ACTION: "Next action",
        Field.NEXT_ACTION_ON: "Next action due",
    },
    {
        Field.SALARY: "Pay",
        Field.SALARY_MIN: "Least pay",
        Field.SALARY_MAX: "Most pay",
        Field.CURRENCY: "Currency",
        Field.PERIOD: "Pay period",
        Field.BONUS: "Bonus",
        Field.EQUITY: "Equity",
    },
    {
        Field.LINK: "Link",
        Field.LOCATION: "Location",
        Field.REGION: "Region",
        Field.COUNTRY: "Country",
        Field.WORK_MODE: "Work mode",
        Field.EMPLOYMENT: "Employment type",
        Field.SOURCE: "Source",
        Field.REFERENCE: "Reference",
        Field.TAGS: "Tags",
        Field.EXCITEMENT: "Excitement",
        Field.CONTACT: "Contact",
        Field.NOTES: "Notes",
        Field.POSTING: "Posting",
    },
)

FIELD_NAMES = {field: name for group in _GROUPS for field, name in group.items()}

FIELD_GROUPS = tuple(tuple(group.items()) for group in _GROUPS)
"""Fields with their names, in groups of what belongs together."""

ORDER_NAMES = {
    DateOrder.DMY: "Day first (31/12/2026)",
    DateOrder.MDY: "Month first (12/31/2026)",
    DateOrder.YMD: "Year first (2026/12/31)",
}
