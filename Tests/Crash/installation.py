# SPDX-License-Identifier: Apache-2.0
"""One installation of wirespool in a directory of its own, and how it is run, whole or hurt."""
import os
import shutil
import subprocess

from wire import Wire

OUTLETS = {"main": ["*"], "desk": ["f0"]}


class Site:
    """The directory holds `wirespool.yaml`, `state/`, `ingest.log` and `spool/OUTLET/`."""

    def __init__(self, lab, name, wire: Wire, outlets=OUTLETS, more=""):
        self.lab, self.wire, self.outlets = lab, wire, outlets
        self.root = f"{lab.work}/{name}"
        self.more = more
        self.fresh()

    def fresh(self):
        """As after the installation: nothing but the configuration."""
        shutil.rmtree(self.root, ignore_errors=True)
        os.makedirs(self.root)
        outlets = "".join(f"  {name}: {{path: spool/{name}, feeds: {feeds}}}\n" for name, feeds in self.outlets.items())
        feeds = "".join(f"  f{feed}: {{url: \"{self.wire.url(feed)}\"}}\n" for feed in range(self.wire.shape.feeds))
        with open(self.path("wirespool.yaml"), "w") as file:
            file.write(
                f"state: state\nlog: ingest.log\n{self.more}outlets:\n{outlets}"
                f"defaults: {{allow_private: true, host_gap: 0s, interval: 1s, min_interval: 1s, timeout: 5s}}\nfeeds:\n{feeds}")

    def path(self, *names):
        return os.path.join(self.root, *names)

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
        process = self.start("fetch", "--force", **crash)
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
