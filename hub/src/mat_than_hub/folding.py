"""Folds Vietnamese for search: marks fall away, đ becomes d, so that "cong nha" finds "Cổng nhà" on every engine."""

import unicodedata


def fold(text: str) -> str:
    """Lower case without marks."""
    plain = "".join(char for char in unicodedata.normalize("NFD", text) if not unicodedata.combining(char))
    return plain.casefold().replace("đ", "d")


def like_pattern(text: str) -> str:
    """A LIKE pattern, with a backslash as its escape character, that finds the folded text anywhere."""
    escaped = fold(text).replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return f"%{escaped}%"
