"""How does Alembic reach the database? Through the connection that the caller opened."""

from alembic import context
from sqlmodel import SQLModel

import storage.broadcast_tables
import storage.deadline_tables
import storage.headcount_tables
import storage.page_tables
import storage.participant_tables
import storage.place_tables
import storage.question_tables
import storage.reminder_tables
import storage.search_tables
import storage.tables

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=SQLModel.metadata,
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()

__all__ = ["storage"]
