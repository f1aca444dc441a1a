// SPDX-License-Identifier: Apache-2.0
// The processor's own instructions for SHA-256 (docs/decisions/0008-own-sha256.md), which no Swift can name. Written with clang's vectors, since
// <immintrin.h> brings types of glibc's, which would then belong to this module and be missing elsewhere.
#ifndef WIRESPOOL_CSHA256_H
#define WIRESPOOL_CSHA256_H

#include <stddef.h>
#include <stdint.h>

#if defined(__x86_64__)
#include <cpuid.h>

typedef int csha256_words __attribute__((vector_size(16)));
typedef char csha256_bytes __attribute__((vector_size(16)));

// The processor has the instructions that csha256_absorb is made of.
static inline int csha256_is_there(void) {
    unsigned int a, b, c, d;
    if (!__get_cpuid(1, &a, &b, &c, &d) || !(c & bit_SSSE3) || !(c & bit_SSE4_1)) return 0;
    return __get_cpuid_count(7, 0, &a, &b, &c, &d) && (b & (1u << 29));
}

// Absorbs so many blocks of 64 bytes into the eight words of the state; constants are the 64 of FIPS 180-4, section 4.2.2.
__attribute__((target("sha,sse4.1,ssse3")))
static inline void csha256_absorb(uint32_t *state, const uint32_t *constants, const uint8_t *blocks, size_t count) {
    // The instructions want the words a, b, e, f together, and c, d, g, h, the first of them highest.
    csha256_words abef = {(int)state[5], (int)state[4], (int)state[1], (int)state[0]};
    csha256_words cdgh = {(int)state[7], (int)state[6], (int)state[3], (int)state[2]};
    for (; count > 0; count--, blocks += 64) {
        const csha256_words abef_before = abef, cdgh_before = cdgh;
        csha256_words words[4];
        for (int four = 0; four < 16; four++) {
            csha256_words *next = &words[four & 3], constant;
            if (four < 4) {
                csha256_bytes bytes;
                __builtin_memcpy(&bytes, blocks + four * 16, 16);
                *next = (csha256_words)__builtin_shufflevector(bytes, bytes, 3, 2, 1, 0, 7, 6, 5, 4, 11, 10, 9, 8, 15, 14, 13, 12);
            } else {
                const csha256_words last = words[(four + 3) & 3], sevenback = __builtin_shufflevector(words[(four + 2) & 3], last, 1, 2, 3, 4);
                *next = __builtin_ia32_sha256msg2(__builtin_ia32_sha256msg1(*next, words[(four + 1) & 3]) + sevenback, last);
            }
            __builtin_memcpy(&constant, constants + four * 4, 16);
            const csha256_words added = *next + constant;
            // Two rounds each; what was a, b, e, f before them is c, d, g, h behind them.
            const csha256_words middle = __builtin_ia32_sha256rnds2(cdgh, abef, added);
            abef = __builtin_ia32_sha256rnds2(abef, middle, __builtin_shufflevector(added, added, 2, 3, 0, 0));
            cdgh = middle;
        }
        abef += abef_before;
        cdgh += cdgh_before;
    }
    state[0] = (uint32_t)abef[3], state[1] = (uint32_t)abef[2], state[4] = (uint32_t)abef[1], state[5] = (uint32_t)abef[0];
    state[2] = (uint32_t)cdgh[3], state[3] = (uint32_t)cdgh[2], state[6] = (uint32_t)cdgh[1], state[7] = (uint32_t)cdgh[0];
}
#else
static inline int csha256_is_there(void) { return 0; }
static inline void csha256_absorb(uint32_t *state, const uint32_t *constants, const uint8_t *blocks, size_t count) {
    (void)state, (void)constants, (void)blocks, (void)count;
}
#endif

#endif
