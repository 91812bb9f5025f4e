"""Train a population: K networks of one shape as stacked arrays. Pure: arrays in, arrays out."""
