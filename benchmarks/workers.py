"""The measuring process's side: starts a worker, asks it, and ends it when it takes too long."""

from __future__ import annotations

import json
import os
import select
import subprocess
import sys
from pathlib import Path
from types import TracebackType
from typing import Any

from benchmarks.machine import SINGLE_THREAD

ROOT = Path(__file__).resolve().parent.parent


class WorkerError(RuntimeError):
    """What went wrong in a worker; its text is the worker's traceback."""


class Worker:
    """One process. Use it as a context manager, so that it ends with its block."""

    def __init__(self) -> None:
        search_path = os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH"))))
        self._process = subprocess.Popen(
            [sys.executable, "-m", "benchmarks.worker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={**os.environ, **SINGLE_THREAD, "PYTHONPATH": search_path},
        )

    def __enter__(self) -> Worker:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def call(self, function: str, *, timeout: float | None = None, **arguments: Any) -> Any:
        """Call a function in the worker.

        Args:
            function: ``module:name``.
            timeout: seconds after which the worker is ended; ``None`` waits for ever.
            arguments: of the function; they and its result travel as JSON.

        Returns:
            The function's result.

        Raises:
            WorkerError: if the function raised, the process died, or time ran out.
        """
        stdin, stdout = self._process.stdin, self._process.stdout
        if stdin is None or stdout is None or self._process.poll() is not None:
            raise WorkerError("the worker has already ended")
        request = json.dumps({"function": function, "arguments": arguments}) + "\n"
        try:
            stdin.write(request.encode())
            stdin.flush()
        except BrokenPipeError as error:
            raise WorkerError(f"the worker has ended with code {self._process.wait()}") from error
        # One answer is in flight at a time, so nothing waits in the reader's buffer where select would not see it.
        if not select.select([stdout], [], [], timeout)[0]:
            self.close()
            raise WorkerError(f"{function} gave no result within {timeout:g} s")
        line = stdout.readline()
        if not line:
            raise WorkerError(f"the worker ended in {function} with code {self._process.wait()}")
        reply = json.loads(line)
        if "failure" in reply:
            raise WorkerError(reply["failure"].strip())
        return reply["result"]

    def close(self) -> None:
        """End the process."""
        self._process.kill()
        self._process.wait()
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                try:
                    stream.close()
                except BrokenPipeError:
                    # What a dead worker will never read need not be flushed.
                    continue
