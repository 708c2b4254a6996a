"""The listeners: SMTP and LMTP from a client to one awaited call, and its replies back (RFC 5321, RFC 2033)."""
