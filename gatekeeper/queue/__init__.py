"""The queue: what was accepted and must wait is delivered, tried again, or ended with a report."""
