"""The gate: the one path of a message, out and in, and of the questions an MTA asks about one."""
