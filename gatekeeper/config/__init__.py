"""The configuration: every setting with its one default, its meaning and an example, read from one TOML file."""

from gatekeeper.config.file import SEARCHED, find, load, policy_file, shipped_policies
from gatekeeper.config.place import Endpoint
from gatekeeper.config.settings import Config, Listener, NextHop

__all__ = [
    "SEARCHED",
    "Config",
    "Endpoint",
    "Listener",
    "NextHop",
    "find",
    "load",
    "policy_file",
    "shipped_policies",
]
