"""The command line: one module per verb group. The only layer that imports click."""
