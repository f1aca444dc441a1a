// SPDX-License-Identifier: Apache-2.0
// valgrind writes into the mask that sigsuspend(2) is given, and libdispatch gives it one in memory that can't be written.
#include <signal.h>
#include <sys/syscall.h>
#include <unistd.h>

int sigsuspend(const sigset_t *mask) {
    sigset_t copy = *mask;
    // The kernel's mask has a bit for each signal, and is shorter than the C library's.
    return (int)syscall(SYS_rt_sigsuspend, &copy, (_NSIG - 1) / 8);
}
