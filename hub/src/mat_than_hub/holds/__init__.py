"""Legal holds: what a case keeps although its consent was, or may be, withdrawn."""
