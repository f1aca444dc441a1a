#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Empties an outlet: claims each file, prints one line for its story, and deletes it.

usage: consumer.py OUTLET [--name NAME] [--follow]
"""

import argparse
import json
import os
import sys
import time
from pathlib import Path


def act(record: dict) -> None:
    """The work. When it raises, the file stays claimed, and is done again at the next start."""
    kind = record.get("changeType", "new")
    print(record["feed"]["name"], f"r{record['revision']}", kind, record.get("headline", ""), sep="\t", flush=True)


def finish(file: Path) -> None:
    act(json.loads(file.read_bytes()))
    file.unlink()


def claim(file: Path, mine: Path) -> Path | None:
    """Moves the file out of everybody's reach but ours; None when another worker was faster."""
    target = mine / file.name
    try:
        os.rename(file, target)
    except FileNotFoundError:
        return None
    # The claim outlives a power failure.
    for directory in (mine, file.parent):
        descriptor = os.open(directory, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
    return target


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("outlet", type=Path)
    options.add_argument("--name", default="python")
    options.add_argument("--follow", action="store_true", help="wait for more")
    arguments = options.parse_args()

    mine = arguments.outlet / "cur" / arguments.name
    if not mine.exists():
        mine.mkdir(parents=True)
        mine.chmod(0o2770)
    for file in sorted(mine.glob("*.json")):
        finish(file)
    while True:
        for file in sorted((arguments.outlet / "new").glob("*.json")):
            if claimed := claim(file, mine):
                finish(claimed)
        if not arguments.follow:
            return
        time.sleep(1)


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        sys.exit(130)
