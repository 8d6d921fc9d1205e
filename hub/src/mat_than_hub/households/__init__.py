"""Households: invitations, pairing, keys, whether they are alive."""
