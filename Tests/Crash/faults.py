# SPDX-License-Identifier: Apache-2.0
"""Every call of every kind fails once, with each error that a disk has; then for a while; then all is well again."""
import shutil
from errno import EDQUOT, EINTR, EIO, EMFILE, ENOSPC, EROFS

import kills
import lab
import oracle
from wire import expected

KINDS = {
    "create": [EIO, ENOSPC, EDQUOT, EROFS, EMFILE, EINTR],
    "open": [EIO, EMFILE, EINTR],
    "read": [EIO, EINTR],
    "write": [EIO, ENOSPC, EDQUOT, EROFS, EINTR, "short"],
    "fsync": [EIO, ENOSPC, EDQUOT, EINTR],
    "syncfs": [EIO, ENOSPC, EDQUOT, EINTR],
    "truncate": [EIO, EINTR],
    "rename": [EIO, ENOSPC, EDQUOT, EROFS, EINTR],
    "unlink": [EIO, EROFS, EINTR],
    "mkdir": [EIO, ENOSPC, EDQUOT, EROFS],
    "chmod": [EIO, EROFS],
    "startsync": [EIO, ENOSPC],
    "lock": [EIO, EINTR],
    "statfs": [EIO],
}
# close(2) on Linux never has to be made again, and SQLite takes EINTR of fsync and open for an error: both are left as they are.


def points(options):
    every = []
    for scenario in ("first", "second"):
        site = kills.prepared("faults", scenario)
        for kind, codes in KINDS.items():
            site = kills.prepared("faults", scenario)
            length = site.calls(kinds=f",{kind},")
            every += [(scenario, kind, code, call, call) for code in codes for call in range(1, length + 1)]
            # A fault that lasts: from a call on, through five and through all that follow.
            every += [(scenario, kind, code, call, call + more)
                      for code in codes if code not in (EINTR, "short") for call in range(1, length + 1, 4) for more in (4, 10**6)]
    if options.faults and options.faults < len(every):
        every = every[::max(1, len(every) // options.faults)]
    return every


def run(point):
    scenario, kind, code, first, last = point
    site = kills.prepared("fault", scenario)
    status, messages = site.fetch(**{"kinds": f",{kind},", "from": first, "to": last, "how": code})
    complaints = []
    if status == "hangs" or status < 0:
        complaints.append(f"died of an error: {status}, {messages[-300:]}")
    complaints += oracle.while_hurt(site)
    if status == 0:
        # Whoever claims success has done all of it.
        complaints += [f"reported success, but {complaint}" for complaint in oracle.at_rest(site, expected(site.wire.shape, site.wire.version))]
    status, messages = site.fetch()
    if status != 0:
        return complaints + [f"the next run ended with {status}: {messages}"]
    complaints += oracle.at_rest(site, expected(site.wire.shape, site.wire.version))
    shutil.rmtree(site.root)
    return complaints
