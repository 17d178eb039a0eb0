"""What has a worker been told because of the calendar alone, about which wait of which case?"""

from datetime import datetime

from sqlmodel import Field, SQLModel

from storage.columns import big, index_of_some, when


class CaseNotice(SQLModel, table=True):
    """A notice of this `kind` about the wait that began at `since`; `told_at`: when it was seen to have arrived."""

    __tablename__ = "case_notice"
    case_id: int = big(primary_key=True)
    kind: str = Field(primary_key=True)
    since: datetime = when()
    left_at: datetime = when()
    told_at: datetime | None = when(default=None)
    __table_args__ = (index_of_some("case_notice_untold", "case_id", rows="told_at IS NULL"),)
