# SPDX-License-Identifier: Apache-2.0
"""A model of a disk: from a trace of changes to every state that a loss of power may leave behind.

Names and bytes are kept apart, as POSIX keeps them: fsync of a file makes its bytes durable, fsync of a directory the names
in it, syncfs everything. Two kinds of file system are modelled. `ordered` (a journal, as in ext4): names survive in the order in which they were
changed, up to some point, and any fsync makes all earlier ones durable. `weak`: each change of a name that no fsync of a
directory covers survives or not, by itself. A rename is one change. Bytes that no fsync covers are there, or not, or in part.
"""
import itertools
import os
import random
from dataclasses import dataclass, field


@dataclass
class Change:
    kind: str
    path: str
    other: str = ""
    offset: int = 0
    data: bytes = b""
    file: int = 0

    def folders(self):
        return {os.path.dirname(path) for path in (self.path, self.other) if path}


@dataclass
class Trace:
    """What happened, from the state `names` and `bytes` that was durable before."""

    changes: list
    names: dict = field(default_factory=dict)
    bytes: dict = field(default_factory=dict)
    folders: set = field(default_factory=set)


def read(path, root, names):
    """Reads what the shim wrote. `names` are the files that were there before: path → inode."""
    changes, files, count = [], dict(names), max(names.values(), default=0)
    with open(path, "rb") as stream:
        while line := stream.readline():
            kind, _, offset, length, source, target = line.decode().rstrip("\n").split(" ")
            data = stream.read(int(length))
            source, target = (os.path.relpath(name, root) if name != "-" else "" for name in (source, target))
            if kind == "create":
                count += 1
                files[source] = count
            changes.append(Change(kind, source, target, int(offset), data, files.get(source, 0)))
            if kind == "unlink":
                files.pop(source, None)
            if kind in ("rename", "link") and source in files:
                files[target] = files[source]
                if kind == "rename":
                    del files[source]
    return [change for change in changes if not change.path.endswith("-shm")]


NAMING = ("create", "rename", "link", "unlink", "mkdir")


@dataclass(frozen=True)
class State:
    """What a disk holds: directories, and files with their bytes."""

    folders: frozenset
    files: tuple

    def write(self, root, linked):
        """Makes it real; `linked` are files that must keep their inode: path → where that is kept."""
        for folder in sorted(self.folders):
            os.makedirs(os.path.join(root, folder), exist_ok=True)
        for name, content in self.files:
            target = os.path.join(root, name)
            with open(linked.get(name, target), "wb") as file:
                file.write(content)
            if name in linked:
                os.link(linked[name], target)


class Disk:
    """The states after the first `length` changes of a trace."""

    def __init__(self, trace, length):
        self.trace, self.past = trace, trace.changes[:length]
        self.naming = [place for place, change in enumerate(self.past) if change.kind in NAMING]
        self.folders = {change.path for change in self.past if change.kind == "mkdir"} | trace.folders | {"."}
        self.unsynced = self._unsynced()

    def _unsynced(self):
        """The changes of bytes that no fsync covers, by file."""
        open_changes = {}
        for place, change in enumerate(self.past):
            if change.kind in ("write", "truncate"):
                open_changes.setdefault(change.file, []).append(place)
            elif change.kind == "fsync" and change.path not in self.folders:
                open_changes.pop(change.file, None)
            elif change.kind == "syncfs":
                open_changes = {}
        return open_changes

    def free(self, model):
        """The changes of names that may be lost."""
        forced = set()
        for place, change in enumerate(self.past):
            if change.kind not in ("fsync", "syncfs"):
                continue
            if model == "ordered" or change.kind == "syncfs":
                forced |= {earlier for earlier in self.naming if earlier < place}
            elif change.path in self.folders:
                forced |= {earlier for earlier in self.naming if earlier < place and (change.path or ".") in _real(self.past[earlier].folders())}
        return [place for place in self.naming if place not in forced]

    def choices(self, model, most, random):
        """Which of the free changes are lost: all possibilities, or `most` of them, the simple ones among them."""
        free = self.free(model)
        if model == "ordered":
            yield from (frozenset(free[kept:]) for kept in range(len(free) + 1))
        elif 2 ** len(free) <= most:
            for count in range(len(free) + 1):
                yield from map(frozenset, itertools.combinations(free, count))
        else:
            yield from {frozenset(), frozenset(free)}
            yield from (frozenset([place]) for place in free)
            yield from (frozenset(free) - {place} for place in free)
            for _ in range(max(0, most - 2 * len(free))):
                yield frozenset(place for place in free if random.random() < 0.5)

    def state(self, lost, torn):
        """`torn` says of a change of bytes that is not durable whether it is lost."""
        names, folders = dict(self.trace.names), set(self.trace.folders)
        for place in self.naming:
            if place not in lost:
                _rename(self.past[place], names, folders)
        folders = {folder for folder in folders if _above(folder) <= folders}
        kept = {name: file for name, file in names.items() if _above(name) <= folders}
        content = self._bytes(set(kept.values()), torn)
        return State(frozenset(folders), tuple(sorted((name, content[file]) for name, file in kept.items())))

    def _bytes(self, files, torn):
        content = {file: bytearray(self.trace.bytes.get(file, b"")) for file in files}
        for place, change in enumerate(self.past):
            if change.kind not in ("write", "truncate") or change.file not in files:
                continue
            if place in self.unsynced.get(change.file, ()) and torn(place):
                continue
            held = content[change.file]
            if change.kind == "truncate":
                del held[change.offset:]
            end = change.offset + len(change.data)
            if len(held) < end:
                held.extend(bytes(end - len(held)))
            held[change.offset:end] = change.data
        return {file: bytes(held) for file, held in content.items()}


def _real(folders):
    return {folder or "." for folder in folders}


def _above(name):
    """Every directory above a name, but the root."""
    parts = name.split("/")[:-1]
    return {"/".join(parts[:count]) for count in range(1, len(parts) + 1)}


def _rename(change, names, folders):
    if change.kind == "mkdir":
        folders.add(change.path)
    elif change.kind == "create":
        names[change.path] = change.file
    elif change.kind == "unlink":
        names.pop(change.path, None)
    else:
        if change.kind == "rename" and names.get(change.path) == change.file:
            del names[change.path]
        names[change.other] = change.file


def states(trace, seed, most=64):
    """Every state that a loss of power may leave, after each change, in both models; the same state comes more than once.

    Where there are more than `most` at a place, those follow in later rounds, by chance; there is no end to them.
    """
    dice = random.Random(seed)
    lengths = list(range(1, len(trace.changes) + 1))
    dice.shuffle(lengths)
    disks = {length: Disk(trace, length) for length in lengths}
    for length in lengths:
        disk = disks[length]
        for model in ("weak", "ordered"):
            for lost in disk.choices(model, most, dice):
                for torn in (lambda _: True, lambda _: False, by_chance(dice)):
                    yield length, disk.state(lost, torn)
                    if not disk.unsynced:
                        break
    free = {length: disk.free("weak") for length, disk in disks.items()}
    while True:
        length = dice.choice(lengths)
        share = dice.random()
        lost = frozenset(place for place in free[length] if dice.random() < share)
        yield length, disks[length].state(lost, by_chance(dice))


def by_chance(dice):
    """Loses each change of bytes or not, some of them or most."""
    salt, share = dice.random(), dice.random()
    return lambda place: random.Random(salt + place).random() < share
