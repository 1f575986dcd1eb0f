"""One build at a time to one target: a lock that the kernel drops when its holder dies."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sitegen.publish.errors import BusyError, telling

if sys.platform == "win32":

    def _take(path: Path) -> int | None:
        # O_TEMPORARY: the system deletes the file with its last handle, so also when the holder is killed.
        try:
            return os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_TEMPORARY)
        except (FileExistsError, PermissionError):
            return None

    def _give_back(path: Path, lock: int) -> None:
        os.close(lock)

else:
    import fcntl

    def _take(path: Path) -> int | None:
        while True:
            lock = os.open(path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o644)
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                if _is_still(lock, path):
                    return lock
            except BlockingIOError:
                os.close(lock)
                return None
            except BaseException:
                os.close(lock)
                raise
            os.close(lock)

    def _is_still(lock: int, path: Path) -> bool:
        # Between opening and locking, the last holder may have unlinked this very file: then somebody else
        # can hold a newer one under the same name, and ours guards nothing.
        try:
            return os.path.samestat(os.fstat(lock), path.lstat())
        except FileNotFoundError:
            return False

    def _give_back(path: Path, lock: int) -> None:
        path.unlink(missing_ok=True)  # while it is still held; see _is_still
        os.close(lock)


@contextmanager
def held(path: Path, target: Path) -> Iterator[None]:
    """Hold the lock file `path` of `target` through the block, and leave no file behind.

    Raises `BusyError` at once where another process or thread holds it, `PublishError` where it cannot be
    made. A child that is forked within the block shares the lock, so it must not outlive it.
    """
    with telling(target):
        lock = _take(path)
    if lock is None:
        raise BusyError(
            f"another build is writing {target} at this moment. "
            "Wait until it has ended and build again, or choose another folder with -o."
        )
    try:
        yield
    finally:
        _give_back(path, lock)
