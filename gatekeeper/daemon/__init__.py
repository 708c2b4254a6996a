"""The daemon: the only place where the rooms are wired together; its start, reload and end."""
