# SPDX-License-Identifier: Apache-2.0
"""Disks that are full, without inodes, read-only, gone, or another one than they were; each then put right again.

Mounting needs a name space of its own: this file runs itself under unshare(1) for each point, as root or as root of a user
name space.
"""
import json
import os
import shutil
import subprocess
import sys
import time

import lab
import oracle
from installation import Site
from wire import Shape, Wire, expected

SHAPE = Shape(feeds=2, stories=12, padding=100)
KIB = [8, 16, 24, 32, 40, 48, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384, 448, 512, 640]
INODES = [4, 6, 8, 10, 12, 14, 16, 20, 24, 28, 32, 40]


def points(options):
    return [
        *[("size", place, amount) for place in ("spool/main", "state", "") for amount in KIB],
        *[("inodes", place, amount) for place in ("spool/main", "state", "") for amount in INODES],
        *[(case, "", 0) for case in ("read only", "deleted", "symlink", "other device", "forbidden", "file", "second writer", "daemon full", "daemon short")],
    ]


def run(point):
    arguments = json.dumps([lab.current.program, lab.current.work, lab.current.shim, lab.current.template, *point])
    unshare = ["unshare", "--mount"] if os.geteuid() == 0 else ["unshare", "--user", "--map-root-user", "--mount"]
    ending = subprocess.run([*unshare, sys.executable, "-B", __file__, arguments], capture_output=True, text=True, timeout=300)
    if ending.returncode != 0:
        return [f"the harness failed: {ending.stderr[-500:]}"]
    return json.loads(ending.stdout)


def mount(folder, options):
    os.makedirs(folder, exist_ok=True)
    subprocess.run(["mount", "-t", "tmpfs", "-o", options, "none", folder], check=True)


def remount(folder, options):
    subprocess.run(["mount", "-o", "remount," + options, folder], check=True)


