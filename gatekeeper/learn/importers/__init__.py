"""Importers: what a site already has, read as a stream. Each yields exchanges, and what it had to skip and where."""

from __future__ import annotations

from gatekeeper.learn.importers.progress import Claim, Progress, Skipped

__all__ = ["Claim", "Progress", "Skipped"]
