# SPDX-License-Identifier: Apache-2.0
"""A publisher on the loopback: a few feeds whose documents go from version to version, with an ETag each."""
import threading
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass(frozen=True)
class Shape:
    """How large the documents are."""

    feeds: int = 2
    stories: int = 6
    padding: int = 0


WORDS = "river council harbour engine winter market signal garden silver railway border captain forest window letter summer".split()


def text(feed, story, revision, padding):
    """Different for each story, nearly the same for each revision of one."""
    words = [WORDS[(story * 7 + feed * 3 + place * (story % 5 + 1)) % len(WORDS)] for place in range(24)]
    ending = "" if revision == 1 else f" The figure was later given as {revision * 1000 + story}."
    return f"GENEVA, Feb. 20 (Xinhua) -- Report {story} of desk {feed}: {' '.join(words)}.{ending}{' filler' * padding}"


def first(shape, version):
    """Each new version of a document drops half of its stories, the oldest, and adds as many."""
    return (version - 1) * (shape.stories // 2)


def stories(shape, version):
    return range(first(shape, version), first(shape, version) + shape.stories)


def revision(shape, version, story):
    """The two oldest stories of each version but the first are revised in it."""
    return 1 + sum(1 for later in range(2, version + 1) if first(shape, later) <= story < min(first(shape, later) + 2, first(shape, later - 1) + shape.stories))


def expected(shape, version):
    """Every (feed, guid, revision) that somebody has who polled each version so far."""
    return {
        (f"f{feed}", f"f{feed}-s{story}", revision(shape, passed, story))
        for feed in range(shape.feeds) for passed in range(1, version + 1) for story in stories(shape, passed)
    }


def document(shape, version, feed):
    items = "".join(
        f"<item><guid isPermaLink='false'>f{feed}-s{story}</guid><title>Report {story} of desk {feed}</title>"
        f"<link>https://wire.example/f{feed}/{story}</link><pubDate>Tue, 20 Feb 2018 10:{story % 60:02}:00 GMT</pubDate>"
        f"<description>{text(feed, story, revision(shape, version, story), shape.padding)}</description></item>"
        for story in reversed(stories(shape, version)))
    return (
        "<?xml version='1.0'?><rss version='2.0'><channel><title>Wire</title><link>https://wire.example/</link>"
        f"<description>Wire</description>{items}</channel></rss>").encode()


class Wire:
    """Serves `/f0`, `/f1` … at the version that is set; answers 304 to the ETag of that version."""

    def __init__(self, shape):
        self.shape, self.version = shape, 1
        # How many requests there were.
        self.asked = 0
        wire = self

        class Answer(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            # Else the end of an answer waits for the acknowledgement of its beginning, 40 ms.
            disable_nagle_algorithm = True

            def do_GET(self):
                wire.asked += 1
                tag = f'"v{wire.version}"'
                unchanged = self.headers.get("If-None-Match") == tag
                body = b"" if unchanged else document(wire.shape, wire.version, int(self.path[2:]))
                self.send_response(304 if unchanged else 200)
                self.send_header("ETag", tag)
                self.send_header("Content-Type", "application/rss+xml")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_):
                pass

        class Server(ThreadingHTTPServer):
            daemon_threads = True

            def handle_error(self, *_):
                """The program that asked was killed: that is what this is about."""

        self.server = Server(("127.0.0.1", 0), Answer)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def url(self, feed):
        return f"http://127.0.0.1:{self.server.server_port}/f{feed}"
