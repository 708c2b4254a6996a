"""Learning: what a message seen teaches about who knows whom, and how far it can be believed."""
