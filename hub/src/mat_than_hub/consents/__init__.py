"""Consents: records, receipts, withdrawal and the deletion that it causes."""
