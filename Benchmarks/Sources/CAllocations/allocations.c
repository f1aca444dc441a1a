/* SPDX-License-Identifier: Apache-2.0 */
#include "CAllocations.h"
#include <stddef.h>

/* glibc lets a program put its own functions before its allocator's, and keeps the originals under these names. */
void *__libc_malloc(size_t);
void *__libc_calloc(size_t, size_t);
void *__libc_realloc(void *, size_t);

static long count;

long allocations_so_far(void) { return __atomic_load_n(&count, __ATOMIC_RELAXED); }

static void one_more(void) { __atomic_fetch_add(&count, 1, __ATOMIC_RELAXED); }

void *malloc(size_t size) {
    one_more();
    return __libc_malloc(size);
}

void *calloc(size_t number, size_t size) {
    one_more();
    return __libc_calloc(number, size);
}

void *realloc(void *memory, size_t size) {
    one_more();
    return __libc_realloc(memory, size);
}
