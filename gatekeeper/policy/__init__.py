"""The judge. Pure: no clock, socket, database, log or randomness anywhere below this folder."""
