# SPDX-License-Identifier: Apache-2.0
"""One installation of wirespool in a directory of its own, and how it is run, whole or hurt."""
import os
import shutil
import subprocess
from dataclasses import dataclass

from wire import Wire


@dataclass(frozen=True)
class Outlet:
    """An outlet of the configuration: the feeds that it takes, and its rows beside them."""

    feeds: tuple = ("*",)
    is_drop: bool = False
    keep_files: int = 0

    def row(self, name):
        more = ", layout: drop" if self.is_drop else ""
        more += f", keep_files: {self.keep_files}" if self.keep_files else ""
        return f"  {name}: {{path: spool/{name}, feeds: [{', '.join(map(repr, self.feeds))}]{more}}}\n"


OUTLETS = {"main": Outlet(), "desk": Outlet(feeds=("f0",))}


class Site:
    """The directory holds `wirespool.yaml`, `state/`, `ingest.log` and `spool/OUTLET/`."""

    def __init__(self, lab, name, wire: Wire, outlets=OUTLETS, more=""):
        self.lab, self.wire, self.outlets = lab, wire, outlets
        self.root = f"{lab.work}/{name}"
        self.more = more
        self.fresh()

    def fresh(self):
        """As after the installation: nothing but the configuration."""
        os.makedirs(self.root, exist_ok=True)
        self.wipe()
        outlets = "".join(outlet.row(name) for name, outlet in self.outlets.items())
        feeds = "".join(f"  f{feed}: {{url: \"{self.wire.url(feed)}\"}}\n" for feed in range(self.wire.shape.feeds))
        with open(self.path("wirespool.yaml"), "w") as file:
            file.write(
                f"state: state\nlog: ingest.log\n{self.more}outlets:\n{outlets}"
                f"defaults: {{allow_private: true, host_gap: 0s, interval: 1s, min_interval: 1s, timeout: 5s}}\nfeeds:\n{feeds}")

    def wipe(self):
        """Nothing but the configuration is left; the directory itself stays, since a template may stand in it."""
        for entry in os.scandir(self.root):
            if entry.is_dir(follow_symlinks=False):
                shutil.rmtree(entry.path)
            elif entry.name != "wirespool.yaml":
                os.remove(entry.path)

    def keep(self, name, state):
        """Writes a state down beside the directory, for whoever looks into what was wrong."""
        folder = f"{self.lab.work}/wrong/{name}"
        shutil.copytree(self.root, folder + ".after", dirs_exist_ok=True)
        os.makedirs(folder, exist_ok=True)
        shutil.copy(self.path("wirespool.yaml"), folder)
        state.write(folder, {})

    def path(self, *names):
        return os.path.join(self.root, *names)

    def visible(self, outlet):
        """Where an outlet's finished files are, below the directory."""
        return f"spool/{outlet}" if self.outlets[outlet].is_drop else f"spool/{outlet}/new"

    def claims(self, outlet):
        """Where its consumers have a directory each."""
        return f"spool/{outlet}" if self.outlets[outlet].is_drop else f"spool/{outlet}/cur"

    def workshop(self, outlet):
        """Where its `tmp/` and `bad/` are."""
        return f"spool/.{outlet}.wirespool" if self.outlets[outlet].is_drop else f"spool/{outlet}"

    def environment(self, **crash):
        """Runs under the shim with CRASH_<NAME> for each argument; without any, as it is."""
        environment = {"PATH": os.environ["PATH"], "SWIFT_BACKTRACE": "enable=no"}
        if crash:
            environment |= {"LD_PRELOAD": self.lab.shim, "CRASH_ROOT": self.root}
            environment |= {f"CRASH_{name.upper()}": str(value) for name, value in crash.items()}
        return environment

    def start(self, *arguments, **crash):
        return subprocess.Popen(
            [self.lab.program, *arguments, "--config", self.path("wirespool.yaml")], cwd=self.root, env=self.environment(**crash),
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)

    def fetch(self, **crash):
        """Polls every feed once. Returns the exit status, negative for a signal, and what was said about it."""
        return self.do("fetch", "--force", **crash)

    def do(self, *arguments, **crash):
        """Runs a command to its end; returns as `fetch` does."""
        process = self.start(*arguments, **crash)
        try:
            messages = process.communicate(timeout=120)[1].decode(errors="replace")
        except subprocess.TimeoutExpired:
            process.kill()
            return "hangs", process.communicate()[1].decode(errors="replace")
        return process.returncode, messages

    def calls(self, **crash):
        """How many calls one poll makes, of the kinds asked for."""
        count = self.root + ".count"
        status, messages = self.fetch(count=count, **crash)
        assert status == 0, messages
        with open(count) as file:
            return int(file.read())
