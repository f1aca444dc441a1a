// SPDX-License-Identifier: Apache-2.0

extension Scorecard {
    static let opening = """
        # Politeness

        What a publisher may expect of Wirespool, and how it is known that this holds. The page is made by `make scorecard`; change the program, not the page.

        ## When a feed is polled
        Never more often than the server wishes; without a wish, never more often than the floor. `wirespool status FEED` says when the next poll is due, and why then.

        | what | how long | who changes it |
        |---|---|---|
        | the usual pause | 15m | `interval` |
        | Cache-Control max-age minus Age, else Expires minus Date; `ttl`; `sy:updatePeriod` | as long, up to 24h | `max_interval` cuts it |
        | `skipHours`, `skipDays` | until they are over | `max_interval` cuts it |
        | floor, the server has no wish, and the feed is asked conditionally | 15m | `min_interval`; `status` then says "below 15m without a wish of the server" |
        | floor, the server has no wish, and every poll fetches the whole document | 1h | `min_interval`; `status` then says "below 1h without validators" |
        | floor, the server has a wish | the wish, and 60s | `min_interval` makes it longer |
        | half of a document's items or more are new | half of the pause, a quarter when all are, down to 5m (15m without validators) | `min_interval` |
        | nothing new | half as long again, up to the usual pause | `max_interval` lets it become longer |
        | Retry-After with any answer | as long, up to 7d, for every feed of the host, also over restarts | nobody |
        | 429 without Retry-After | the feed's back-off; the host rests as long, up to 1h | |
        | a failure | the usual pause, then twice as long each time: up to 6h where nobody answers, 12h on 5xx, 24h on refusals and what is no feed | `interval` |
        | 410 | for good | `wirespool feed resume` |

        Jitter makes a pause up to a tenth longer and never shorter. After a start, or when the machine has slept, what is due is spread over up to five minutes.
        Hosts of your own (loopback, private addresses, `localhost`, `.local`, `.internal`) have no floor.

        ## What is sent
        - GET, with the address as it is configured. No cookies, no Referer, no parameters of ours; one User-Agent with a version and an address.
        - ETag and Last-Modified of the last document, byte for byte, to the address that gave them; they are saved in the transaction that saves the stories.
        - `A-IM: feed` (RFC 3229) only where `deltas: true` says so, and never without an ETag. What a delta leaves out is not gone.
        - robots.txt is not asked for, since it speaks to crawlers and feeds are listed by a person; where `respect_robots: true` says so, it is asked for once a
          day and heeded (RFC 9309). No hub is subscribed to (WebSub): it would have to call back to a
          public address, which a fetcher behind a firewall has not; what it would tell of, the next poll brings.
        - Credentials, headers and certificates of a feed never go to another origin. http becomes https where a host has asked for that (HSTS), https never http.
        - One request at a time to a host, 1 s between two, 10 s where more than ten feeds share the host (`host_gap`); four at a time to one
          public address, five redirects.

        ## Where a feed goes
        301 and 308 are believed after three sightings over a day, and noted in the catalog; the configuration is yours. After three failures at the new address the old
        one is asked again. 302, 303 and 307 are followed and never believed. After a gap up to five pages of the feed's own archive are read (RFC 5005).

        ## The scorecard
        The 74 rules of Rachel Kroll's Feed Reader Behavior list, by their numbers and in our own short words, and what the daemon's own poller does about each: against
        servers on loopback, on a clock that jumps from poll to poll.

        | rule | in short | | what is looked at |
        |---|---|---|---|

        """

    static let middle = """


        ## Ten thousand polls
        A thousand feeds on twenty hosts, with five restarts on the way and twenty more within ten minutes.

        | count | goal | |
        |---|---|---|

        """
}
