"""The records people write. They are the JSON Schema and the field reference, too."""
