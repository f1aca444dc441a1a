# SPDX-License-Identifier: Apache-2.0
"""What goes on when the power fails: one run of the program, recorded, and the consumers beside it.

A consumer is added to the trace that claims each file of an outlet as docs/SPOOL.md says, acts, and unlinks.
"""
import os
import random
import sqlite3
from dataclasses import dataclass

import disk
import lab
from disk import Change
from installation import OUTLETS, Outlet, Site
from wire import Shape, Wire

SMALL = Shape(feeds=2, stories=3)
# More than two batches of one outlet's files.
MANY = Shape(feeds=1, stories=1100)


@dataclass(frozen=True)
class Scenario:
    """The run that is recorded, and what was before it."""

    shape: Shape = SMALL
    outlets: tuple = tuple(OUTLETS.items())
    # Whose files a consumer takes.
    consumed: tuple = ("main",)
    # The versions of the documents that were polled before.
    before: int = 0
    # A poll fails before the recorded one, which so is the recovery.
    is_recovery: bool = False
    # The catalog is damaged before.
    is_damaged: bool = False
    command: tuple = ("fetch", "--force")
    # What has to be done after the power came back, before the next poll.
    repair: tuple = ()


SCENARIOS = {
    "first": Scenario(),
    "second": Scenario(before=1),
    # An outlet's files are many enough to be made durable by one syncfs.
    "bulk": Scenario(shape=Shape(feeds=2, stories=20)),
    # The files of one batch are written while the one before becomes visible.
    "batches": Scenario(shape=MANY, outlets=(("main", Outlet()),), consumed=()),
    "again": Scenario(is_recovery=True),
    # More feeds and outlets, one of them a drop directory, and consumers of two.
    "wide": Scenario(
        shape=Shape(feeds=4, stories=3), consumed=("main", "drop"), before=1,
        outlets=(("main", Outlet()), ("desk", Outlet(("f0", "f2"))), ("drop", Outlet(("f1", "f2"), is_drop=True)))),
    # What nobody takes is removed.
    "kept": Scenario(before=2, outlets=(("main", Outlet()), ("desk", Outlet(("f0",), keep_files=2)))),
    "backup": Scenario(before=2, command=("backup", "copy.sqlite")),
    "repair": Scenario(before=2, is_damaged=True, command=("check", "--deep", "--repair"), repair=("check", "--deep", "--repair")),
}


@dataclass
class Recording:
    site: Site
    trace: disk.Trace
    # The log's file under another name: the catalog knows it by its inode.
    log: str
    # outlet → name → bytes of what consumers took before the recorded run.
    taken: dict

    def taken_after(self, length):
        """What the consumers had acted on when so many changes had been made, that of earlier runs with it."""
        held = disk.Disk(self.trace, length)
        taken = {outlet: dict(files) for outlet, files in self.taken.items()}
        for change in held.past:
            if change.kind == "act":
                taken.setdefault(change.other, {})[os.path.basename(change.path)] = held.bytes(change.file, lambda *_: disk.WHOLE)
        return taken


def record(name, seed):
    """Runs a scenario under the shim; two runs are never quite alike, since its threads are not."""
    scenario = SCENARIOS[name]
    wire = lab.local(("wire", scenario.shape), lambda: Wire(scenario.shape))
    site = Site(lab.current, f"power-{lab.worker()}", wire, dict(scenario.outlets))
    log = forget(site.root + ".log")
    for version in range(1, scenario.before + 1):
        wire.version = version
        status, messages = site.fetch()
        assert status == 0, messages
    wire.version = max(1, scenario.before + (scenario.command[0] == "fetch"))
    taken = {}
    if scenario.is_recovery:
        taken = fail(site, scenario, log, seed)
    if scenario.is_damaged:
        damage(site)
    trace = traced(site, scenario)
    if not os.path.exists(log):
        os.link(site.path("ingest.log"), log)
    return Recording(site, trace, log, taken)


def forget(file):
    if os.path.exists(file):
        os.remove(file)
    return file


def traced(site, scenario):
    before, file = snapshot(site), forget(site.root + ".trace")
    status, messages = site.do(*scenario.command, trace=file)
    assert status == 0, messages
    before.changes = disk.read(file, site.root, before.names)
    for outlet in scenario.consumed:
        with_consumer(before, site, outlet)
    return before


def fail(site, scenario, log, seed):
    """Leaves the site as one of the first states of a run that a loss of power ended. Returns what had been taken."""
    first = Recording(site, traced(site, scenario), log, {})
    os.link(site.path("ingest.log"), log)
    dice = random.Random(seed)
    length = dice.randrange(len(first.trace.changes) // 4, len(first.trace.changes))
    held = disk.Disk(first.trace, length)
    lost = dice.choice(list(held.choices("weak", 64, dice)))
    site.wipe()
    held.state(lost, disk.by_chance(dice)).write(site.root, {"ingest.log": log})
    return first.taken_after(length)


def damage(site):
    """Rubbish over two pages of a table, as a bad disk leaves it."""
    with sqlite3.connect(site.path("state/catalog.sqlite")) as database:
        page = database.execute("SELECT rootpage FROM sqlite_master WHERE name = 'feed'").fetchone()[0]
        size = database.execute("PRAGMA page_size").fetchone()[0]
    database.close()
    with open(site.path("state/catalog.sqlite"), "r+b") as file:
        file.seek((page - 1) * size)
        file.write(random.Random(1).randbytes(size))


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


def with_consumer(trace, site, outlet):
    """Adds what a consumer does that claims each file of an outlet as soon as it is visible."""
    changes, visible, claims = [], site.visible(outlet), site.claims(outlet)
    if claims in trace.folders:
        trace.folders.add(claims + "/me")
    for change in trace.changes:
        changes.append(change)
        if change.kind == "mkdir" and change.path == claims:
            changes += [Change("mkdir", claims + "/me"), Change("fsync", claims)]
        if change.kind == "rename" and os.path.dirname(change.other) == visible:
            claimed = f"{claims}/me/{os.path.basename(change.other)}"
            changes += [
                Change("rename", change.other, claimed, file=change.file), Change("fsync", claims + "/me"), Change("fsync", visible, "claimed"),
                Change("act", claimed, outlet, file=change.file), Change("unlink", claimed, file=change.file)]
    trace.changes = changes
