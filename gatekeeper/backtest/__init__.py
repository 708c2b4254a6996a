"""The backtest: real mail replayed in time order through the judge that serves, and blasts sent on forks of it."""
