"""The MLflow projection of ledgers. The only layer that imports MLflow; a search never waits for it."""
