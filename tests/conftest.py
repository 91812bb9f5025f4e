"""Property tests draw the same examples each time and are not timed; `make fuzz` looks for new ones."""

from importlib.util import find_spec

if find_spec("hypothesis") is not None:  # the oracle's environment has none
    from hypothesis import settings

    settings.register_profile("repeatable", derandomize=True, deadline=None)
    settings.load_profile("repeatable")
