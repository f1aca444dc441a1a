# SPDX-License-Identifier: Apache-2.0
"""The power fails: from recorded runs every disk that may be left is made, and the real program recovers from it.

To show that the judgement has teeth, one fsync after the other is taken out of the trace: each must be missed.
"""
import hashlib
import os
import re
import shutil
import sqlite3

import disk
import lab
import oracle
import scenarios
from template import Template
from wire import expected

# How the states are shared out: the most to those of which many are one to whoever reads them.
SHARES = {"first": 0.35, "second": 0.3, "again": 0.25, "kept": 0.05, "wide": 0.03, "bulk": 0.01, "repair": 0.005, "batches": 0.003, "backup": 0.002}

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
    rounds = max(2, options.power // 150_000)
    return [(scenario, seed, int(options.power * share / rounds) + 1, "") for seed in range(rounds) for scenario, share in SHARES.items()]


def mutations(options):
    return [("bulk" if name.startswith("a bulk") else "first", 0, max(4_000, options.power // 8), name) for name in [*MUTATIONS, *SPARED]]


def mutated(trace, mutation):
    pattern = re.compile({**MUTATIONS, **SPARED}[mutation]) if mutation else None
    def is_dropped(change):
        path = (change.path + " " + change.other).rstrip()
        return change.kind in ("fsync", "syncfs") and pattern is not None and pattern.match(path)
    trace.changes = [change for change in trace.changes if not is_dropped(change)]


def run(point):
    scenario, seed, most, mutation = point
    recording = scenarios.record(scenario, seed)
    trace = recording.trace
    mutated(trace, mutation)
    disks, judged, count, complaints, takings = set(), set(), 0, [], {}
    reader, judge = Reader(recording.site.root + ".read"), Judge(recording, scenarios.SCENARIOS[scenario])
    for length, state in disk.states(trace, seed):
        count += 1
        if length not in takings:
            takings[length] = recording.taken_after(length)
        disks.add(hash(state))
        known = hash((reader.read(state), tuple((outlet, *files) for outlet, files in takings[length].items())))
        if known not in judged:
            judged.add(known)
            found = judge.complaints(state, takings[length])
            complaints += [f"{complaint} (state {count}, after change {length}: {trace.changes[length - 1].kind} {trace.changes[length - 1].path})" for complaint in found]
            if found and not mutation:
                recording.site.keep(f"{scenario}-{seed}-{count}", state)
        if count >= most or lab.current.is_over() or (complaints and mutation) or len(complaints) > 20:
            break
    judge.end()
    shutil.rmtree(recording.site.root, ignore_errors=True)
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
        key = hash(catalog)
        if key not in self.known:
            self.known[key] = self._settled(catalog) or key
        return hash((state.folders, tuple(files.items()), self.known[key]))

    def _settled(self, catalog):
        """A digest of what SQLite makes of it; nothing when it can't read it, or has nothing to bring to: those are told apart byte by byte."""
        for name, content in zip(self.FILES, catalog):
            path = self.path + name.removeprefix(self.FILES[0])
            if content is not None:
                with open(path, "wb") as file:
                    file.write(content)
            elif os.path.exists(path):
                os.remove(path)
        if not catalog[0]:
            return None
        try:
            database = sqlite3.connect(self.path)
            database.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
            database.close()
        except sqlite3.Error:
            return None
        with open(self.path, "rb") as file:
            return hashlib.sha256(file.read()).digest()


class Judge:
    """Makes a state real, lets the program recover from it, and looks what came of it."""

    def __init__(self, recording, scenario):
        self.recording, self.site, self.scenario = recording, recording.site, scenario
        self.fetch = Template(lab.current, self.site, "fetch", "--force")
        self.repair = Template(lab.current, self.site, *scenario.repair) if scenario.repair else None
        self.expected = expected(self.site.wire.shape, self.site.wire.version)

    def complaints(self, state, taken):
        self.site.wipe()
        state.write(self.site.root, {"ingest.log": self.recording.log})
        complaints = list(oracle.backup(self.site)) if self.scenario.command[0] == "backup" else []
        if self.repair:
            status, messages = self.repair.run()
            if status != 0:
                return [f"the repair ended with {status}: {messages}"]
        else:
            complaints += oracle.while_hurt(self.site)
        status, messages = self.fetch.run()
        if status != 0:
            return complaints + [f"the recovery ended with {status}: {messages}"]
        return complaints + list(oracle.at_rest(self.site, self.expected, taken))

    def end(self):
        for template in filter(None, (self.fetch, self.repair)):
            template.end()
