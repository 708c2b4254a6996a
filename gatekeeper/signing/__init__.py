"""Signing: DKIM signatures on our own reports, and on passing mail where a site wants it."""
