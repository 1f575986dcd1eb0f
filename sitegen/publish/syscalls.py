"""What the operating system can do with folders and Python has no function for."""

import ctypes
import errno
import os
import sys
from collections.abc import Callable
from pathlib import Path

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2  # renameat2(2), Linux
_RENAME_SWAP = 2  # renamex_np(2), macOS

# EPERM: a sandbox's answer to a call that it does not know. If it is about the folders, so will renaming be.
_CANNOT = {errno.EINVAL, errno.ENOSYS, errno.ENOTSUP, errno.EPERM}


def exchange(one: Path, other: Path) -> bool:
    """Swap two folders in one step; False where the system or the filesystem cannot. Raises `OSError`."""
    if _swap(os.fsencode(one), os.fsencode(other)) == 0:
        return True
    number = ctypes.get_errno()
    if number in _CANNOT:
        return False
    raise OSError(number, os.strerror(number), str(other))


def _swap(one: bytes, other: bytes) -> int:
    if sys.platform == "darwin":
        name, arguments = "renamex_np", (one, other, _RENAME_SWAP)
    else:
        name, arguments = "renameat2", (_AT_FDCWD, one, _AT_FDCWD, other, _RENAME_EXCHANGE)
    call = _c_function(name)
    if call is None:
        ctypes.set_errno(errno.ENOSYS)
        return -1
    return call(*arguments)


def _c_function(name: str) -> Callable[..., int] | None:
    try:
        function: Callable[..., int] = getattr(ctypes.CDLL(None, use_errno=True), name)
    except (AttributeError, OSError, TypeError):  # TypeError: Windows has no library without a name
        return None
    return function


def flush_filesystem(folder: Path) -> None:
    """Wait until everything under `folder` is on the disk; raises `OSError` where it could not be written.

    One call for the whole filesystem: a call for each of 10,000 files takes many times as long.
    """
    call = _c_function("syncfs")
    if call is None:
        if sys.platform != "win32":
            os.sync()
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        if call(descriptor) != 0:
            number = ctypes.get_errno()
            raise OSError(number, os.strerror(number), str(folder))
    finally:
        os.close(descriptor)


def flush_folder(folder: Path) -> None:
    """Wait until the names in `folder` are on the disk; raises `OSError`."""
    if sys.platform == "win32":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
