"""The tables, as the newest migration leaves them."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from sqlalchemy import (
    JSON,
    Column,
    Date,
    DateTime,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
)

if TYPE_CHECKING:
    from sqlalchemy.engine import Dialect

_UNKEEPABLE = re.compile("[\x00\ud800-\udfff]")


class Moment(TypeDecorator[datetime]):
    """A moment in UTC, aware on the way in and on the way out, on either database."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """Return the moment in UTC; a moment without a zone is refused."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("expected a moment with a time zone, found one without")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """Return the moment aware and in UTC; SQLite keeps no zone, and what we wrote there was UTC."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Words(TypeDecorator[str]):
    """What a person wrote. What neither database can hold (NUL, half a surrogate pair) becomes U+FFFD.

    One character for one, so that spans still quote the same words.
    """

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        """Return text both databases can hold, of the same length."""
        return None if value is None else _UNKEEPABLE.sub("\N{REPLACEMENT CHARACTER}", value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        """Return the text as it was kept."""
        return value


metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    }
)


def _owner() -> Column[str]:
    return Column("profile_id", String(36), ForeignKey("profiles.id", ondelete="CASCADE"), primary_key=True)


profiles = Table(
    "profiles",
    metadata,
    Column("id", String(36), primary_key=True),
    Column("name", String(60), nullable=False),
    # The name as it is compared: folded, so that "Anna" and "ANNA" are one person in any script.
    Column("name_key", Text, nullable=False),
    Column("created_at", Moment, nullable=False),
    UniqueConstraint("name_key"),
)

attempts = Table(
    "attempts",
    metadata,
    _owner(),
    Column("id", String(64), primary_key=True),
    Column("round_id", String(64), nullable=False),
    Column("number", Integer, nullable=False),
    Column("scenario", Text, nullable=False),
    Column("scenario_hash", String(128), nullable=False),
    Column("level", Integer, nullable=False),
    Column("listener_is", Text, nullable=False),
    Column("feelings", JSON, nullable=False),
    Column("response", Words, nullable=False),
    Column("option", Integer),
    Column("reading", String(20), nullable=False),
    Column("present", JSON, nullable=False),
    Column("depth", Integer, nullable=False),
    Column("points", Integer),
    Column("findings", JSON, nullable=False),
    Column("rulebook", String(128), nullable=False),
    Column("at", Moment, nullable=False),
    Column("local_date", Date, nullable=False),
    Column("guessed_feelings", JSON, nullable=False),
    Column("guessed_hope", String(20)),
    Index(None, "profile_id", "at"),
)

checkins = Table(
    "checkins",
    metadata,
    _owner(),
    Column("id", String(64), primary_key=True),
    Column("round_id", String(64)),
    Column("feeling", Words, nullable=False),
    Column("body", Words, nullable=False),
    Column("need", Words, nullable=False),
    Column("at", Moment, nullable=False),
    Column("local_date", Date, nullable=False),
)

preferences = Table(
    "preferences",
    metadata,
    _owner(),
    Column("chosen", JSON, nullable=False),
)
