"""``python -m nnsearch`` is the command line."""

from nnsearch.cli.main import main

main()
