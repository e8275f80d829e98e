"""The schema, change by change, from the oldest on. A released migration never changes.

Rules the journal and the search index rely on (tested in tests/store/test_schema.py):
tables are STRICT with INTEGER and TEXT only; each has `id integer primary key autoincrement`,
so an id is never used again; no trigger writes to a record's table; and, of the tables that
feed the search index, only those that belong to one application are deleted by cascade.
`transform()` drops a table's triggers: a migration that uses it creates them again.
"""

from __future__ import annotations

import re
import sqlite3
from contextlib import suppress

from sqlite_utils import Database, Migrations

from ats.domain.stage import DEFAULT_STAGES
from ats.store.search_index import create_search_index, drop_search_index

migrations = Migrations("ats")

_TABLES = """
create table stage(
    id integer primary key autoincrement,
    name text not null,
    kind text not null check (kind in
        ('saved', 'applied', 'screening', 'interviewing', 'offer', 'closed')),
    position integer not null,
    archived integer not null default 0 check (archived in (0, 1))) strict;

create table company(
    id integer primary key autoincrement,
    name text not null unique collate nocase,
    website text not null default '',
    notes text not null default '') strict;

create table contact(
    id integer primary key autoincrement,
    name text not null,
    company_id integer references company(id),
    role text not null default '',
    email text not null default '',
    phone text not null default '',
    link text not null default '',
    notes text not null default '') strict;
create index contact_company on contact(company_id);

create table application(
    id integer primary key autoincrement,
    title text not null,
    company_id integer references company(id),
    stage_id integer not null references stage(id),
    outcome text check (outcome in
        ('accepted', 'rejected', 'withdrawn', 'declined', 'no_response', 'role_gone')),
    position integer not null default 0,
    locations text not null default '[]' check (json_valid(locations)),
    work_mode text check (work_mode in ('remote', 'hybrid', 'onsite')),
    employment_type text check (employment_type in
        ('full_time', 'part_time', 'contract', 'temporary', 'internship')),
    pay_least integer,
    pay_most integer,
    pay_currency text,
    pay_period text check (pay_period in ('hour', 'day', 'week', 'month', 'year')),
    bonus integer not null default 0 check (bonus in (0, 1)),
    equity integer not null default 0 check (equity in (0, 1)),
    deadline text,
    posted_on text,
    reference text not null default '',
    link text not null default '',
    source text not null default '',
    excitement integer check (excitement between 1 and 5),
    created_at text not null,
    trashed_at text) strict;
create index application_company on application(company_id);
create index application_stage on application(stage_id, position);

create table application_notes(
    id integer primary key autoincrement,
    application_id integer not null unique references application(id) on delete cascade,
    text text not null) strict;

create table application_contact(
    id integer primary key autoincrement,
    application_id integer not null references application(id) on delete cascade,
    contact_id integer not null references contact(id),
    unique (application_id, contact_id)) strict;
create index application_contact_contact on application_contact(contact_id);

create table tag(
    id integer primary key autoincrement,
    name text not null unique collate nocase) strict;

create table application_tag(
    id integer primary key autoincrement,
    application_id integer not null references application(id) on delete cascade,
    tag_id integer not null references tag(id) on delete cascade,
    unique (application_id, tag_id)) strict;
create index application_tag_tag on application_tag(tag_id);

create table next_action(
    id integer primary key autoincrement,
    application_id integer not null references application(id) on delete cascade,
    text text not null,
    due_on text,
    done_at text,
    created_at text not null) strict;
create unique index next_action_open on next_action(application_id) where done_at is null;
create index next_action_application on next_action(application_id);

create table posting(
    id integer primary key autoincrement,
    application_id integer not null references application(id) on delete cascade,
    text text not null,
    html text,
    link text not null default '',
    captured_at text not null,
    reading text not null default '{}' check (json_valid(reading))) strict;
create index posting_application on posting(application_id);

create table requirement(
    id integer primary key autoincrement,
    application_id integer not null references application(id) on delete cascade,
    posting_id integer references posting(id) on delete set null,
    text text not null,
    kind text not null check (kind in ('must', 'nice', 'duty', 'condition')),
    status text not null default 'to_assess' check (status in
        ('strong', 'partial', 'gap', 'to_assess')),
    note text not null default '',
    talking_point text not null default '',
    plan text not null default '',
    position integer not null default 0,
    span_start integer,
    span_end integer) strict;
create index requirement_application on requirement(application_id, status);
create index requirement_posting on requirement(posting_id);

create table evidence(
    id integer primary key autoincrement,
    title text not null,
    place text not null default '',
    period text not null default '',
    story text not null default '') strict;

create table evidence_link(
    id integer primary key autoincrement,
    requirement_id integer not null references requirement(id) on delete cascade,
    evidence_id integer not null references evidence(id) on delete cascade,
    unique (requirement_id, evidence_id)) strict;
create index evidence_link_evidence on evidence_link(evidence_id);

create table event(
    id integer primary key autoincrement,
    application_id integer not null references application(id) on delete cascade,
    kind text not null check (kind in ('stage', 'interview', 'message', 'note')),
    "on" text not null,
    at text,
    zone text,
    stage_id integer references stage(id),
    outcome text check (outcome in
        ('accepted', 'rejected', 'withdrawn', 'declined', 'no_response', 'role_gone')),
    title text not null default '',
    note text not null default '',
    recorded_at text not null,
    check ((kind = 'stage') = (stage_id is not null))) strict;
create index event_application on event(application_id, stage_id, "on");
create index event_stage on event(stage_id);

create table event_contact(
    id integer primary key autoincrement,
    event_id integer not null references event(id) on delete cascade,
    contact_id integer not null references contact(id),
    unique (event_id, contact_id)) strict;
create index event_contact_contact on event_contact(contact_id);

create table interview(
    id integer primary key autoincrement,
    event_id integer not null unique references event(id) on delete cascade,
    round integer not null default 1,
    kind text not null check (kind in
        ('phone', 'video', 'on_site', 'technical', 'take_home', 'panel', 'other')),
    minutes integer,
    place text not null default '',
    people text not null default '',
    preparation text not null default '',
    questions text not null default '',
    went text not null default '',
    result text not null default 'pending' check (result in
        ('pending', 'passed', 'not_passed', 'cancelled'))) strict;

create table offer(
    id integer primary key autoincrement,
    application_id integer not null references application(id) on delete cascade,
    version text not null check (version in ('initial', 'countered', 'final')),
    received_on text not null,
    deadline text,
    starts_on text,
    currency text not null,
    hours_per_week integer,
    paid_leave_days integer,
    place text not null default '',
    note text not null default '') strict;
create index offer_application on offer(application_id);

create table offer_component(
    id integer primary key autoincrement,
    offer_id integer not null references offer(id) on delete cascade,
    kind text not null check (kind in
        ('base', 'bonus', 'sign_on', 'equity', 'pension', 'allowance', 'other')),
    amount integer,
    basis_points integer,
    period text check (period in ('hour', 'day', 'week', 'month', 'year')),
    vesting_months integer,
    cliff_months integer,
    note text not null default '') strict;
create index offer_component_offer on offer_component(offer_id);

create table document(
    id integer primary key autoincrement,
    kind text not null check (kind in ('resume', 'letter', 'portfolio', 'other')),
    name text not null,
    sha256 text not null,
    size integer not null,
    media_type text not null default '',
    note text not null default '',
    added_at text not null) strict;

create table application_document(
    id integer primary key autoincrement,
    application_id integer not null references application(id) on delete cascade,
    document_id integer not null references document(id) on delete cascade,
    sent_on text,
    note text not null default '') strict;
create index application_document_application on application_document(application_id);
create index application_document_document on application_document(document_id);

create table evidence_document(
    id integer primary key autoincrement,
    evidence_id integer not null references evidence(id) on delete cascade,
    document_id integer not null references document(id) on delete cascade,
    unique (evidence_id, document_id)) strict;
create index evidence_document_document on evidence_document(document_id);

create table import_batch(
    id integer primary key autoincrement,
    file_name text not null,
    sha256 text not null,
    imported_at text not null,
    rows integer not null,
    created integer not null,
    mapping text not null default '{}' check (json_valid(mapping))) strict;

create table imported_value(
    id integer primary key autoincrement,
    application_id integer not null references application(id) on delete cascade,
    import_batch_id integer references import_batch(id) on delete set null,
    header text not null,
    value text not null,
    position integer not null default 0) strict;
create index imported_value_application on imported_value(application_id);
create index imported_value_batch on imported_value(import_batch_id);

create table saved_view(
    id integer primary key autoincrement,
    name text not null,
    filter text not null default '{}' check (json_valid(filter)),
    sort text not null,
    descending integer not null default 0 check (descending in (0, 1)),
    columns text not null default '[]' check (json_valid(columns)),
    position integer not null default 0) strict;

create table undo_step(
    id integer primary key autoincrement,
    label text not null,
    done_at text not null,
    undone integer not null,
    merge_key text) strict;

create table undo_row(
    id integer primary key autoincrement,
    step_id integer not null references undo_step(id) on delete cascade,
    table_name text not null,
    row_id integer not null,
    before text,
    after text) strict;
create index undo_row_step on undo_row(step_id);
"""


