"""What every layer stands on: errors, names and paths, seeds, atomic files. Knows nothing of networks."""
