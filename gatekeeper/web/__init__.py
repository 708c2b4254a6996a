"""The web listener: why pages, metrics and health; it reads and never changes anything on GET."""
