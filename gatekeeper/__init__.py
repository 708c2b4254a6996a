"""gatekeeper: an SMTP relay that knows who has really been in touch with whom."""

from importlib.metadata import PackageNotFoundError, version

try:
    __version__ = version("gatekeeper")
except PackageNotFoundError:  # a checkout that was never installed
    __version__ = "0"