@migrations()
def create_the_whole_model(db: Database) -> None:
    for statement in _TABLES.split(";\n"):
        if statement.strip():
            db.execute(statement)
    create_search_index(db)
    for position, (name, kind) in enumerate(DEFAULT_STAGES):
        db.execute(
            "insert into stage (name, kind, position) values (?, ?, ?)", [name, kind, position]
        )


@migrations()
def know_imports_again(db: Database) -> None:
    """An import remembers what the person said about its file, imported values can be searched,
    and the journal can keep ranges. Images of import batches without the new columns stay good:
    a row put back from one gets the defaults."""
    for column in (
        "updated integer not null default 0",
        "headers text not null default '[]' check (json_valid(headers))",
        "answers text not null default '{}' check (json_valid(answers))",
    ):
        db.execute(f"alter table import_batch add column {column}")
    db.execute("alter table undo_row add column last_id integer")
    drop_search_index(db)
    create_search_index(db)


@migrations()
def tell_which_import_made_an_application(db: Database) -> None:
    """Images of applications without the new column stay good: put back, they have none."""
    db.execute(
        "alter table application add column import_batch_id integer"
        " references import_batch(id) on delete set null"
    )
    db.execute(
        "create index application_import on application(import_batch_id)"
        " where import_batch_id is not null"
    )


