# SPDX-License-Identifier: Apache-2.0
"""Many small publishers on loopback addresses: each feed is a document of two stories with an entity tag."""
import asyncio
import multiprocessing
import resource
import socket
import time

NETWORK = "127.7"
BACKLOG = 64


class Publisher:
    """The publishers of `feeds` feeds on `hosts` addresses, in a process of their own that notes each request."""

    def __init__(self, feeds, hosts):
        self.feeds, self.hosts = feeds, hosts
        # Read by the other process while this one writes: a number is either the old one or the new one.
        self.asked = multiprocessing.Array("d", feeds, lock=False)
        self.polls = multiprocessing.Array("l", feeds, lock=False)
        self.unchanged = multiprocessing.Array("l", feeds, lock=False)
        self.unforeseen = multiprocessing.Value("l", 0, lock=False)
        allow_descriptors()
        self.sockets = listening_sockets(hosts)
        self.port = self.sockets[0].getsockname()[1]
        self.process = multiprocessing.Process(target=lambda: asyncio.run(self.serve()), daemon=True)
        self.process.start()
        for listener in self.sockets:
            listener.close()

    def address(self, feed):
        return f"http://{host_address(feed % self.hosts)}:{self.port}/{feed}.xml"

    async def serve(self):
        loop = asyncio.get_running_loop()
        servers = [await loop.create_server(lambda: Connection(self), sock=listener) for listener in self.sockets]
        await asyncio.gather(*(server.serve_forever() for server in servers))

    def answer(self, head):
        """The answer to one request, whose head is given without its empty line."""
        lines = head.split(b"\r\n")
        feed = feed_number(lines[0], self.feeds)
        if feed is None:
            self.unforeseen.value += 1
            return b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"
        self.asked[feed] = time.time()
        self.polls[feed] += 1
        tag = b'"%d"' % feed
        if any(line.lower() == b"if-none-match: " + tag for line in lines[1:]):
            self.unchanged[feed] += 1
            return b"HTTP/1.1 304 Not Modified\r\nETag: " + tag + b"\r\n\r\n"
        body = document(feed).encode()
        return b"HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml\r\nETag: %b\r\nContent-Length: %d\r\n\r\n%b" % (tag, len(body), body)


class Connection(asyncio.Protocol):
    """One connection, kept open until the client ends it."""

    def __init__(self, publisher):
        self.publisher, self.received = publisher, b""

    def connection_made(self, transport):
        self.transport = transport

    def data_received(self, data):
        self.received += data
        while b"\r\n\r\n" in self.received:
            head, self.received = self.received.split(b"\r\n\r\n", 1)
            self.transport.write(self.publisher.answer(head))


def allow_descriptors():
    """As many as the system allows, also for the programs that are started from here."""
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))


def host_address(host):
    return f"{NETWORK}.{host // 250}.{host % 250 + 1}"


def listening_sockets(hosts):
    """One an address, all with the port that the first was given."""
    sockets, port = [], 0
    for host in range(hosts):
        listener = socket.socket()
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((host_address(host), port))
        listener.listen(BACKLOG)
        port = listener.getsockname()[1]
        sockets.append(listener)
    return sockets


def feed_number(request_line, feeds):
    words = request_line.split(b" ")
    if len(words) != 3 or words[0] != b"GET" or not words[1].endswith(b".xml") or not words[1][1:-4].isdigit():
        return None
    number = int(words[1][1:-4])
    return number if number < feeds else None


def document(feed):
    places = ["harbour", "valley", "capital", "border", "island", "old town", "coast", "north"]
    items = "".join(
        f'<item><guid isPermaLink="false">{feed}-{item}</guid><title>Report {feed * 2 + item} from the {places[feed % 8]}</title>'
        f"<link>https://wire.example/{feed}/{item}</link><description>GENEVA, Feb. 20 (Xinhua) -- Officials at the "
        f"{places[(feed + item) % 8]} spoke of case {feed * 7 + item} on Tuesday, and gave the number {feed * 13 + item}.</description></item>"
        for item in range(2))
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>Wire {feed}</title><link>https://wire.example/</link>' \
           f"<description>Wire</description>{items}</channel></rss>"
