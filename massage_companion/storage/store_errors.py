"""From SQLite's and the system's errors to the port's own, by kind. The kind chooses the sentence a person reads.

The detail never holds what anybody answered: SQLite's texts name tables and files only.
"""

import errno
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from massage_companion.companion.ports import StoreError

_KIND_OF_ERRNO = {
    errno.ENOSPC: "full",
    errno.EDQUOT: "full",
    errno.EFBIG: "full",
    errno.EROFS: "read_only",
    errno.EACCES: "read_only",
    errno.EPERM: "read_only",
    errno.ENOENT: "gone",
    errno.ENOTDIR: "gone",
}
_NO_ROOM = {sqlite3.SQLITE_IOERR_WRITE, sqlite3.SQLITE_IOERR_SHMSIZE, sqlite3.SQLITE_IOERR_TRUNCATE}


@contextmanager
def as_store_errors(path: Path) -> Iterator[None]:
    """Raise StoreError for whatever goes wrong with the database at this path."""
    try:
        yield
    except sqlite3.Error as error:
        raise StoreError(_kind_of_sqlite(error, path), str(error)) from error
    except OSError as error:
        raise store_error_of(error) from error
    except UnicodeDecodeError as error:
        # SQLite's own message names something in the schema that is not text any more.
        raise StoreError("damaged", "the schema is not text") from error
    except (OverflowError, UnicodeEncodeError) as error:
        raise StoreError("other", "a value cannot be stored: " + type(error).__name__) from error


def store_error_of(error: OSError) -> StoreError:
    """The port's error for one of the system."""
    return StoreError(_KIND_OF_ERRNO.get(error.errno or 0, "other"), error.strerror or str(error))


def _kind_of_sqlite(error: sqlite3.Error, path: Path) -> str:
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:
        # The sqlite3 module's own: text in the file that is not UTF-8, for one.
        return "damaged" if isinstance(error, sqlite3.OperationalError) else "other"
    if code in _NO_ROOM:
        return "full"
    match code & 0xFF:
        case sqlite3.SQLITE_FULL:
            return "full"
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED | sqlite3.SQLITE_PROTOCOL:
            return "locked"
        case sqlite3.SQLITE_CORRUPT | sqlite3.SQLITE_NOTADB | sqlite3.SQLITE_FORMAT | sqlite3.SQLITE_MISMATCH:
            return "damaged"
        case sqlite3.SQLITE_ERROR:
            # The program's own statements are right, so what they name is missing from the file.
            return "damaged"
        case sqlite3.SQLITE_READONLY:
            return "read_only" if path.exists() else "gone"
        case sqlite3.SQLITE_CANTOPEN | sqlite3.SQLITE_IOERR:
            if not path.exists():
                return "gone"
            return "other" if os.access(path, os.W_OK) and os.access(path.parent, os.W_OK) else "read_only"
        case sqlite3.SQLITE_PERM | sqlite3.SQLITE_AUTH:
            return "read_only"
        case _:
            return "other"
