"""Run the steps on the connection that `migrate` opened and locked; logging is left as it is."""

from __future__ import annotations

from alembic import context

from attune_trainer.store.migrate import VERSION_TABLE
from attune_trainer.store.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    version_table=VERSION_TABLE,
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
