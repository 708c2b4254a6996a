"""The tests: one folder per room, and `servers` with the real and the faulty next hops."""
