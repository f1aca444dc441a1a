#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Runs the daemon on thousands of feeds for some minutes, and prints by the minute whether it keeps its times, its memory and its descriptors.

The publishers listen on loopback addresses, and the daemon begins without a state. Exit status 1 when a feed was not polled, was polled
later or earlier than the catalog said, or when memory or descriptors grew after the warm-up.
"""
import argparse
import contextlib
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

from publisher import Publisher

# Seconds.
MOST_LATE = 5
MOST_EARLY = 0.05
PATIENCE_AT_END = 20
# Minutes until every feed was read, and polled again twice: what comes after must not grow.
WARM_UP = 3
GROWTH = 1.03
MORE_DESCRIPTORS = 16
COLUMNS = "minute   most MB  descriptors   CPU s    polls     304s   latest s   99 % s   early"


class Daemon:
    """`wirespool run` on a configuration of its own."""

    def __init__(self, program, work, publisher, interval):
        self.catalog = f"{work}/state/catalog.sqlite"
        config = f"{work}/wirespool.yaml"
        with open(config, "w") as out:
            out.write(f"state: {work}/state\nlog: {work}/ingest.log\noutlets:\n  main: {{path: {work}/spool}}\n")
            out.write(f"defaults: {{interval: {interval}s, timeout: 30s, allow_private: true}}\nfeeds:\n")
            out.writelines(f'  {feed}: {{url: "{publisher.address(feed)}"}}\n' for feed in range(publisher.feeds))
        with open(f"{work}/daemon.log", "wb") as log:
            self.process = subprocess.Popen([program, "run", "--config", config], stdin=subprocess.DEVNULL, stdout=log, stderr=log)

    def is_alive(self):
        return self.process.poll() is None

    def resident(self):
        """Megabytes of memory that are its own; pages of the program's file are not."""
        with open(f"/proc/{self.process.pid}/status") as status:
            return sum(int(line.split()[1]) for line in status if line.startswith(("RssAnon", "RssShmem"))) / 1024

    def descriptors(self):
        return len(os.listdir(f"/proc/{self.process.pid}/fd"))

    def processor(self):
        with open(f"/proc/{self.process.pid}/stat") as stat:
            fields = stat.read().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def plans(self):
        """Each feed's number with its last poll and its next, in seconds, as the catalog has them."""
        if not os.path.exists(self.catalog):
            return []
        try:
            with contextlib.closing(sqlite3.connect(f"file:{self.catalog}?mode=ro", uri=True, timeout=5)) as catalog:
                rows = catalog.execute("SELECT name, last_poll, next_poll FROM feed WHERE next_poll IS NOT NULL").fetchall()
            return [(int(name), last / 1000, due / 1000) for name, last, due in rows]
        except sqlite3.OperationalError:
            # The tables are not made yet.
            return []

    def stop(self):
        """True when it ended by itself, in time and well."""
        self.process.send_signal(signal.SIGTERM)
        try:
            return self.process.wait(PATIENCE_AT_END) == 0
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
            return False


class Punctuality:
    """How late and how early polls came, compared with what the catalog had announced."""

    def __init__(self, publisher):
        self.publisher = publisher
        self.seen = [0.0] * publisher.feeds
        self.due = [None] * publisher.feeds
        self.delays = []

    def look(self, plans):
        now = time.time()
        for feed, asked in enumerate(self.publisher.asked):
            due = self.due[feed]
            if asked != self.seen[feed]:
                if due is not None:
                    self.delays.append(asked - due)
                self.seen[feed], self.due[feed] = asked, None
            elif due is not None and due < now - MOST_LATE:
                self.delays.append(now - due)
        for feed, last, due in plans:
            # A plan that is older than the last request was made before it; the catalog counts milliseconds.
            if last + 0.001 >= self.seen[feed] > 0:
                self.due[feed] = due

    def take(self):
        delays, self.delays = sorted(self.delays), []
        return delays


