// SPDX-License-Identifier: Apache-2.0
// What a process gives up for good before it looks at bytes from outside: seccomp(2), landlock(7), setrlimit(2).
#ifndef WIRESPOOL_CLINUX_CONFINEMENT_H
#define WIRESPOOL_CLINUX_CONFINEMENT_H

#include <asm/unistd.h>
#include <errno.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/prctl.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <stdint.h>

// Declared here, since types that glibc's headers define would belong to this module and be missing elsewhere.
extern long syscall(long number, ...);
extern int prctl(int option, ...);
extern int close(int descriptor);
extern int getpid(void);

#if defined(__x86_64__)
static const uint32_t confinement_architecture = AUDIT_ARCH_X86_64;
#elif defined(__aarch64__)
static const uint32_t confinement_architecture = AUDIT_ARCH_AARCH64;
#endif

// Of <linux/landlock.h>, which older headers lack.
struct landlock_rules { uint64_t files, network, scopes; };
struct landlock_beneath { uint64_t allowed; int32_t parent; } __attribute__((packed));

// Dies with its parent, and can never gain a right that it has not now.
static inline int confinement_begin(void) {
    if (prctl(PR_SET_PDEATHSIG, 9 /* SIGKILL */) != 0) return -1;
    return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
}

// Landlock: of all files only those beneath `folders` can be opened, and only to be read. 1 where the kernel has no Landlock.
static inline int confinement_of_files(const int *folders, int count) {
    const uint64_t read_file = 1 << 2, read_directory = 1 << 3, every_right = (1 << 13) - 1;
    struct landlock_rules rules = {.files = every_right};
    int ruleset = (int)syscall(444, &rules, sizeof rules.files, 0);
    if (ruleset < 0) return errno == ENOSYS || errno == EOPNOTSUPP ? 1 : -1;
    for (int place = 0; place < count; place++) {
        struct landlock_beneath rule = {.allowed = read_file | read_directory, .parent = folders[place]};
        if (syscall(445, ruleset, 1, &rule, 0) != 0) return -1;
    }
    int result = (int)syscall(446, ruleset, 0);
    close(ruleset);
    return result;
}

#define CONFINEMENT_ALLOW(number) BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (number), 0, 1), BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW)
#define CONFINEMENT_ARGUMENT(index) BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, args[index]))
#define CONFINEMENT_REFUSE BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM)

// seccomp: the process computes, reads and writes what it has open, opens files to read them, and ends; anything else fails with EPERM.
static inline int confinement_of_calls(void) {
    struct sock_filter filter[] = {
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, arch)),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, confinement_architecture, 1, 0),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS),
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
        // Bytes.
        CONFINEMENT_ALLOW(__NR_read), CONFINEMENT_ALLOW(__NR_write), CONFINEMENT_ALLOW(__NR_readv), CONFINEMENT_ALLOW(__NR_writev),
        CONFINEMENT_ALLOW(__NR_pread64), CONFINEMENT_ALLOW(__NR_lseek), CONFINEMENT_ALLOW(__NR_close), CONFINEMENT_ALLOW(__NR_fstat),
        CONFINEMENT_ALLOW(__NR_newfstatat), CONFINEMENT_ALLOW(__NR_statx), CONFINEMENT_ALLOW(__NR_fcntl), CONFINEMENT_ALLOW(__NR_readlinkat),
        CONFINEMENT_ALLOW(__NR_faccessat), CONFINEMENT_ALLOW(__NR_getdents64), CONFINEMENT_ALLOW(__NR_sendto),
        // Memory.
        CONFINEMENT_ALLOW(__NR_brk), CONFINEMENT_ALLOW(__NR_mmap), CONFINEMENT_ALLOW(__NR_munmap), CONFINEMENT_ALLOW(__NR_mremap),
        CONFINEMENT_ALLOW(__NR_mprotect), CONFINEMENT_ALLOW(__NR_madvise),
        // Time, chance, and itself.
        CONFINEMENT_ALLOW(__NR_clock_gettime), CONFINEMENT_ALLOW(__NR_gettimeofday), CONFINEMENT_ALLOW(__NR_getrandom),
        CONFINEMENT_ALLOW(__NR_getrusage), CONFINEMENT_ALLOW(__NR_getpid), CONFINEMENT_ALLOW(__NR_gettid), CONFINEMENT_ALLOW(__NR_futex),
        CONFINEMENT_ALLOW(__NR_sched_yield), CONFINEMENT_ALLOW(__NR_sched_getaffinity), CONFINEMENT_ALLOW(__NR_membarrier),
        CONFINEMENT_ALLOW(__NR_rt_sigaction), CONFINEMENT_ALLOW(__NR_rt_sigprocmask), CONFINEMENT_ALLOW(__NR_rt_sigreturn),
        CONFINEMENT_ALLOW(__NR_sigaltstack), CONFINEMENT_ALLOW(__NR_restart_syscall), CONFINEMENT_ALLOW(__NR_exit),
        CONFINEMENT_ALLOW(__NR_exit_group),
#ifdef __x86_64__
        CONFINEMENT_ALLOW(__NR_stat), CONFINEMENT_ALLOW(__NR_access), CONFINEMENT_ALLOW(__NR_readlink),
#endif
        // Signals to nobody but itself: abort(3).
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, __NR_tgkill, 0, 4),
        CONFINEMENT_ARGUMENT(0), BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (uint32_t)getpid(), 0, 1),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW), CONFINEMENT_REFUSE,
        // Limits of nobody but itself.
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, __NR_prlimit64, 0, 4),
        CONFINEMENT_ARGUMENT(0), BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, 0, 0, 1),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW), CONFINEMENT_REFUSE,
        // Files to read, glibc's tables of charsets: not with O_WRONLY, O_RDWR, O_CREAT, or O_TRUNC.
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, __NR_openat, 0, 4),
        CONFINEMENT_ARGUMENT(2), BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, 01 | 02 | 0100 | 01000, 1, 0),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW), CONFINEMENT_REFUSE,
        CONFINEMENT_REFUSE,
    };
    struct sock_fprog program = {.len = sizeof filter / sizeof *filter, .filter = filter};
    return (int)syscall(__NR_seccomp, SECCOMP_SET_MODE_FILTER, 0, &program);
}

#undef CONFINEMENT_ALLOW
#undef CONFINEMENT_ARGUMENT
#undef CONFINEMENT_REFUSE

#endif
