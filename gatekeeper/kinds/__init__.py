"""What a message is for: its kind, and the words, headers and looks that show it. Pure."""
