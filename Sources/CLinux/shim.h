// SPDX-License-Identifier: Apache-2.0
// What Swift's Glibc module leaves out of glibc, because it is built without _GNU_SOURCE.
//
// No header that defines a type of Glibc's is included: Swift would take this module for the type's own, wherever it sees it first.
#ifndef WIRESPOOL_CLINUX_H
#define WIRESPOOL_CLINUX_H

#include <malloc.h>
#include <sys/statfs.h>

// renameat2(2); RENAME_NOREPLACE of <linux/fs.h> as a constant that Swift can read.
extern int renameat2(int old_directory, const char *old_name, int new_directory, const char *new_name, unsigned int flags);
static const unsigned int rename_noreplace = 1;

// sync_file_range(2); SYNC_FILE_RANGE_WRITE of <fcntl.h>.
extern int sync_file_range(int descriptor, __off64_t offset, __off64_t count, unsigned int flags);
static const unsigned int sync_file_range_write = 2;

// syncfs(2).
extern int syncfs(int descriptor);

// mallopt(3); M_ARENA_MAX as a constant that Swift can read.
static const int malloc_arena_max = M_ARENA_MAX;

// posix_spawn_file_actions_addchdir_np(3), posix_spawn_file_actions_addclosefrom_np(3); `actions` is a posix_spawn_file_actions_t.
extern int posix_spawn_file_actions_addchdir_np(void *actions, const char *directory);
extern int posix_spawn_file_actions_addclosefrom_np(void *actions, int first);

#endif
