# SPDX-License-Identifier: Apache-2.0
"""Killed at every call that changes the disk: of a first run, of a second one, of one with several batches, and of the recovery after a kill."""
import os

import lab
import oracle
import scenarios
from installation import Site
from template import Template
from wire import Shape, Wire, expected

SHAPE = Shape(feeds=2, stories=6)


def points(options):
    """Killed before every call of each scenario; more rounds (the threads never run twice alike), also after it, as asked for."""
    site = prepared("count", "first")
    lengths = {"first": site.calls()}
    site = prepared("count", "second")
    lengths["second"] = site.calls()
    for start in recovery_starts(lengths):
        site = prepared("count", f"recovery {start}")
        lengths[f"recovery {start}"] = site.calls()
    lengths["batches"] = prepared("count", "batches").calls()
    # The many calls of several batches are much alike.
    every = [(scenario, call, how) for how in ("kill", "killed") for scenario, length in lengths.items() for call in range(1, length + 3, 1 if length < 1000 else length // 50)]
    return [every[number % len(every)] for number in range(max(options.kills, len(every) // 2))]


def recovery_starts(lengths):
    """Deaths that leave much to recover: about the first commit, in the middle of the files, and near the end."""
    length = lengths["first"]
    return [length // 3, length * 2 // 3, length - 12]


def shape(scenario):
    return scenarios.MANY if scenario == "batches" else SHAPE


def prepared(name, scenario):
    """A site as the scenario begins; what was before is made once in each worker, and then only written down again."""
    wire = lab.local(("wire", shape(scenario)), lambda: Wire(shape(scenario)))
    wire.version = 1
    site = Site(lab.current, f"{name}-{lab.worker()}", wire)
    if scenario not in ("first", "batches"):
        lab.local((name, scenario), lambda: Beginning(site, scenario)).write(site)
        wire.version = 2 if scenario == "second" else 1
    return site


class Beginning:
    """What a whole poll left, or one that was killed; the log keeps its inode, by which the catalog knows it."""

    def __init__(self, site, scenario):
        if scenario == "second":
            status, messages = site.fetch()
            assert status == 0, messages
        else:
            site.fetch(**{"from": scenario.split()[1], "how": "killed"})
        self.state, self.log = scenarios.snapshot(site).state(), f"{site.root}.log-{scenario}"
        if os.path.exists(site.path("ingest.log")):
            os.link(site.path("ingest.log"), self.log)

    def write(self, site):
        site.wipe()
        self.state.write(site.root, {"ingest.log": self.log})


def run(point):
    scenario, call, how = point
    site = prepared("kill", scenario)
    status, messages = site.fetch(**{"from": call, "how": how})
    # A run with fewer calls than the one that was counted was simply not killed.
    if status not in (0, -9):
        return [f"ended with {status} instead of dying: {messages}"]
    complaints = list(oracle.while_hurt(site))
    status, messages = Template.of(site, "fetch", "--force").run()
    if status != 0:
        return complaints + [f"the next run ended with {status}: {messages}"]
    complaints += oracle.at_rest(site, expected(shape(scenario), site.wire.version))
    return complaints
