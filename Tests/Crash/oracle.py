# SPDX-License-Identifier: Apache-2.0
"""What must be true of an installation, whatever happened to it: read from the outlets, the catalog and the log themselves."""
import collections
import json
import os
import shutil
import sqlite3
from fnmatch import fnmatch

import wire


def catalog(site):
    """A copy, since opening the original would itself recover it. None when there is no catalog yet."""
    copy = site.root + ".catalog"
    for suffix in ("", "-wal", "-journal"):
        if os.path.exists(copy + suffix):
            os.remove(copy + suffix)
        if os.path.exists(site.path("state/catalog.sqlite" + suffix)):
            shutil.copyfile(site.path("state/catalog.sqlite" + suffix), copy + suffix)
    if not os.path.exists(copy):
        return None
    database = sqlite3.connect(copy)
    has_tables = database.execute("SELECT count(*) FROM sqlite_master WHERE name = 'grdb_migrations'").fetchone()[0]
    return database if has_tables and database.execute("SELECT count(*) FROM grdb_migrations").fetchone()[0] else None


def versions(database):
    """sequence → (feed, guid, revision, record)"""
    found = {}
    for sequence, feed, revision, record in database.execute("SELECT sequence, feed, revision, record FROM version"):
        found[sequence] = (feed, json.loads(record)["ids"]["guid"], revision, record)
    return found


def published(site, outlet):
    """What consumers can see, and what they have claimed: name → bytes each."""
    folder = site.path(site.claims(outlet))
    claims = [entry.path for entry in os.scandir(folder) if entry.is_dir()] if os.path.isdir(folder) else []
    claimed = {name: content for place in claims for name, content in contents(place).items()}
    return contents(site.path(site.visible(outlet))), claimed


def contents(folder):
    files = {}
    for entry in os.scandir(folder) if os.path.isdir(folder) else []:
        if entry.is_file():
            with open(entry.path, "rb") as file:
                files[entry.name] = file.read()
    return files


def while_hurt(site, database=None):
    """What must hold at every moment, before any recovery; `database` is the catalog, where it is open already."""
    database = database or catalog(site)
    if database is None:
        if any(contents(site.path(site.visible(outlet))) for outlet in site.outlets):
            yield "files are published, and there is no catalog"
        return
    known = versions(database)
    yield from validators(site, database, known)
    positions = dict(database.execute("SELECT name, prepared FROM outlet"))
    for outlet in site.outlets:
        visible, claimed = published(site, outlet)
        for name, content in {**visible, **claimed}.items():
            sequence = int(name[:16])
            if sequence > positions.get(outlet, 0):
                yield f"outlet {outlet}: {name} is visible beyond the prepared position {positions.get(outlet)}"
            if sequence not in known or known[sequence][3] + b"\n" != content:
                yield f"outlet {outlet}: {name} is torn, or not what the catalog holds"


def backup(site):
    """A backup is whole when it is there at all, and holds what the catalog holds."""
    if not os.path.exists(site.path("copy.sqlite")):
        return
    try:
        copy = sqlite3.connect(f"file:{site.path('copy.sqlite')}?mode=ro&immutable=1", uri=True)
        if copy.execute("PRAGMA integrity_check").fetchone()[0] != "ok":
            yield "the backup is damaged"
        elif versions(copy) != versions(catalog(site)):
            yield "the backup holds other stories than the catalog"
    except sqlite3.Error as error:
        yield f"the backup can't be read: {error}"


def validators(site, database, known):
    """A validator that is remembered without its stories hides them behind a 304 for ever."""
    have = {(feed, guid, revision) for feed, guid, revision, _ in known.values()}
    for feed, tag in database.execute("SELECT name, entity_tag FROM feed WHERE entity_tag IS NOT NULL"):
        version = int(bytes(tag).decode().strip('"v'))
        for story in wire.stories(site.wire.shape, version):
            if (feed, f"{feed}-s{story}", wire.revision(site.wire.shape, version, story)) not in have:
                yield f"the validator of {feed} is of version {version}, and story {story} isn't in the catalog"


