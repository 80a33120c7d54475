"""The JSON Schema of a scenario file, for editors; run as a module it prints the file scenarios/schema.json."""

from __future__ import annotations

import json
import sys

from attune_trainer.library.scenario import Scenario


def schema_text() -> str:
    """Return the schema as the text of scenarios/schema.json."""
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **Scenario.model_json_schema()}
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    sys.stdout.write(schema_text())
