"""Alembic migrations; run by `gatekeeper.store.database.upgrade`."""