def at_rest(site, expected, taken=None):
    """What must hold after a run that ended well: every story exactly once, whole, in order; the log complete.

    `expected` are (feed, guid, revision); `taken` gives for each outlet what consumers took away: name → bytes.
    """
    database = catalog(site)
    yield from while_hurt(site, database)
    if database is None:
        yield "there is no catalog"
        return
    known = versions(database)
    have = collections.Counter((feed, guid, revision) for feed, guid, revision, _ in known.values())
    for story in expected - set(have):
        yield f"{story} was lost before the catalog"
    for story, count in have.items():
        if count > 1 or story not in expected:
            yield f"{story} is in the catalog {count} times"
    expired = expiries(site)
    for outlet in site.outlets:
        yield from outlet_at_rest(site, outlet, known, (taken or {}).get(outlet, {}), expired[outlet])
    if database.execute("PRAGMA integrity_check").fetchone()[0] != "ok":
        yield "the catalog is damaged"
    yield from log(site, database, known)


def expiries(site):
    """outlet → the files that the log says were removed, since nobody took them."""
    found = collections.defaultdict(set)
    with open(site.path("ingest.log"), "rb") as file:
        for line in file:
            if b'"ev":"expired"' in line:
                event = json.loads(line)
                found[event["outlet"]].add(event["file"])
    return found


def outlet_at_rest(site, outlet, known, taken, expired):
    settings, (visible, claimed) = site.outlets[outlet], published(site, outlet)
    if settings.keep_files and len(visible) > settings.keep_files:
        yield f"outlet {outlet}: {len(visible)} files are kept"
    if expired and not settings.keep_files:
        yield f"outlet {outlet}: files are removed that must be kept"
    for name in set(visible) & {*claimed, *taken}:
        yield f"outlet {outlet}: {name} appeared again after it was taken"
    wanted = {sequence for sequence, story in known.items() if any(fnmatch(story[0], pattern) for pattern in settings.feeds)}
    # What was taken may still lie in cur/: that is the consumer's own affair.
    numbers = collections.Counter(int(name[:16]) for name in {*visible, *claimed, *taken})
    for sequence in wanted - set(numbers) - {int(name[:16]) for name in expired}:
        yield f"outlet {outlet}: {known[sequence][:3]} was not published"
    for sequence, count in numbers.items():
        if count > 1 or sequence not in wanted:
            yield f"outlet {outlet}: number {sequence} is there {count} times"
    for name, content in taken.items():
        if known.get(int(name[:16]), (0, 0, 0, b""))[3] + b"\n" != content:
            yield f"outlet {outlet}: {name} was torn when it was taken"
    for folder in ("tmp", "bad"):
        if os.listdir(site.path(site.workshop(outlet), folder)):
            yield f"outlet {outlet}: something is left in {folder}/"


def log(site, database, known):
    numbers, told = [], collections.Counter()
    with open(site.path("ingest.log"), "rb") as file:
        lines = file.read().split(b"\n")
    if lines.pop() != b"":
        yield "log: the last line is not whole"
    for line in lines:
        try:
            event = json.loads(line)
        except ValueError:
            yield f"log: not JSON: {line[:60]}"
            continue
        numbers.append(event["seq"])
        if event["ev"] == "story" and event["verdict"] in ("new", "revision", "correction"):
            told[event["feed"], event["guid"], event["rev"]] += 1
    if numbers != list(range(1, len(numbers) + 1)):
        wrong = next((place for place, number in enumerate(numbers, 1) if place != number), 0)
        yield f"log: seq is not 1, 2, 3 … at line {wrong}: {numbers[max(0, wrong - 3):wrong + 3]}"
    last = database.execute("SELECT log_sequence FROM counters").fetchone()[0]
    if not numbers or numbers[-1] != last:
        yield f"log: ends with {numbers[-1:]}, the catalog with {last}"
    stories = collections.Counter((feed, guid, revision) for feed, guid, revision, _ in known.values())
    if told != stories:
        yield f"log: tells of other stories than the catalog holds: {(told - stories) or (stories - told)}"