class Minutes:
    """The table, and what is to be complained of in it."""

    def __init__(self, daemon, publisher):
        self.daemon, self.publisher = daemon, publisher
        self.rows, self.complaints = [], []
        self.last = (0, 0, 0)
        self.most = 0
        print(COLUMNS, flush=True)

    def look(self):
        """Polls come in waves, and memory with them: of each minute the most counts, not what its last second had."""
        self.most = max(self.most, self.daemon.resident())

    def add(self, delays):
        minute = len(self.rows) + 1
        counts = (self.daemon.processor(), sum(self.publisher.polls), sum(self.publisher.unchanged))
        seconds, polls, unchanged = (now - before for now, before in zip(counts, self.last))
        self.last = counts
        row = (self.most, self.daemon.descriptors())
        self.most = 0
        self.rows.append(row)
        latest, nearly = (delays[-1], delays[len(delays) * 99 // 100]) if delays else (0, 0)
        early = sum(delay < -MOST_EARLY for delay in delays)
        print(f"{minute:6} {row[0]:8.1f} {row[1]:13} {seconds:7.1f} {polls:8} {unchanged:8} {latest:10.2f} {nearly:8.2f} {early:7}", flush=True)
        if latest > MOST_LATE:
            self.complaints.append(f"minute {minute}: a poll came {latest:.1f} s late")
        if early:
            self.complaints.append(f"minute {minute}: {early} polls came early")

    def judge(self, interval):
        feeds, minutes = self.publisher.feeds, len(self.rows)
        # Each pause may be a tenth longer, and the first poll may wait for a pause.
        least = max(1, int(minutes * 60 / (interval * 1.1 + 1)) - 1)
        rare = sum(polls < least for polls in self.publisher.polls)
        print(f"{sum(self.publisher.polls)} polls; of {feeds} feeds {rare} were polled less than {least} times", flush=True)
        if rare:
            self.complaints.append(f"{rare} feeds were polled less than {least} times")
        if self.publisher.unforeseen.value:
            self.complaints.append(f"{self.publisher.unforeseen.value} requests for what is no feed")
        if minutes > WARM_UP:
            (memory, descriptors), (memory_at_end, descriptors_at_end) = self.rows[WARM_UP - 1], self.rows[-1]
            if memory_at_end > memory * GROWTH:
                self.complaints.append(f"memory grew from {memory:.1f} MB to {memory_at_end:.1f} MB")
            if descriptors_at_end > descriptors + MORE_DESCRIPTORS:
                self.complaints.append(f"descriptors grew from {descriptors} to {descriptors_at_end}")


def run(options, work):
    publisher = Publisher(options.feeds, options.hosts)
    daemon = Daemon(options.program, work, publisher, options.interval)
    minutes, punctuality = Minutes(daemon, publisher), Punctuality(publisher)
    start = time.time()
    while daemon.is_alive() and len(minutes.rows) < options.minutes:
        time.sleep(1)
        minutes.look()
        punctuality.look(daemon.plans())
        if time.time() >= start + 60 * (len(minutes.rows) + 1):
            minutes.add(punctuality.take())
    if not daemon.is_alive():
        return [f"the daemon ended by itself, with {daemon.process.returncode}"]
    minutes.judge(options.interval)
    if not daemon.stop():
        minutes.complaints.append(f"the daemon did not end well within {PATIENCE_AT_END} s")
    return minutes.complaints


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program", help="the wirespool to run: the release build")
    parser.add_argument("--feeds", type=int, default=10_000)
    parser.add_argument("--hosts", type=int, default=1000, help="addresses that the feeds are on (%(default)s)")
    parser.add_argument("--interval", type=int, default=60, help="seconds between two polls of a feed (%(default)s)")
    parser.add_argument("--minutes", type=int, default=15)
    parser.add_argument("--work", help="a directory for state, spool and logs, which is kept (default: a temporary one)")
    options = parser.parse_args()
    work = options.work or tempfile.mkdtemp(prefix="wirespool-endurance-")
    os.makedirs(work, exist_ok=True)
    complaints = run(options, work)
    for complaint in complaints:
        print(complaint)
    if not complaints and not options.work:
        shutil.rmtree(work)
    print("all is well" if not complaints else f"{len(complaints)} complaints; see {work}")
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main())
