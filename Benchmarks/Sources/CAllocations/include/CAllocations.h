/* SPDX-License-Identifier: Apache-2.0 */
#pragma once

/* How often this process has asked for memory (malloc, calloc, realloc). */
long allocations_so_far(void);
