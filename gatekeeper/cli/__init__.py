"""The command line: thin doors to the rooms; heavy modules are imported only by the command that needs them."""
