"""What a column of an import can hold."""

from __future__ import annotations

from enum import StrEnum


class Field(StrEnum):
    """What a column can hold. The values are the words of `--map` and of the answer."""

    TITLE = "title"
    COMPANY = "company"
    COMPANY_AND_TITLE = "company_and_title"
    STAGE = "stage"
    STAGE_KIND = "stage_kind"
    STAGE_DATE = "stage_date"
    OUTCOME = "outcome"
    LATER_STAGE = "later_stage"
    LATER_DATE = "later_date"
    APPLIED = "applied"
    SAVED = "saved"
    DEADLINE = "deadline"
    POSTED = "posted"
    LINK = "link"
    LOCATION = "location"
    REGION = "region"
    COUNTRY = "country"
    WORK_MODE = "work_mode"
    EMPLOYMENT = "employment_type"
    SALARY = "salary"
    SALARY_MIN = "salary_min"
    SALARY_MAX = "salary_max"
    CURRENCY = "currency"
    PERIOD = "period"
    BONUS = "bonus"
    EQUITY = "equity"
    SOURCE = "source"
    REFERENCE = "reference"
    TAGS = "tags"
    EXCITEMENT = "excitement"
    NEXT_ACTION = "next_action"
    NEXT_ACTION_ON = "next_action_on"
    CONTACT = "contact"
    HISTORY = "history"
    NOTES = "notes"
    POSTING = "posting"
    SCREENING = "screening"
    INTERVIEWING = "interviewing"
    OFFER = "offer"
    CLOSED = "closed"
    IGNORE = "ignore"


# Columns that say when, or that, a stage was reached.
STAGE_FIELDS = (Field.SCREENING, Field.INTERVIEWING, Field.OFFER, Field.CLOSED)
LATER_FIELDS = (Field.LATER_STAGE, Field.LATER_DATE)
# Several columns may hold one of these.
SHARED_FIELDS = (*STAGE_FIELDS, *LATER_FIELDS, Field.IGNORE)
DATE_FIELDS = (
    Field.APPLIED, Field.SAVED, Field.DEADLINE, Field.POSTED, Field.STAGE_DATE,
    Field.NEXT_ACTION_ON, Field.LATER_DATE,
)  # fmt: skip
NAMING_FIELDS = (Field.TITLE, Field.COMPANY, Field.COMPANY_AND_TITLE)
