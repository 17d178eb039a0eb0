"""What may a child process still do once it is loaded? Read what it is sent, answer, and no more."""

import resource
import signal
from typing import BinaryIO

from documents.wire import PREFIX, Message, header_length, parse_header

_STANDARD_STREAMS = 3


def restrict(memory: int) -> None:
    """From now on no new file or socket, nothing written to a file, at most `memory` bytes of addresses."""
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_IGN)  # meant for the bot, which then closes our stdin
    _limit(resource.RLIMIT_AS, memory)
    _limit(resource.RLIMIT_CORE, 0)
    _limit(resource.RLIMIT_FSIZE, 0)
    _limit(resource.RLIMIT_NOFILE, _STANDARD_STREAMS)
    # Not RLIMIT_NPROC: the HEIC decoder needs threads, which count as processes.


def allow_processor_time(seconds: int) -> None:
    """So many more seconds from now on; then the process ends, also when nobody is left to kill it."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    most = int(used.ru_utime + used.ru_stime) + seconds
    resource.setrlimit(resource.RLIMIT_CPU, (most, resource.getrlimit(resource.RLIMIT_CPU)[1]))


def next_message(stream: BinaryIO) -> Message | None:
    """The next request, None when the other side has ended; raises `WireError`."""
    prefix = stream.read(PREFIX.size)
    if len(prefix) < PREFIX.size:
        return None
    header, sizes = parse_header(stream.read(header_length(prefix)))
    blobs = tuple(stream.read(size) for size in sizes)
    return Message(header, blobs) if [len(blob) for blob in blobs] == sizes else None


def _limit(limit: int, most: int) -> None:
    """Lower a limit for good; one that is lower already stays."""
    hard = resource.getrlimit(limit)[1]
    lower = most if hard == resource.RLIM_INFINITY else min(most, hard)
    resource.setrlimit(limit, (lower, lower))
