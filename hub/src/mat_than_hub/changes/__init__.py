"""The journal of changes that live pages follow."""