@migrations()
def forget_the_people_of_an_interview_with_its_event(db: Database) -> None:
    """They stayed in the index where an event without words of its own was removed."""
    drop_search_index(db)
    create_search_index(db)


@migrations()
def compare_instead_of_looking_up(db: Database) -> None:
    """A check such as "x in (1, 2, 3)" makes SQLite build a table of the list for every statement
    that writes, which costs as much as the row; "x = 1 or x = 2 or x = 3" says the same. What is
    in the file does not change by it, so the text of the schema is changed alone, in the way of
    sqlite.org/lang_altertable.html, section 7. An SQLite that forbids that keeps the lists."""
    tables = db.execute("select name, sql from sqlite_master where type = 'table'").fetchall()
    (version,) = db.execute("pragma schema_version").fetchone()
    db.execute("pragma writable_schema = on")
    with suppress(sqlite3.OperationalError):
        for name, sql in tables:
            db.execute(
                "update sqlite_master set sql = ? where type = 'table' and name = ?",
                [_LIST.sub(_equalities, sql), name],
            )
    db.execute(f"pragma schema_version = {version + 1}")
    db.execute("pragma writable_schema = reset")


_LIST = re.compile(r"\b(\w+) in\s*\(([^()]*)\)")


def _equalities(found: re.Match[str]) -> str:
    return " or ".join(f"{found[1]} = {value.strip()}" for value in found[2].split(","))
