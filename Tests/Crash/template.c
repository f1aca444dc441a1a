// SPDX-License-Identifier: Apache-2.0
// Holds the program just before its main, loaded and linked, and forks it for every run that is asked for: a quarter of a short run
// is the loading of its libraries.
//
// TEMPLATE_SOCKET  the number of a descriptor. Every byte read from it is a run; its answer is how that ended, as wait(2) tells it.
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

__attribute__((constructor)) static void hold(void) {
    const char *text = getenv("TEMPLATE_SOCKET");
    if (!text) return;
    int line = atoi(text), status;
    unsetenv("TEMPLATE_SOCKET");
    // A child of the program is not held.
    unsetenv("LD_PRELOAD");
    char byte;
    while (read(line, &byte, 1) == 1) {
        pid_t child = fork();
        if (child == 0) {
            close(line);
            return;
        }
        if (child < 0 || waitpid(child, &status, 0) != child || write(line, &status, sizeof status) != sizeof status) break;
    }
    _exit(0);
}
