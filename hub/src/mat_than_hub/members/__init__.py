"""Officers: accounts, roles, passwords, login sessions."""
