"""From a named source to scaled train, dev and test arrays. Knows nothing of networks or searches."""
