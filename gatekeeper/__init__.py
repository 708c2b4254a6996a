"""gatekeeper: an SMTP relay that knows who has really been in touch with whom."""

__version__ = "0.1.0"
"""The one place that says so: the package is built with it."""
