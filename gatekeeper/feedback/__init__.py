"""What comes back: bounces, complaints, receipts, who leaves a list and who comes to a meeting. Pure."""
