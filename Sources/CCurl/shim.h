// SPDX-License-Identifier: Apache-2.0
// libcurl's options are set by a variadic function, which Swift can't call: one typed function for each kind of value.
#ifndef WIRESPOOL_CCURL_SHIM_H
#define WIRESPOOL_CCURL_SHIM_H

#include <curl/curl.h>

#endif
