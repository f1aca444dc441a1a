# SPDX-License-Identifier: Apache-2.0
"""Validates JSON lines from standard input against a schema, offline; prints one line for each fault.

usage: validate.py SCHEMA [KEY...]      each KEY is taken off every record first

Exit status: 0 all valid, 1 at least one fault, 3 python3-jsonschema is missing. The formats date-time and uri are checked
here, because jsonschema skips a format whose optional package is not installed.
"""
import datetime
import json
import os
import re
import sys

try:
    import jsonschema
except ImportError:
    print("the Debian package python3-jsonschema is missing")
    sys.exit(3)

HERE = os.path.dirname(os.path.abspath(__file__))
TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", re.ASCII)
CHARACTERS = r"(?:[A-Za-z0-9._~!$&'()*+,;=:@/-]|%[0-9A-Fa-f]{2})*"
NAME = r"(?:[A-Za-z0-9._~!$&'()*+,;=-]|%[0-9A-Fa-f]{2})*"
AUTHORITY = r"//(?:%s|\[[0-9A-Fa-f:.]+\])(?::\d*)?(?:/%s)?" % (NAME, CHARACTERS)
PATH = r"(?!//)%s" % CHARACTERS
URI = re.compile(
    r"[A-Za-z][A-Za-z0-9+.-]*:(?:%s|%s)(?:\?(?:%s|\?)*)?(?:#(?:%s|\?)*)?" % (AUTHORITY, PATH, CHARACTERS[:-1], CHARACTERS[:-1]), re.ASCII)
checker = jsonschema.FormatChecker(formats=())


@checker.checks("date-time")
def is_time(value):
    if not isinstance(value, str):
        return True
    try:
        return bool(TIME.fullmatch(value) and datetime.datetime.strptime(value, "%Y-%m-%dT%H:%M:%SZ"))
    except ValueError:
        return False


@checker.checks("uri")
def is_uri(value):
    return not isinstance(value, str) or URI.fullmatch(value) is not None


def load(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def unique(pairs):
    names = [name for name, _ in pairs]
    if len(names) != len(set(names)):
        raise ValueError("a name twice in one object: %s" % names)
    return dict(pairs)


def refuse(constant):
    raise ValueError("%s is no JSON" % constant)


def main():
    schema = load(sys.argv[1])
    store = {"https://geojson.org/schema/GeoJSON.json": load(os.path.join(HERE, "geojson.json"))}
    kind = jsonschema.validators.validator_for(schema)
    kind.check_schema(schema)
    validator = kind(schema, resolver=jsonschema.RefResolver.from_schema(schema, store=store), format_checker=checker)
    faults = 0
    for number, line in enumerate(sys.stdin.buffer.read().splitlines(), 1):
        try:
            record = json.loads(line.decode("utf-8"), object_pairs_hook=unique, parse_constant=refuse)
        except ValueError as error:
            print("record %d: %s" % (number, error))
            faults += 1
            continue
        for key in sys.argv[2:]:
            record.pop(key, None)
        for error in validator.iter_errors(record):
            print("record %d: %s: %s" % (number, "/".join(map(str, error.absolute_path)), error.message[:300]))
            faults += 1
    sys.exit(1 if faults else 0)


main()
