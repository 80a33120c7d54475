"""Profiles and attempts."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Create both tables."""
    op.create_table(
        "profiles",
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("name", sa.String(60), nullable=False),
        sa.Column("name_key", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_profiles"),
        sa.UniqueConstraint("name_key", name="uq_profiles_name_key"),
    )
    op.create_table(
        "attempts",
        sa.Column("profile_id", sa.String(36), nullable=False),
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("round_id", sa.String(64), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("scenario", sa.Text(), nullable=False),
        sa.Column("scenario_hash", sa.String(128), nullable=False),
        sa.Column("level", sa.Integer(), nullable=False),
        sa.Column("listener_is", sa.Text(), nullable=False),
        sa.Column("feelings", sa.JSON(), nullable=False),
        sa.Column("response", sa.Text(), nullable=False),
        sa.Column("option", sa.Integer()),
        sa.Column("reading", sa.String(20), nullable=False),
        sa.Column("present", sa.JSON(), nullable=False),
        sa.Column("depth", sa.Integer(), nullable=False),
        sa.Column("points", sa.Integer()),
        sa.Column("findings", sa.JSON(), nullable=False),
        sa.Column("rulebook", sa.String(128), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("local_date", sa.Date(), nullable=False),
        sa.Column("guessed_feelings", sa.JSON(), nullable=False),
        sa.Column("guessed_hope", sa.String(20)),
        sa.PrimaryKeyConstraint("profile_id", "id", name="pk_attempts"),
        sa.ForeignKeyConstraint(["profile_id"], ["profiles.id"], name="fk_attempts_profile_id", ondelete="CASCADE"),
    )
    op.create_index("ix_attempts_profile_id_at", "attempts", ["profile_id", "at"])
