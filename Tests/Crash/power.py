# SPDX-License-Identifier: Apache-2.0
"""The power fails: from one recorded run every disk that may be left is made, and the real program recovers from it.

A consumer is added to the trace that claims each file of the outlet `main` as docs/SPOOL.md says, acts, and unlinks; `desk`
has none. To show that the judgement has teeth, one fsync after the other is taken out of the trace: each must be missed.
"""
import hashlib
import os
import re
import shutil
import sqlite3

import disk
import lab
import oracle
from disk import Change
from installation import Site
from wire import Shape, Wire, expected

# In the bulk, an outlet's files are many enough to be made durable by one syncfs.
SHAPES = {"first": Shape(feeds=2, stories=3), "second": Shape(feeds=2, stories=3), "bulk": Shape(feeds=2, stories=20)}

# What is taken out of the trace, by the paths of the fsyncs. (fsync of new/ is not among them: the recovery goes by what lies
# in tmp/ and so doesn't need it. The suite shows that too.)
MUTATIONS = {
    "a file's bytes": r"spool/\w+/tmp/.*json$",
    "the names in tmp/": r"spool/\w+/tmp$",
    "the catalog's commits": r"state/catalog.sqlite-wal$",
    "the catalog's checkpoint": r"state/catalog.sqlite$",
    "the catalog's name": r"state$",
    "the log's bytes": r"ingest.log$",
    "the log's name and the directories": r"\.$",
    "the marker's bytes": r".*/\.wirespool-outlet\.draft$",
    "the outlet's directories": r"spool/\w+$",
    "the outlet's own name": r"spool$",
    "a bulk's bytes and names": r"spool/\w+/tmp$",
    "the consumer's claim": r"spool/main/(cur/me|new claimed)$",
}
SPARED = {"the names in new/": r"spool/\w+/new$"}


