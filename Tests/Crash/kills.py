# SPDX-License-Identifier: Apache-2.0
"""Killed at every call that changes the disk: of a first run, of a second one, and of the recovery after a kill."""
import shutil

import lab
import oracle
from installation import Site
from wire import Shape, Wire, expected

SHAPE = Shape(feeds=2, stories=6)


def points(options):
    """Killed before every call of each scenario; more rounds (the threads never run twice alike), also after it, as asked for."""
    site = prepared("count", "first")
    lengths = {"first": site.calls()}
    site = prepared("count", "second")
    lengths["second"] = site.calls()
    site = prepared("count", "first")
    for start in recovery_starts(lengths):
        site.fresh()
        site.fetch(**{"from": start, "how": "killed"})
        lengths[f"recovery {start}"] = site.calls()
    every = [(scenario, call, how) for how in ("kill", "killed") for scenario, length in lengths.items() for call in range(1, length + 3)]
    return [every[number % len(every)] for number in range(max(options.kills, len(every) // 2))]


def recovery_starts(lengths):
    """Deaths that leave much to recover: about the first commit, in the middle of the files, and near the end."""
    length = lengths["first"]
    return [length // 3, length * 2 // 3, length - 12]


def prepared(name, scenario):
    wire = lab.local("wire", lambda: Wire(SHAPE))
    wire.version = 1
    site = Site(lab.current, f"{name}-{lab.worker()}", wire)
    if scenario == "second":
        status, messages = site.fetch()
        assert status == 0, messages
        wire.version = 2
    return site


def run(point):
    scenario, call, how = point
    site = prepared("kill", scenario)
    if scenario.startswith("recovery"):
        site.fetch(**{"from": scenario.split()[1], "how": "killed"})
    status, messages = site.fetch(**{"from": call, "how": how})
    # A run with fewer calls than the one that was counted was simply not killed.
    if status not in (0, -9):
        return [f"ended with {status} instead of dying: {messages}"]
    complaints = list(oracle.while_hurt(site))
    status, messages = site.fetch()
    if status != 0:
        return complaints + [f"the next run ended with {status}: {messages}"]
    complaints += oracle.at_rest(site, expected(SHAPE, site.wire.version))
    shutil.rmtree(site.root)
    return complaints
