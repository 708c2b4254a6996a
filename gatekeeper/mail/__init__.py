"""The words of the trade: addresses, envelopes, messages, replies. Pure; imports nothing of ours."""