def points(options):
    """(scenario, seed, states, mutation): each is a recording of its own, since the threads never run twice alike."""
    rounds = max(4, options.power // 15_000)
    # Of a bulk nearly every state must be recovered from: it has so many files that are not yet durable.
    shares = {"first": 0.45, "second": 0.45, "bulk": 0.1}
    return [(scenario, seed, int(options.power * share / rounds) + 1, "") for seed in range(rounds) for scenario, share in shares.items()]


def mutations(options):
    return [("bulk" if name.startswith("a bulk") else "first", 0, max(4_000, options.power // 8), name) for name in [*MUTATIONS, *SPARED]]


def record(scenario):
    """One run under the shim. Returns the installation, its trace, and the log's file under another name."""
    wire = lab.local(("wire", SHAPES[scenario]), lambda: Wire(SHAPES[scenario]))
    wire.version = 1
    site = Site(lab.current, f"power-{lab.worker()}", wire)
    kept, trace_file = site.root + ".log", site.root + ".trace"
    for file in (kept, trace_file):
        if os.path.exists(file):
            os.remove(file)
    if scenario == "second":
        assert site.fetch()[0] == 0
        wire.version = 2
    before = snapshot(site)
    status, messages = site.fetch(trace=trace_file)
    assert status == 0, messages
    os.link(site.path("ingest.log"), kept)
    before.changes = disk.read(trace_file, site.root, before.names)
    return site, with_consumer(before), kept


def snapshot(site):
    trace = disk.Trace([])
    for folder, folders, files in os.walk(site.root):
        trace.folders |= {os.path.relpath(os.path.join(folder, name), site.root) for name in folders}
        for name in files:
            path = os.path.relpath(os.path.join(folder, name), site.root)
            if path != "wirespool.yaml":
                trace.names[path] = number = len(trace.names) + 1
                with open(site.path(path), "rb") as file:
                    trace.bytes[number] = file.read()
    return trace


def with_consumer(trace):
    """Adds what a consumer does that claims each file of `main` as soon as it is visible."""
    changes, outlet = [], "spool/main/"
    if outlet + "cur" in trace.folders:
        trace.folders.add(outlet + "cur/me")
    for change in trace.changes:
        changes.append(change)
        if change.kind == "mkdir" and change.path == outlet + "cur":
            changes += [Change("mkdir", outlet + "cur/me"), Change("fsync", outlet + "cur")]
        if change.kind == "rename" and change.other.startswith(outlet + "new/"):
            claimed = outlet + "cur/me/" + os.path.basename(change.other)
            changes += [
                Change("rename", change.other, claimed, file=change.file), Change("fsync", outlet + "cur/me"),
                Change("fsync", outlet + "new", "claimed"), Change("act", claimed, file=change.file), Change("unlink", claimed, file=change.file)]
    trace.changes = changes
    return trace


def mutated(trace, mutation):
    pattern = re.compile({**MUTATIONS, **SPARED}[mutation]) if mutation else None
    def is_dropped(change):
        path = (change.path + " " + change.other).rstrip()
        return change.kind in ("fsync", "syncfs") and pattern is not None and pattern.match(path)
    trace.changes = [change for change in trace.changes if not is_dropped(change)]
    return trace


def acted(trace, length):
    """name → bytes of what the consumer had acted on by then."""
    held = disk.Disk(trace, length)
    files = {change.file: os.path.basename(change.path) for change in held.past if change.kind == "act"}
    content = held._bytes(set(files), lambda _: False)
    return {"main": {name: content[file] for file, name in files.items()}}


def run(point):
    scenario, seed, most, mutation = point
    site, trace, kept = record(scenario)
    trace = mutated(trace, mutation)
    disks, judged, count, complaints, reader, takings = set(), set(), 0, [], Reader(site.root + ".read"), {}
    for length, state in disk.states(trace, seed):
        count += 1
        if length not in takings:
            takings[length] = acted(trace, length)
        taken = takings[length]
        disks.add(hash(state))
        known = hash((reader.read(state), tuple(taken["main"])))
        if known not in judged:
            judged.add(known)
            found = judge(site, state, kept, taken)
            complaints += [f"{complaint} (state {count}, after change {length}: {trace.changes[length - 1].kind} {trace.changes[length - 1].path})" for complaint in found]
        if count >= most or lab.current.is_over() or (complaints and mutation) or len(complaints) > 20:
            break
    shutil.rmtree(site.root, ignore_errors=True)
    return lab.Judged(complaints, count, len(disks), len(judged))


class Reader:
    """Tells which states are one to whoever reads them: nobody reads the catalog's files but SQLite.

    A write-ahead log may be torn in a thousand ways behind its last commit, and SQLite reads the same from all of them. What it reads
    is the file that is left when it has brought everything there; all other files count with every byte.
    """

    FILES = ["state/catalog.sqlite" + suffix for suffix in ("", "-wal", "-journal")]

    def __init__(self, folder):
        self.path, self.known = folder + "/catalog.sqlite", {}
        os.makedirs(folder, exist_ok=True)

    def read(self, state):
        files = dict(state.files)
        catalog = tuple(files.pop(name, None) for name in self.FILES)
        if catalog not in self.known:
            self.known[catalog] = self._settled(catalog)
        return state.folders, tuple(sorted(files.items())), self.known[catalog]

    def _settled(self, catalog):
        for name, content in zip(self.FILES, catalog):
            path = self.path + name.removeprefix(self.FILES[0])
            if content is not None:
                with open(path, "wb") as file:
                    file.write(content)
            elif os.path.exists(path):
                os.remove(path)
        # What SQLite can't read, or has nothing to bring to, is told apart byte by byte.
        if not catalog[0]:
            return catalog
        try:
            database = sqlite3.connect(self.path)
            database.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
            database.close()
        except sqlite3.Error:
            return catalog
        with open(self.path, "rb") as file:
            return hashlib.sha256(file.read()).digest()


def judge(site, state, kept, taken):
    for name in ("state", "spool"):
        shutil.rmtree(site.path(name), ignore_errors=True)
    if os.path.exists(site.path("ingest.log")):
        os.remove(site.path("ingest.log"))
    state.write(site.root, {"ingest.log": kept})
    complaints = list(oracle.while_hurt(site))
    status, messages = site.fetch()
    if status != 0:
        return complaints + [f"the recovery ended with {status}: {messages}"]
    return complaints + list(oracle.at_rest(site, expected(site.wire.shape, site.wire.version), taken))
