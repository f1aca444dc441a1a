# SPDX-License-Identifier: Apache-2.0
"""Runs the same command again and again, from a process that stands before its main: template.c holds it there."""
import os
import signal
import socket
import subprocess

import lab


class Template:
    """One command in one installation; each run is a process of its own."""

    def __init__(self, lab, site, *arguments):
        self.messages = f"{site.root}.messages-{arguments[0]}"
        self.line, far = socket.socketpair()
        self.line.settimeout(120)
        environment = site.environment() | {"LD_PRELOAD": lab.template, "TEMPLATE_SOCKET": str(far.fileno())}
        with open(self.messages, "ab") as messages:
            self.process = subprocess.Popen(
                [lab.program, *arguments, "--config", site.path("wirespool.yaml")], cwd=site.root, env=environment, pass_fds=[far.fileno()],
                stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=messages, start_new_session=True)
        far.close()

    @classmethod
    def of(cls, site, *arguments):
        """The one of a worker process for this command in this directory, which stands there for as long as the worker lives."""
        return lab.local(("template", site.root, arguments), lambda: cls(lab.current, site, *arguments))

    def run(self):
        """Returns the exit status, negative for a signal, and what was said about it."""
        os.truncate(self.messages, 0)
        self.line.send(b"r")
        try:
            answer = self.line.recv(4)
            status = os.waitstatus_to_exitcode(int.from_bytes(answer, "little")) if answer else "ended"
        except TimeoutError:
            self.end()
            status = "hangs"
        with open(self.messages, errors="replace") as file:
            return status, file.read()

    def end(self):
        """Kills what is held, and what still runs."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        self.line.close()
