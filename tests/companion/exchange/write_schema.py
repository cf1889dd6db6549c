"""Writes the JSON schema of the export from the types: ``python -m tests.companion.exchange.write_schema``.

A change of the schema is a change for everybody who reads exports: raise ``VERSION`` in the same commit.
"""

from pathlib import Path
from typing import Any

import msgspec

from massage_companion.companion.exchange.bundle import SCHEMA, VERSION, Bundle

SCHEMA_FILE = Path(__file__).resolve().parents[3] / "resources" / "schema" / f"{SCHEMA}-{VERSION}.schema.json"


def schema() -> dict[str, Any]:
    """The schema as the types give it."""
    made = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": SCHEMA,
        **msgspec.json.schema(Bundle),
    }
    plain: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(made, order="deterministic"))
    return plain


if __name__ == "__main__":
    SCHEMA_FILE.write_bytes(msgspec.json.format(msgspec.json.encode(schema()), indent=2) + b"\n")
