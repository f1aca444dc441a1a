# SPDX-License-Identifier: Apache-2.0
"""The daemon is killed at random moments while two consumers claim its files and the publisher goes on publishing.

A point is a campaign of ten strikes on one installation. The consumers live through all of them; afterwards every version of
every document that the daemon polled has been taken, once.
"""
import ctypes
import os
import random
import shutil
import threading
import time

import lab
import oracle
from installation import Site
from wire import Shape, Wire, expected

SHAPE = Shape(feeds=3, stories=20)
STRIKES = 10
RENAME_NOREPLACE, AT_FDCWD = 1, -100
libc = ctypes.CDLL(None, use_errno=True)


def points(options):
    return list(range(-(-options.strikes // STRIKES)))


class Claimer(threading.Thread):
    """Claims files as docs/SPOOL.md says, and remembers what it took, every time that it took it."""

    def __init__(self, outlet, name):
        super().__init__(daemon=True)
        self.outlet, self.me, self.taken, self.is_ending = outlet, f"{outlet}/cur/{name}", [], False

    def run(self):
        while True:
            ending = self.is_ending
            if os.path.isdir(self.outlet + "/cur"):
                os.makedirs(self.me, exist_ok=True)
                for name in sorted(os.listdir(self.outlet + "/new")) if os.path.isdir(self.outlet + "/new") else []:
                    if libc.renameat2(AT_FDCWD, f"{self.outlet}/new/{name}".encode(), AT_FDCWD, f"{self.me}/{name}".encode(), RENAME_NOREPLACE) == 0:
                        with open(f"{self.me}/{name}", "rb") as file:
                            self.taken.append((name, file.read()))
                        os.unlink(f"{self.me}/{name}")
            if ending:
                return
            time.sleep(0.002)


def run(campaign):
    dice = random.Random(campaign)
    wire = lab.local("strikes", lambda: Wire(SHAPE))
    wire.version = 1
    site = Site(lab.current, f"strikes-{lab.worker()}", wire)
    claimers = [Claimer(site.path("spool/main"), name) for name in ("one", "two")]
    for claimer in claimers:
        claimer.start()
    complaints = []
    for strike in range(STRIKES):
        process = site.start("run")
        # From its first steps to some polls later; each feed is polled once a second.
        time.sleep(dice.choice((0.05, 0.3, 1.5)) * dice.random())
        process.kill()
        process.communicate()
        complaints += [f"after strike {strike}: {complaint}" for complaint in oracle.while_hurt(site)]
        if strike % 3 == 2:
            status, messages = site.fetch()
            complaints += [] if status == 0 else [f"a fetch between strikes ended with {status}: {messages}"]
            wire.version += 1
    status, messages = site.fetch()
    for claimer in claimers:
        claimer.is_ending = True
        claimer.join()
    if status != 0:
        return complaints + [f"the last run ended with {status}: {messages}"]
    taken = {}
    for name, content in claimers[0].taken + claimers[1].taken:
        if name in taken:
            complaints.append(f"{name} was taken twice")
        taken[name] = content
    complaints += oracle.at_rest(site, expected(SHAPE, wire.version), {"main": taken})
    shutil.rmtree(site.root)
    return lab.Judged(complaints, STRIKES, STRIKES)
