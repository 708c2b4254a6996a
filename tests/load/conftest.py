"""Fixtures of the load tests: the databases that all tests share."""

from __future__ import annotations

from tests.databases import cluster, database_url

__all__ = ["cluster", "database_url"]
