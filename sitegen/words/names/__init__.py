"""Names of people in texts, ids and addresses."""
