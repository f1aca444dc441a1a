// SPDX-License-Identifier: Apache-2.0
// Stands between the program and libc: kills it at a chosen call, lets calls fail, or writes down what it does to the disk.
//
// CRASH_ROOT   only what lies under this directory counts
// CRASH_KINDS  the kinds of calls that count, between commas (",fsync,rename,"); without it, those that change the disk
// CRASH_FROM   the first call that is hit, from 1, and CRASH_TO the last
// CRASH_HOW    kill (before the call), killed (after it), short (half of a write), or the number of an errno
// CRASH_COUNT  a file for how many calls counted
// CRASH_TRACE  a file for every change: "kind inode offset length path [path]", then `length` bytes of data
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/statfs.h>
#include <sys/syscall.h>
#include <unistd.h>

enum how { NOTHING, KILL_BEFORE, KILL_AFTER, SHORT, FAIL };

static pthread_mutex_t turn = PTHREAD_MUTEX_INITIALIZER;
static const char *root, *kinds;
static long counted, first, last;
static enum how how;
static int code, tracing = -1;

static long number(const char *name, long otherwise) {
    const char *text = getenv(name);
    return text ? atol(text) : otherwise;
}

__attribute__((constructor)) static void begin(void) {
    root = getenv("CRASH_ROOT");
    kinds = getenv("CRASH_KINDS");
    first = number("CRASH_FROM", 0);
    last = number("CRASH_TO", first);
    const char *text = getenv("CRASH_HOW");
    how = !text || !first ? NOTHING : !strcmp(text, "kill") ? KILL_BEFORE : !strcmp(text, "killed") ? KILL_AFTER : !strcmp(text, "short") ? SHORT : FAIL;
    code = text ? atoi(text) : 0;
    text = getenv("CRASH_TRACE");
    if (text) tracing = (int)syscall(SYS_openat, AT_FDCWD, text, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    // A child of the program isn't looked at.
    unsetenv("LD_PRELOAD");
}

__attribute__((destructor)) static void finish(void) {
    const char *file = getenv("CRASH_COUNT");
    if (!file) return;
    char text[32];
    int length = snprintf(text, sizeof text, "%ld\n", counted), out = (int)syscall(SYS_openat, AT_FDCWD, file, O_WRONLY | O_CREAT | O_TRUNC, 0600);
    syscall(SYS_write, out, text, length);
    syscall(SYS_close, out);
}

static void die(void) {
    kill(getpid(), SIGKILL);
    for (;;) pause();
}

/// Where a call works: the path behind a descriptor, with `name` below it unless that is absolute.
static void locate(char *path, size_t size, int descriptor, const char *name) {
    path[0] = 0;
    if (name && name[0] == '/') {
        snprintf(path, size, "%s", name);
        return;
    }
    char link[40];
    snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
    ssize_t length = descriptor == AT_FDCWD ? readlink("/proc/self/cwd", path, size - 1) : readlink(link, path, size - 1);
    path[length < 0 ? 0 : length] = 0;
    if (name) snprintf(path + strlen(path), size - strlen(path), "/%s", name);
}

static int counts(const char *kind) {
    static const char *changing = ",create,write,fsync,syncfs,truncate,rename,link,unlink,mkdir,chmod,startsync,";
    char text[24];
    snprintf(text, sizeof text, ",%s,", kind);
    return strstr(kinds ? kinds : changing, text) != NULL;
}

static int below_root(const char *path) {
    return root && !strncmp(path, root, strlen(root));
}

/// A call that is being made, in its turn: others wait, so that the trace has the order in which things happened.
struct call {
    const char *kind;
    char path[600];
    int is_ours, is_short;
    enum how how;
};

/// Returns whether the call is to be made; otherwise errno is set.
static int enter(struct call *call, const char *kind, int descriptor, const char *name) {
    int before = errno;
    call->kind = kind;
    call->how = NOTHING;
    call->is_short = 0;
    locate(call->path, sizeof call->path, descriptor, name);
    errno = before;
    call->is_ours = below_root(call->path);
    if (!call->is_ours) return 1;
    pthread_mutex_lock(&turn);
    if (!counts(kind)) return 1;
    counted++;
    if (counted < first || counted > last || !first) return 1;
    call->how = how;
    call->is_short = how == SHORT;
    if (how == KILL_BEFORE) die();
    if (how != FAIL) return 1;
    pthread_mutex_unlock(&turn);
    errno = code;
    return 0;
}

static void leave(struct call *call) {
    if (!call->is_ours) return;
    if (call->how == KILL_AFTER) die();
    pthread_mutex_unlock(&turn);
}

static void trace(struct call *call, const char *kind, int descriptor, const char *other, long offset, long length, const void *data) {
    if (tracing < 0 || !call->is_ours) return;
    int before = errno;
    struct stat status = {0};
    if (descriptor >= 0) fstat(descriptor, &status);
    char line[1300];
    int size = snprintf(line, sizeof line, "%s %lu %ld %ld %s %s\n", kind, (unsigned long)status.st_ino, offset, data ? length : 0, call->path, other ? other : "-");
    syscall(SYS_write, tracing, line, size);
    if (data) syscall(SYS_write, tracing, data, length);
    errno = before;
}

#define REAL(type, name, ...) \
    static type (*real)(__VA_ARGS__); \
    if (!real) real = (type(*)(__VA_ARGS__))dlsym(RTLD_NEXT, name)

// ---- files that are opened

static int opened(int directory, const char *name, int flags, mode_t mode, int (*real)(int, const char *, int, ...)) {
    struct call call;
    int makes = flags & O_CREAT;
    if (!enter(&call, makes ? "create" : "open", directory, name)) return -1;
    int existed = makes && call.is_ours && faccessat(directory, name, F_OK, AT_SYMLINK_NOFOLLOW) == 0;
    int descriptor = real(directory, name, flags, mode);
    if (descriptor >= 0 && makes && !existed) trace(&call, "create", descriptor, NULL, 0, 0, NULL);
    if (descriptor >= 0 && existed && flags & O_TRUNC) trace(&call, "truncate", descriptor, NULL, 0, 0, NULL);
    leave(&call);
    return descriptor;
}

#define OPEN(symbol, ...) \
    mode_t mode = 0; \
    if (flags & (O_CREAT | O_TMPFILE)) { \
        va_list rest; \
        va_start(rest, flags); \
        mode = va_arg(rest, mode_t); \
        va_end(rest); \
    } \
    REAL(int, symbol, int, const char *, int, ...)

int open(const char *name, int flags, ...) {
    OPEN("openat");
    return opened(AT_FDCWD, name, flags, mode, real);
}
int open64(const char *name, int flags, ...) {
    OPEN("openat");
    return opened(AT_FDCWD, name, flags, mode, real);
}
int openat(int directory, const char *name, int flags, ...) {
    OPEN("openat");
    return opened(directory, name, flags, mode, real);
}

// ---- bytes

ssize_t write(int file, const void *bytes, size_t count) {
    REAL(ssize_t, "write", int, const void *, size_t);
    struct call call;
    if (!enter(&call, "write", file, NULL)) return -1;
    ssize_t done = real(file, bytes, call.is_short && count > 1 ? count / 2 : count);
    struct stat status;
    if (done > 0 && tracing >= 0 && call.is_ours && fstat(file, &status) == 0) trace(&call, "write", file, NULL, lseek(file, 0, SEEK_CUR) - done, done, bytes);
    leave(&call);
    return done;
}

static ssize_t written_at(int file, const void *bytes, size_t count, off_t offset, ssize_t (*real)(int, const void *, size_t, off_t)) {
    struct call call;
    if (!enter(&call, "write", file, NULL)) return -1;
    ssize_t done = real(file, bytes, call.is_short && count > 1 ? count / 2 : count, offset);
    if (done > 0) trace(&call, "write", file, NULL, offset, done, bytes);
    leave(&call);
    return done;
}

ssize_t pwrite(int file, const void *bytes, size_t count, off_t offset) {
    REAL(ssize_t, "pwrite", int, const void *, size_t, off_t);
    return written_at(file, bytes, count, offset, real);
}
ssize_t pwrite64(int file, const void *bytes, size_t count, off64_t offset) {
    REAL(ssize_t, "pwrite64", int, const void *, size_t, off_t);
    return written_at(file, bytes, count, offset, real);
}

ssize_t read(int file, void *bytes, size_t count) {
    REAL(ssize_t, "read", int, void *, size_t);
    struct call call;
    if (!enter(&call, "read", file, NULL)) return -1;
    ssize_t done = real(file, bytes, count);
    leave(&call);
    return done;
}
ssize_t pread64(int file, void *bytes, size_t count, off64_t offset) {
    REAL(ssize_t, "pread64", int, void *, size_t, off64_t);
    struct call call;
    if (!enter(&call, "read", file, NULL)) return -1;
    ssize_t done = real(file, bytes, count, offset);
    leave(&call);
    return done;
}

static int truncated(int file, off_t length, int (*real)(int, off_t)) {
    struct call call;
    if (!enter(&call, "truncate", file, NULL)) return -1;
    int result = real(file, length);
    if (result == 0) trace(&call, "truncate", file, NULL, length, 0, NULL);
    leave(&call);
    return result;
}
int ftruncate(int file, off_t length) {
    REAL(int, "ftruncate", int, off_t);
    return truncated(file, length, real);
}
int ftruncate64(int file, off64_t length) {
    REAL(int, "ftruncate64", int, off_t);
    return truncated(file, length, real);
}

// ---- durability

static int synced(int file, int (*real)(int)) {
    struct call call;
    if (!enter(&call, "fsync", file, NULL)) return -1;
    int result = real(file);
    if (result == 0) trace(&call, "fsync", file, NULL, 0, 0, NULL);
    leave(&call);
    return result;
}
int fsync(int file) {
    REAL(int, "fsync", int);
    return synced(file, real);
}
int fdatasync(int file) {
    REAL(int, "fdatasync", int);
    return synced(file, real);
}
int syncfs(int file) {
    REAL(int, "syncfs", int);
    struct call call;
    if (!enter(&call, "syncfs", file, NULL)) return -1;
    int result = real(file);
    if (result == 0) trace(&call, "syncfs", file, NULL, 0, 0, NULL);
    leave(&call);
    return result;
}
int sync_file_range(int file, off64_t offset, off64_t count, unsigned flags) {
    REAL(int, "sync_file_range", int, off64_t, off64_t, unsigned);
    struct call call;
    if (!enter(&call, "startsync", file, NULL)) return -1;
    int result = real(file, offset, count, flags);
    leave(&call);
    return result;
}

// ---- names

static int moved(const char *kind, int source, const char *from, int target, const char *to, unsigned flags) {
    struct call call;
    char other[600];
    locate(other, sizeof other, target, to);
    if (!enter(&call, kind, source, from)) return -1;
    int result = (int)(!strcmp(kind, "rename") ? syscall(SYS_renameat2, source, from, target, to, flags) : syscall(SYS_linkat, source, from, target, to, 0));
    if (result == 0) trace(&call, kind, -1, other, 0, 0, NULL);
    leave(&call);
    return result;
}
int rename(const char *from, const char *to) { return moved("rename", AT_FDCWD, from, AT_FDCWD, to, 0); }
int renameat2(int source, const char *from, int target, const char *to, unsigned flags) { return moved("rename", source, from, target, to, flags); }
int linkat(int source, const char *from, int target, const char *to, int flags) {
    (void)flags;
    return moved("link", source, from, target, to, 0);
}

static int removed(int directory, const char *name, int flags) {
    struct call call;
    if (!enter(&call, "unlink", directory, name)) return -1;
    int result = (int)syscall(SYS_unlinkat, directory, name, flags);
    if (result == 0) trace(&call, "unlink", -1, NULL, 0, 0, NULL);
    leave(&call);
    return result;
}
int unlink(const char *name) { return removed(AT_FDCWD, name, 0); }
int unlinkat(int directory, const char *name, int flags) { return removed(directory, name, flags); }

static int made(int directory, const char *name, mode_t mode) {
    struct call call;
    if (!enter(&call, "mkdir", directory, name)) return -1;
    int result = (int)syscall(SYS_mkdirat, directory, name, mode);
    if (result == 0) trace(&call, "mkdir", -1, NULL, 0, 0, NULL);
    leave(&call);
    return result;
}
int mkdir(const char *name, mode_t mode) { return made(AT_FDCWD, name, mode); }
int mkdirat(int directory, const char *name, mode_t mode) { return made(directory, name, mode); }

int fchmod(int file, mode_t mode) {
    REAL(int, "fchmod", int, mode_t);
    struct call call;
    if (!enter(&call, "chmod", file, NULL)) return -1;
    int result = real(file, mode);
    leave(&call);
    return result;
}

// ---- what only asks

int flock(int file, int operation) {
    REAL(int, "flock", int, int);
    struct call call;
    if (!enter(&call, "lock", file, NULL)) return -1;
    int result = real(file, operation);
    leave(&call);
    return result;
}
int fstatfs(int file, struct statfs *status) {
    REAL(int, "fstatfs", int, struct statfs *);
    struct call call;
    if (!enter(&call, "statfs", file, NULL)) return -1;
    int result = real(file, status);
    leave(&call);
    return result;
}
