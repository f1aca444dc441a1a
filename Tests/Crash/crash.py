#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Hurts the real program in every way that the promise of docs/SPOOL.md covers, and looks whether the promise was kept.

Exit status 1 when it was not. README.md beside this file tells what each suite does.
"""
import argparse
import os
import shutil
import sys
import tempfile

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

import faults
import kills
import lab
import mounts
import power
import strikes


def mutations(options):
    """Each fsync that is taken out of a recorded run must be missed, but for those that the protocol can spare."""
    complaints = []
    for point, judged in lab.each(power.run, power.mutations(options), float("inf")):
        name, caught = point[3], bool(judged.complaints)
        print(f"    without the fsync of {name:38} {'caught' if caught else 'not seen'} after {judged.states} states", flush=True)
        if caught == (name in power.SPARED):
            complaints.append(f"{name}: {judged.complaints[:1] or 'its loss was not seen'}")
    print(f"mutations  {len(power.MUTATIONS):48}   {len(complaints):3} wrong", flush=True)
    return complaints


SUITES = {
    "kills": lambda options: lab.judge("kills", kills.run, kills.points(options)),
    "strikes": lambda options: lab.judge("strikes", strikes.run, strikes.points(options)),
    "power": lambda options: lab.judge("power", power.run, power.points(options)),
    "mutations": mutations,
    "faults": lambda options: lab.judge("faults", faults.run, faults.points(options)),
    "mounts": lambda options: lab.judge("mounts", mounts.run, mounts.points(options)),
}
# The least number of points, in the short and in the long form.
NUMBERS = {"kills": (0, 10_000), "strikes": (200, 5_000), "power": (20_000, 500_000), "faults": (2_000, 0)}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program", help="the wirespool to hurt: the release build")
    parser.add_argument("--full", action="store_true", help="the long form: an hour or two")
    parser.add_argument("--only", default=",".join(SUITES), help="suites, between commas (%(default)s)")
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("--minutes", type=float, default=float("inf"), help="the most that one suite may take")
    parser.add_argument("--work", help="a directory on tmpfs (default: a temporary one in /dev/shm)")
    for name, (short, full) in NUMBERS.items():
        parser.add_argument(f"--{name}", type=int, help=f"how many (default {short or 'each call once'}, in the long form {full or 'all'})")
    options = parser.parse_args()
    for name, numbers in NUMBERS.items():
        if getattr(options, name) is None:
            setattr(options, name, numbers[options.full])
    work = options.work or tempfile.mkdtemp(prefix="wirespool-crash-", dir="/dev/shm")
    lab.open_lab(options.program, work, options.jobs, options.minutes * 60)
    complaints = [complaint for name in options.only.split(",") for complaint in SUITES[name](options)]
    if not complaints and not options.work:
        shutil.rmtree(work)
    print("all promises kept" if not complaints else f"{len(complaints)} promises broken; see {work}")
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main())
