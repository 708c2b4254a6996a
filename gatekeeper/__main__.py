"""`python -m gatekeeper`: the same as the `gatekeeper` command."""

from __future__ import annotations

from gatekeeper.cli.main import main

main()
