"""Which secret keys guard what is stored, and how is a value sealed, opened and found again?

The key file holds one key a line, `id:base64 of 32 bytes`; lines that begin with `#` are comments. The last
key seals everything new. Every key still in the file opens what it once sealed. The first key makes the
search indexes: adding a key keeps old ones findable, and the first line has to stay while they are in use.
"""

import base64
import binascii
import fcntl
import hashlib
import hmac
import os
import secrets
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Self

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

KEY_BYTES = 32
NONCE_BYTES = 12
MAX_ID = 255  # the id is the first byte of everything sealed
MAX_FILE_BYTES = 64 * 1024
SAFE_MODES = frozenset({0o400, 0o600})


class KeyProblem(Exception):
    """The key file can't be used; `code` is missing, empty, unreadable, mode, malformed or full."""

    def __init__(self, code: str, path: Path) -> None:
        super().__init__(f"key file {path}: {code}")
        self.code = code


class SealBroken(Exception):
    """A sealed value was changed, cut or moved (`code` "seal"), or its key isn't in the file ("key")."""

    def __init__(self, code: str) -> None:
        super().__init__(f"sealed value cannot be opened: {code}")
        self.code = code


class KeyRing:
    """Seals and opens values with AES-256-GCM, indexes texts with HMAC-SHA256; threads may share it.

    `keys` maps ids (1 to 255) to 32 secret bytes in the order of the file. No key is used as it stands: each
    purpose gets its own, derived with HKDF-SHA256. Nonces are random, good for 2**32 values a key
    (NIST SP 800-38D §8.3).
    """

    def __init__(self, keys: dict[int, bytes], path: Path | None = None) -> None:
        self._path = path
        self._index_root = next(iter(keys.values()))
        self._index_keys: dict[str, bytes] = {}
        self._take(keys)

    def _take(self, keys: dict[int, bytes]) -> None:
        self._ciphers = {key_id: AESGCM(_derive(key, "seal")) for key_id, key in keys.items()}
        self.active_id = next(reversed(keys))

    @classmethod
    def load(cls, path: Path) -> Self:
        """Read the key file; raises `KeyProblem`."""
        keys = _parse(_read(path)[0], path)
        if not keys:
            raise KeyProblem("empty", path)
        return cls(keys, path)

    def is_current(self, sealed: bytes) -> bool:
        """Was this sealed with the active key?"""
        return sealed[:1] == bytes((self.active_id,))

    def seal(self, plain: bytes, about: str) -> bytes:
        """Encrypt for one place only: `about` names it, such as "drafts.answers:17". Adds 29 bytes."""
        nonce = secrets.token_bytes(NONCE_BYTES)
        sealed = self._ciphers[self.active_id].encrypt(nonce, plain, about.encode())
        return bytes((self.active_id,)) + nonce + sealed

    def open(self, sealed: bytes, about: str) -> bytes:
        """Decrypt what `seal` made for the same `about`; raises `SealBroken`."""
        if not sealed:
            raise SealBroken("seal")
        if sealed[0] not in self._ciphers:
            self._look_for_new_keys()
        cipher = self._ciphers.get(sealed[0])
        if cipher is None:
            raise SealBroken("key")
        nonce, body = sealed[1 : 1 + NONCE_BYTES], sealed[1 + NONCE_BYTES :]
        if len(nonce) < NONCE_BYTES:
            raise SealBroken("seal")
        try:
            return cipher.decrypt(nonce, body, about.encode())
        except InvalidTag:
            raise SealBroken("seal") from None

    def _look_for_new_keys(self) -> None:
        """Another process may have added a key and seal with it already (`bot rotate-keys` beside a running bot)."""
        if self._path is not None:
            with suppress(KeyProblem):
                self._take(_parse(_read(self._path)[0], self._path))

    def index(self, text: str, purpose: str) -> bytes:
        """32 bytes by which an equal text of one purpose ("people.nik") is found; they tell nothing else.

        Made with the first key of the file, so they stay the same after `make_key`.
        """
        if purpose not in self._index_keys:
            self._index_keys[purpose] = _derive(self._index_root, f"index {purpose}")
        return hmac.digest(self._index_keys[purpose], text.encode(), hashlib.sha256)


def make_key(path: Path) -> int:
    """Create the key file (mode 0400) with one key, or add a key that becomes the active one; gives its id.

    The file is replaced in one step, keeping owner, mode and comments; two calls at once make two keys.
    Raises `KeyProblem`, with code "full" after 255 keys.
    """
    with _folder_locked(path.parent) as folder:
        text, status = _read(path) if path.exists() else ("", None)
        new_id = max(_parse(text, path), default=0) + 1
        if new_id > MAX_ID:
            raise KeyProblem("full", path)
        key = base64.b64encode(secrets.token_bytes(KEY_BYTES)).decode()
        before = text if text.endswith("\n") or not text else text + "\n"
        _replace(path, f"{before}{new_id}:{key}\n", status)
        os.fsync(folder)
    return new_id


def _derive(key: bytes, purpose: str) -> bytes:
    return HKDF(SHA256(), KEY_BYTES, salt=None, info=f"lindung v1 {purpose}".encode()).derive(key)


def _read(path: Path) -> tuple[str, os.stat_result]:
    """The text and status of a private regular file; O_NONBLOCK, so that a named pipe doesn't hold us up."""
    try:
        with os.fdopen(os.open(path, os.O_RDONLY | os.O_CLOEXEC | os.O_NONBLOCK), "rb") as file:
            status = os.fstat(file.fileno())
            if not stat.S_ISREG(status.st_mode):
                raise KeyProblem("unreadable", path)
            if stat.S_IMODE(status.st_mode) not in SAFE_MODES:
                raise KeyProblem("mode", path)
            data = file.read(MAX_FILE_BYTES + 1)
    except FileNotFoundError:
        raise KeyProblem("missing", path) from None
    except OSError:
        raise KeyProblem("unreadable", path) from None
    if len(data) > MAX_FILE_BYTES or not data.isascii():
        raise KeyProblem("malformed", path)
    return data.decode(), status


def _parse(text: str, path: Path) -> dict[int, bytes]:
    keys: dict[int, bytes] = {}
    for line in text.splitlines():
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        key_id, colon, encoded = line.strip().partition(":")
        try:
            key = base64.b64decode(encoded, validate=True)
        except binascii.Error:
            raise KeyProblem("malformed", path) from None  # the cause would carry key text into a log
        if not (colon and key_id.isdecimal() and 1 <= int(key_id) <= MAX_ID and len(key) == KEY_BYTES):
            raise KeyProblem("malformed", path)
        if int(key_id) in keys:
            raise KeyProblem("malformed", path)
        keys[int(key_id)] = key
    return keys


@contextmanager
def _folder_locked(folder: Path) -> Iterator[int]:
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield handle
    finally:
        os.close(handle)


def _replace(path: Path, text: str, status: os.stat_result | None) -> None:
    fresh = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
    try:
        with os.fdopen(handle, "w", encoding="ascii") as file:
            if status is not None:
                os.fchown(handle, status.st_uid, status.st_gid)
            os.fchmod(handle, 0o400 if status is None else stat.S_IMODE(status.st_mode))
            file.write(text)
            file.flush()
            os.fsync(handle)
        fresh.replace(path)
    except BaseException:
        fresh.unlink(missing_ok=True)
        raise
