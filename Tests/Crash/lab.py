# SPDX-License-Identifier: Apache-2.0
"""What all suites share: the program, the shim, a place to work, and workers that share the points among them."""
import collections
import concurrent.futures
import multiprocessing
import os
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass


@dataclass
class Lab:
    program: str
    work: str
    shim: str
    template: str
    jobs: int
    # Seconds that a suite may take; what isn't begun by then is left out.
    patience: float = float("inf")
    end: float = float("inf")

    def is_over(self):
        return time.monotonic() > self.end


@dataclass
class Judged:
    """What a point came to that stands for many states: what is wrong, how many there were, how many different ones, and how many runs it took."""

    complaints: list
    states: int
    different: int
    runs: int = 1


current: Lab
_local = {}


def open_lab(program, work, jobs, patience=float("inf")):
    """Compiles what is loaded into the program, and makes the place to work."""
    global current
    os.makedirs(work, exist_ok=True)
    current = Lab(os.path.abspath(program), work, work + "/shim.so", work + "/template.so", jobs, patience)
    compiler = [shutil.which("cc") or "clang", "-O2", "-Wall", "-Wextra", "-Werror", "-fPIC", "-shared"]
    for library in (current.shim, current.template):
        source = os.path.join(os.path.dirname(os.path.abspath(__file__)), os.path.basename(library).replace(".so", ".c"))
        subprocess.run([*compiler, "-o", library, source, "-ldl", "-pthread"], check=True)


def worker():
    return os.getpid()


def local(name, make):
    """One of a kind in each worker process: threads don't survive a fork."""
    key = (os.getpid(), name)
    if key not in _local:
        _local[key] = make()
    return _local[key]


def _judged(job):
    run, point = job
    if current.is_over():
        return point, Judged([], 0, 0, 0)
    try:
        judged = run(point)
        return point, judged if isinstance(judged, Judged) else Judged(judged, 1, 1)
    except Exception as error:
        return point, Judged([f"the harness failed: {error!r}"], 1, 1)


def each(run, points, patience=None):
    """Runs every point, side by side, and returns them with what they came to; those not begun in time with nothing."""
    current.end = time.monotonic() + (patience or current.patience)
    context = multiprocessing.get_context("fork")
    with concurrent.futures.ProcessPoolExecutor(current.jobs, mp_context=context) as pool:
        yield from pool.map(_judged, [(run, point) for point in points], chunksize=1)


def judge(title, run, points):
    """Runs every point, prints what came of them, and returns what was wrong with which."""
    start, wrong, states, different, runs = time.monotonic(), [], 0, 0, 0
    told = start
    for done, (point, judged) in enumerate(each(run, points), 1):
        states, different, runs = states + judged.states, different + judged.different, runs + judged.runs
        if time.monotonic() > told + 60:
            told = time.monotonic()
            print(f"    {title}: {done} of {len(points)} points, {states} states, {len(wrong)} wrong, {told - start:.0f} s", file=sys.stderr, flush=True)
        if judged.complaints:
            wrong.append((point, judged.complaints))
    count = f"{states}" if states == different else f"{states} ({different} different, {runs} recovered from)"
    print(f"{title:10} {count:>48}   {len(wrong):3} wrong {time.monotonic() - start:6.0f} s", flush=True)
    kinds = collections.Counter(complaint.split(":")[0] for _, complaints in wrong for complaint in complaints)
    for kind, count in kinds.most_common(12):
        print(f"    {count} × {kind}")
    for point, complaints in wrong[:5]:
        print(f"    {point}: {'; '.join(complaints[:3])[:600]}", flush=True)
    return [complaint for _, complaints in wrong for complaint in complaints]
