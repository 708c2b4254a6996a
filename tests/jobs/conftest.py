"""Benches on each kind of database, as the store's tests have them."""

from tests.store.conftest import cluster, database_url, engine, open_bench, post, terms

__all__ = ["cluster", "database_url", "engine", "open_bench", "post", "terms"]
