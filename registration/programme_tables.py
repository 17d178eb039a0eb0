"""Which tables may stand in a programme file, and what may each contain?"""

from datetime import date
from typing import Annotated, Literal

from pydantic import AfterValidator, AwareDatetime, BaseModel, ConfigDict, Field


def _each_once(days: tuple[int, ...]) -> tuple[int, ...]:
    if len(set(days)) < len(days):
        raise ValueError("a day stands here twice")
    return days


def _columns_once(columns: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    for names in zip(*columns, strict=True):
        if len(set(names)) < len(names):
            raise ValueError("a column or a header stands here twice")
    return columns


Text = Annotated[str, Field(min_length=1)]
Count = Annotated[int, Field(ge=0)]
Positive = Annotated[int, Field(ge=1)]
Hour = Annotated[int, Field(ge=0, le=24)]
Key = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$")]
AgencyKey = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{0,19}$")]  # stands in the data of a button
SectorKey = Literal["ojol", "pangkalan", "nelayan", "petani", "pedagang", "lainnya"]
Days = Annotated[tuple[Annotated[int, Field(ge=1, le=365)], ...], AfterValidator(_each_once)]
Column = Literal[
    "no", "nik", "name", "birth_place", "birth_date", "sex", "address", "rt_rw", "kelurahan", "kecamatan", "city",
    "postal_code", "phone", "sector", "work", "plate", "income", "number", "agency", "state", "sent_on", "decided_on",
]  # fmt: skip
Header = Annotated[str, Field(min_length=1, max_length=100)]
Document = Literal["letter", "fisher_document", "group_letter"]


class Table(BaseModel):
    """What every table has in common: it cannot change while the bot runs, and a misspelt key is an error."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Consent(Table):
    """What a worker agrees to (UU 27/2022 articles 20-22); a new text needs a new version."""

    version: Text
    retention_months: Positive
    controller: Text
    data_officer: Text


class Window(Table):
    """One period of registration: open from `opens` to `closes`, both included.

    `cover_ends`: the last day of cover; where it is missing nobody is told of an end.
    """

    key: Key
    opens: AwareDatetime
    closes: AwareDatetime
    day_known: bool
    reference_date: date
    cover_starts: date
    cover_ends: date | None = None


class Agency(Table):
    """A city agency whose staff decide; without `staff_chat` its cases go to the common staff group."""

    name: Text
    short: Text
    staff_chat: int | None = None


class Sector(Table):
    """A line of work: who decides, which papers are wanted and which are welcome.

    `transport`: who pays the contribution alone pays that of transport workers. `two_officers`: an approval is one
    when a second officer has approved too.
    """

    agency: AgencyKey
    documents: tuple[Document, ...] = ()
    optional_documents: tuple[Document, ...] = ()
    transport: bool = False
    two_officers: bool = False


class Age(Table):
    """Full years on the day of registration, both limits included."""

    min: Positive
    max: Positive


class Quota(Table):
    """Places in a window: one pool for all, or by sector, or by agency; where nothing is given no limit is known."""

    pool: Count | None = None
    sectors: dict[SectorKey, Count] = Field(default_factory=dict)
    agencies: dict[Key, Count] = Field(default_factory=dict)


class Office(Table):
    """Where people can go instead of writing to the bot; "" where it is not known."""

    name: Text
    address: str
    floor: str
    hours: str
    phone: str


class Contact(Table):
    """Who answers questions about the insurance itself."""

    call_centre: str
    whatsapp: str


class Benefits(Table):
    """Rupiah and the conditions they hang on; a figure must never be told without its condition."""

    base_income: Positive
    contribution_monthly: Positive
    accident_death: Positive
    death: Positive
    death_after_months: Positive
    burial: Positive
    scholarship_max: Positive
    scholarship_children: Positive
    scholarship_death_after_years: Positive
    home_care_max: Positive
    sick_pay_monthly: Positive
    sick_pay_full_months: Positive
    report_within_hours: Positive
    self_pay_monthly: Positive
    self_pay_below_age: Positive
    self_pay_transport_monthly: Positive
    self_pay_transport_from: date
    self_pay_transport_until: date


class Hours(Table):
    """Full hours of the city's day. Officers are reminded from `staff_from` until `staff_until` on `staff_days`.

    1 is Monday. What can wait is told to workers from `worker_from` until `worker_until`.
    """

    staff_from: Hour
    staff_until: Hour
    staff_days: Annotated[tuple[Annotated[int, Field(ge=1, le=7)], ...], Field(min_length=1)]
    worker_from: Hour
    worker_until: Hour


class Limits(Table):
    """After how many hours of waiting a group, then its supervisors, are reminded, and the worker is told."""

    group: Positive
    supervisors: Positive
    worker: Positive


class Summary(Table):
    """At which hour of the day each group hears where it stands; how many hours later it is still sent."""

    hour: Hour
    late_hours: Positive


class Expiry(Table):
    """After how many days without an answer a case that was sent back is over; how many days before it is said."""

    days: Positive
    notices: Annotated[tuple[Positive, ...], Field(min_length=2, max_length=2)]


class Review(Table):
    """How staff work.

    Minutes a claimed case stays with one officer, minutes for which a membership of the staff group that Telegram
    has confirmed counts as fresh, what a card shows, days in which a rejected worker may object, how many cards stand
    open in a group by themselves.
    """

    claim_minutes: Positive
    verify_minutes: Positive
    card: Literal["readable", "redacted"]
    objection_days: Positive = 14
    most_cards: Annotated[int, Field(ge=1, le=100)]
    hours: Hours
    limits: Limits
    summary: Summary
    expiry: Expiry


class Questions(Table):
    """How many questions to the staff a person may have open, and how many they may ask in a day."""

    most_open: Positive = 3
    most_a_day: Positive = 5


class Reminders(Table):
    """At which full hour of the city's day people are reminded, and how many days before or after what.

    Before registration opens and closes and before cover ends; after the last answer of a form that was not sent, after
    a case was sent back, after a case was sent that still lacks a letter.
    """

    hour: Annotated[int, Field(ge=7, le=19)]
    before_open: Days
    before_close: Days
    draft_after: Days
    draft_before_close: Days
    sent_back_after: Days
    letter_after: Days
    before_cover_ends: Days


class Broadcasts(Table):
    """Messages of staff to many: to more people than this a second supervisor has to agree."""

    second_above: Count


class Export(Table):
    """The list that is handed to the insurer: its columns in order, each with its header (`registration.exporting`)."""

    columns: Annotated[tuple[tuple[Column, Header], ...], Field(min_length=1), AfterValidator(_columns_once)]
