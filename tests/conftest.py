"""Property tests draw the same examples each time and are not timed; `make fuzz` looks for new ones.

Ctrl-C is tested, so it must count even where a shell started the tests in the background, which ignores it.
"""

import signal
from importlib.util import find_spec

signal.signal(signal.SIGINT, signal.default_int_handler)

if find_spec("hypothesis") is not None:  # the oracle's environment has none
    from hypothesis import settings

    settings.register_profile("repeatable", derandomize=True, deadline=None)
    settings.load_profile("repeatable")
