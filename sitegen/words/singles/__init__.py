"""What singles one person out of a text."""
