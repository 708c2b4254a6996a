"""Letters: what people are told beside replies and reports: the digest, portraits, links that prove or confirm."""
