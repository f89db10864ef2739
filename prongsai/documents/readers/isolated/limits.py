"""What a process that reads a stranger's file may use, and how long."""

from __future__ import annotations

import contextlib

#: Bytes of memory of its own. With the two programs that read letters it stays below 1 GB.
MEMORY = 750 * 1024 * 1024
#: Seconds until a file is open (or read, where it has no pages), and until a page is parsed and drawn. The parsers are
#: what a hostile file makes hang; three such pages in a row are over within half a minute, the seconds that a process
#: takes to begin anew after each of them included.
OPENING, PARSING = 25.0, 7.0
#: Seconds for reading the letters of a page that is looked at.
LOOKING = 29.0
#: Seconds after which a page begins no new piece of work: what is left is told as not read.
PAGE_BUDGET = 24.0
#: A file may take this many pages that are lost before the others are given up.
MOST_LOST_IN_ROW = 3
#: The longest message of the process, in bytes: a page of 50,000 cells is far smaller.
LONGEST_MESSAGE = 64 * 1024 * 1024
#: The largest file that it may write (the picture of a page), in bytes.
_LARGEST_WRITTEN = 128 * 1024 * 1024


def confine() -> None:
    """Put the limits on this process and on those that it starts. Systems without such limits go without them."""
    try:
        import resource
    except ImportError:  # Windows
        return
    wanted = {
        resource.RLIMIT_DATA: MEMORY,
        resource.RLIMIT_CORE: 0,
        resource.RLIMIT_FSIZE: _LARGEST_WRITTEN,
    }
    for kind, most in wanted.items():
        with contextlib.suppress(ValueError, OSError):
            hard = resource.getrlimit(kind)[1]
            resource.setrlimit(kind, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))
