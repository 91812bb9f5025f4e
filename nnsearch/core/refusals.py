"""What the operating system refuses, in words: the reason and, where there is an answer, what to do."""

from __future__ import annotations

import errno

_FIXES = {
    errno.ENOSPC: "make room on the disk and try again",
    errno.EDQUOT: "make room within your quota and try again",
    errno.EFBIG: "raise the limit (ulimit -f) and try again",
    errno.EIO: "check the disk and try again",
    errno.EROFS: "make it writable, or choose another workspace",
    errno.EACCES: "make it writable, or choose another workspace",
    errno.EPERM: "make it writable, or choose another workspace",
}


def reason_and_fix(error: OSError) -> str:
    """Say why the system refused and, where there is an answer, what to do.

    >>> reason_and_fix(OSError(errno.ENOSPC, "No space left on device"))
    'No space left on device: make room on the disk and try again'
    """
    reason = error.strerror or str(error)
    return f"{reason}: {_FIXES[error.errno]}" if error.errno in _FIXES else reason
