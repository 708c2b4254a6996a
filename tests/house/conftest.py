"""A private PostgreSQL for the tests of several workers."""

from __future__ import annotations

from tests.databases import cluster

__all__ = ["cluster"]
