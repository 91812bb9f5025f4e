"""The search: study files, spaces, cohorts, the ledger and the driver. The only layer that imports Optuna."""