class Case:
    def __init__(self, kind, place, amount):
        self.kind, self.place, self.amount = kind, place, amount
        self.wire = Wire(SHAPE)
        self.site = Site(lab.current, f"mounts-{os.getpid()}", self.wire)
        self.complaints = []

    def judge(self):
        getattr(self, self.kind.replace(" ", "_"))()
        shutil.rmtree(self.site.root, ignore_errors=True)
        return self.complaints

    def hurt(self, *allowed):
        """A poll while the disk is wrong: it says so, or succeeds; nothing that can be seen is ever wrong."""
        status, messages = self.site.fetch()
        if status == "hangs" or status < 0 or (allowed and status not in allowed):
            self.complaints.append(f"while hurt it ended with {status}: {messages[-300:]}")
        try:
            self.complaints += oracle.while_hurt(self.site)
        except OSError as error:
            self.complaints.append(f"nothing can be judged: {error}")

    def healed(self):
        status, messages = self.site.fetch()
        if status != 0:
            self.complaints.append(f"put right, it ended with {status}: {messages[-300:]}")
        else:
            self.complaints += oracle.at_rest(self.site, expected(SHAPE, self.wire.version))

    def limited(self, limit, free):
        folder = self.site.path(self.place) if self.place else self.site.root
        if self.place:
            mount(folder, limit)
        else:
            shutil.copy(self.site.path("wirespool.yaml"), self.site.root + ".yaml")
            mount(folder, limit)
            shutil.copy(self.site.root + ".yaml", self.site.path("wirespool.yaml"))
        self.hurt()
        self.hurt()
        remount(folder, free)
        self.healed()
        subprocess.run(["umount", folder], check=True)

    def size(self):
        self.limited(f"size={self.amount}k", "size=64m")

    def inodes(self):
        self.limited(f"nr_inodes={self.amount}", "nr_inodes=10000")

    def read_only(self):
        mount(self.site.path("spool"), "size=8m")
        self.healed()
        self.wire.version = 2
        remount(self.site.path("spool"), "ro")
        self.hurt(1, 74)
        remount(self.site.path("spool"), "rw")
        self.healed()

    def deleted(self):
        """Whoever removes the directory removes what is in it; what comes afterwards is published again."""
        self.healed()
        shutil.rmtree(self.site.path("spool/desk"))
        self.hurt(0)
        if not os.path.isdir(self.site.path("spool/desk/new")):
            self.complaints.append("the outlet was not made again")

    def symlink(self):
        self.healed()
        self.wire.version = 2
        os.rename(self.site.path("spool/main/new"), self.site.path("elsewhere"))
        os.symlink(self.site.path("elsewhere"), self.site.path("spool/main/new"))
        before = sorted(os.listdir(self.site.path("elsewhere")))
        self.hurt(1, 78)
        if sorted(os.listdir(self.site.path("elsewhere"))) != before:
            self.complaints.append("files were published through a symbolic link")
        os.remove(self.site.path("spool/main/new"))
        os.rename(self.site.path("elsewhere"), self.site.path("spool/main/new"))
        self.healed()

    def other_device(self):
        self.healed()
        self.wire.version = 2
        mount(self.site.path("spool/main/tmp"), "size=1m")
        self.hurt(1, 78)
        subprocess.run(["umount", self.site.path("spool/main/tmp")], check=True)
        self.healed()

    def forbidden(self):
        """Root may do all: only the marker of another catalog stops it here."""
        self.healed()
        self.wire.version = 2
        marker = self.site.path("spool/main/.wirespool-outlet")
        with open(marker) as file:
            ours = file.read()
        with open(marker, "w") as file:
            file.write(ours.replace("-", "f"))
        self.hurt(1, 78)
        with open(marker, "w") as file:
            file.write(ours)
        self.healed()

    def file(self):
        with open(self.site.path("spool"), "w"):
            pass
        self.hurt(78, 73, 74, 1)
        os.remove(self.site.path("spool"))
        self.healed()

    def second_writer(self):
        process = self.site.start("run")
        for line in process.stderr:
            if b"started" in line:
                break
        self.hurt(75)
        process.terminate()
        process.communicate()
        self.healed()

    def daemon_full(self):
        """The daemon goes on by itself within a minute after there is room again."""
        mount(self.site.path("spool/main"), "size=24k")
        process = self.site.start("run")
        deadline = time.monotonic() + 20
        while time.monotonic() < deadline and not any(b"outlet failed" in line for line in iter(process.stderr.readline, b"")):
            pass
        remount(self.site.path("spool/main"), "size=64m")
        start = time.monotonic()
        while time.monotonic() - start < 60 and len(os.listdir(self.site.path("spool/main/new"))) < len(expected(SHAPE, 1)):
            time.sleep(0.5)
        self.complaints += [] if time.monotonic() - start < 60 else ["it didn't go on within a minute"]
        process.terminate()
        process.stderr.read()
        process.wait()
        self.healed()


    def daemon_short(self):
        """Polling pauses before the catalog's disk is full, says so, and goes on by itself within a minute after there is room again."""
        mount(self.site.path("state"), "size=64m")
        self.healed()
        ballast = self.site.path("state", "ballast")
        with open(ballast, "wb") as file:
            file.write(bytes(62 << 20))
        process = self.site.start("run")
        wait(lambda: "polling pauses" in (line := process.stderr.readline().decode()) or not line, 30)
        self.wire.version = 2
        asked = self.wire.asked
        time.sleep(3)
        self.complaints += ["it polled although there was no room"] if self.wire.asked > asked else []
        os.remove(ballast)
        new = self.site.path("spool/main/new")
        if not wait(lambda: os.path.isdir(new) and len(os.listdir(new)) >= len(expected(SHAPE, 2)), 60):
            self.complaints.append("it didn't go on within a minute")
        process.terminate()
        process.stderr.read()
        process.wait()
        self.healed()


def wait(condition, seconds):
    """Looks until it holds; false when it doesn't in time."""
    deadline = time.monotonic() + seconds
    while not (holds := condition()) and time.monotonic() < deadline:
        time.sleep(0.2)
    return holds


if __name__ == "__main__":
    program, work, shim, template, *point = json.loads(sys.argv[1])
    lab.current = lab.Lab(program, work, shim, template, 1)
    print(json.dumps(Case(*point).judge()))
