# SPDX-License-Identifier: Apache-2.0
"""A model of a disk: from a trace of changes to every state that a loss of power may leave behind.

Names and bytes are kept apart, as POSIX keeps them: fsync of a file makes its bytes durable, fsync of a directory the names
in it, syncfs everything. Two kinds of file system are modelled. `ordered` (a journal, as in ext4): names survive in the order in which they were
changed, up to some point, and any fsync makes all earlier ones durable. `weak`: each change of a name that no fsync of a
directory covers survives or not, by itself. A rename is one change. Bytes that no fsync covers are there, or not, or some sectors of them.
"""
import functools
import itertools
import os
import random
from dataclasses import dataclass, field

SECTOR = 512
# What is left of a change of bytes: all of it, or nothing; else the first and the end of the bytes that are.
WHOLE, LOST = (0, None), None


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
    # (file, its last durable change) → bytes
    settled: dict = field(default_factory=dict)

    def state(self):
        """What the disk holds before anything happens."""
        return State(frozenset(self.folders), tuple(sorted((name, self.bytes[file]) for name, file in self.names.items())))


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
        self.durable, self.unsynced = self._writes()
        self.forget()

    def forget(self):
        """Gives back the memory of the files that were made."""
        self.made = {}

    def _writes(self):
        """The changes of bytes by file: those that an fsync covers, and those that none does."""
        durable, unsynced = {}, {}
        def settle(file):
            durable.setdefault(file, []).extend(unsynced.pop(file))
        for place, change in enumerate(self.past):
            if change.kind in ("write", "truncate"):
                unsynced.setdefault(change.file, []).append(place)
            elif change.kind == "fsync" and change.path not in self.folders and change.file in unsynced:
                settle(change.file)
            elif change.kind == "syncfs":
                for file in list(unsynced):
                    settle(file)
        return durable, unsynced

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

    def state(self, lost, fate):
        """`fate` says of a change of bytes that is not durable what is left of it."""
        names, folders = dict(self.trace.names), set(self.trace.folders)
        for place in self.naming:
            if place not in lost:
                _rename(self.past[place], names, folders)
        folders = frozenset(folder for folder in folders if _above(folder) <= folders)
        return State(folders, tuple(sorted((name, self.bytes(file, fate)) for name, file in names.items() if _above(name) <= folders)))

    def bytes(self, file, fate):
        """The same object for the same bytes, made once."""
        left = tuple((place, part) for place in self.unsynced.get(file, ()) if (part := fate(place, self.past[place])) is not LOST)
        if (file, left) not in self.made:
            held = self._settled(file)
            if left:
                held = bytearray(held)
                for place, part in left:
                    _write(held, self.past[place], part)
            self.made[file, left] = bytes(held)
        return self.made[file, left]

    def _settled(self, file):
        places = self.durable.get(file, [])
        key = file, places[-1] if places else None
        if key not in self.trace.settled:
            held = bytearray(self.trace.bytes.get(file, b""))
            for place in places:
                _write(held, self.past[place], WHOLE)
            self.trace.settled[key] = bytes(held)
        return self.trace.settled[key]


def _write(held, change, part):
    if change.kind == "truncate":
        del held[change.offset:]
    data, offset = change.data[part[0]:part[1]], change.offset + part[0]
    if len(held) < offset + len(data):
        held.extend(bytes(offset + len(data) - len(held)))
    held[offset:offset + len(data)] = data


def _real(folders):
    return {folder or "." for folder in folders}


@functools.cache
def _above(name):
    """Every directory above a name, but the root."""
    parts = name.split("/")[:-1]
    return frozenset("/".join(parts[:count]) for count in range(1, len(parts) + 1))


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


def states(trace, seed, most=64, more=64):
    """Every state that a loss of power may leave, after each change, in both models; the same state comes more than once.

    Where there are more than `most` at a place, those follow by chance, `more` in each round; there is no end to them.
    """
    dice = random.Random(seed)
    lengths = list(range(1, len(trace.changes) + 1))
    dice.shuffle(lengths)
    disks = {length: Disk(trace, length) for length in lengths}
    for length in lengths:
        disk = disks[length]
        for model in ("weak", "ordered"):
            for lost in disk.choices(model, most, dice):
                for fate in (lambda *_: LOST, lambda *_: WHOLE, by_chance(dice)):
                    yield length, disk.state(lost, fate)
                    if not disk.unsynced:
                        break
        disk.forget()
    free = {length: (disk.free("weak"), disk.free("ordered")) for length, disk in disks.items()}
    while True:
        for length in lengths:
            weak, ordered = free[length]
            for count in range(more):
                share = dice.random()
                lost = [place for place in weak if dice.random() < share] if count % 2 else ordered[dice.randint(0, len(ordered)):]
                yield length, disks[length].state(frozenset(lost), by_chance(dice))
            disks[length].forget()


def by_chance(dice):
    """Loses each change of bytes or not, some of them or most; of what is left of a large one, sectors may be missing."""
    share, fates = dice.random(), {}
    def fate(place, change):
        if place not in fates:
            fates[place] = LOST if dice.random() < share else part(change, dice)
        return fates[place]
    return fate


def part(change, dice):
    """One of four large writes is there in part: its first sectors, or its last."""
    sectors = -(-len(change.data) // SECTOR)
    if sectors < 2 or dice.random() < 0.75:
        return WHOLE
    border = dice.randrange(1, sectors) * SECTOR
    return (0, border) if dice.random() < 0.5 else (border, None)
