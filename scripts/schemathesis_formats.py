"""Texts of the formats that only Snug's description of its API has."""

import schemathesis
from hypothesis import strategies

# Letters and digits that stand alone in any order. The rest of what shows has tests of its own (crates/domain).
letters = strategies.characters(categories=["Lu", "Ll", "Nd"], max_codepoint=0x24F)
schemathesis.openapi.format("legible-line", strategies.text(letters, min_size=1, max_size=60))
