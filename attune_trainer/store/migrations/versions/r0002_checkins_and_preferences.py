"""Check-ins and preferences."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Create both tables."""
    op.create_table(
        "checkins",
        sa.Column("profile_id", sa.String(36), nullable=False),
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("round_id", sa.String(64)),
        sa.Column("feeling", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("need", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("local_date", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("profile_id", "id", name="pk_checkins"),
        sa.ForeignKeyConstraint(["profile_id"], ["profiles.id"], name="fk_checkins_profile_id", ondelete="CASCADE"),
    )
    op.create_table(
        "preferences",
        sa.Column("profile_id", sa.String(36), nullable=False),
        sa.Column("chosen", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("profile_id", name="pk_preferences"),
        sa.ForeignKeyConstraint(["profile_id"], ["profiles.id"], name="fk_preferences_profile_id", ondelete="CASCADE"),
    )
