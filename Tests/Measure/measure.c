// SPDX-License-Identifier: Apache-2.0
// measure FILE PROGRAM ARGUMENT…: runs a program, ends as it ended, and writes to FILE what that cost: microseconds of processor time, and
// the most kilobytes that it held at once. It is a program of its own since one that is started by posix_spawn(3) begins with the memory
// of its parent: from here it is forked, and there is next to nothing.
#include <signal.h>
#include <stdio.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

static pid_t child;

// Who ends the run means the program.
static void pass_on(int number) { kill(child, number); }

int main(int count, char **words) {
    if (count < 3) return 64;
    child = fork();
    if (child < 0) return 71;
    if (child == 0) {
        execv(words[2], words + 2);
        _exit(127);
    }
    signal(SIGTERM, pass_on);
    // A thread of a test may have it blocked, and so what it starts.
    sigset_t term;
    sigemptyset(&term);
    sigaddset(&term, SIGTERM);
    sigprocmask(SIG_UNBLOCK, &term, NULL);
    int status;
    struct rusage usage;
    while (wait4(child, &status, 0, &usage) < 0) {}
    FILE *report = fopen(words[1], "w");
    if (!report) return 73;
    fprintf(
        report, "%lld %ld\n", (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1000000LL + usage.ru_utime.tv_usec + usage.ru_stime.tv_usec,
        usage.ru_maxrss);
    fclose(report);
    if (!WIFSIGNALED(status)) return WEXITSTATUS(status);
    struct rlimit none = {0, 0};
    setrlimit(RLIMIT_CORE, &none);
    signal(WTERMSIG(status), SIG_DFL);
    raise(WTERMSIG(status));
    return 70;
}
