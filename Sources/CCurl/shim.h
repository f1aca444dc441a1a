// SPDX-License-Identifier: Apache-2.0
// libcurl's options are set by a variadic function, which Swift can't call: one typed function for each kind of value.
#ifndef WIRESPOOL_CCURL_SHIM_H
#define WIRESPOOL_CCURL_SHIM_H

#include <curl/curl.h>
#include <stdbool.h>
// Not in Swift's Glibc module.
#include <sys/epoll.h>
#include <sys/eventfd.h>

// Macros with a cast in them are not imported.
static const long wirespool_auth_basic = (long)CURLAUTH_BASIC;
static const long wirespool_auth_digest = (long)CURLAUTH_DIGEST;

static inline CURLcode wirespool_set_long(CURL *easy, CURLoption option, long value) {
    return curl_easy_setopt(easy, option, value);
}

static inline CURLcode wirespool_set_offset(CURL *easy, CURLoption option, curl_off_t value) {
    return curl_easy_setopt(easy, option, value);
}

static inline CURLcode wirespool_set_string(CURL *easy, CURLoption option, const char *value) {
    return curl_easy_setopt(easy, option, value);
}

static inline CURLcode wirespool_set_lines(CURL *easy, CURLoption option, struct curl_slist *lines) {
    return curl_easy_setopt(easy, option, lines);
}

static inline CURLcode wirespool_set_error_buffer(CURL *easy, char *buffer) {
    return curl_easy_setopt(easy, CURLOPT_ERRORBUFFER, buffer);
}

static inline void wirespool_set_body_callback(CURL *easy, curl_write_callback callback, void *context) {
    curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, callback);
    curl_easy_setopt(easy, CURLOPT_WRITEDATA, context);
}

static inline void wirespool_set_header_callback(CURL *easy, curl_write_callback callback, void *context) {
    curl_easy_setopt(easy, CURLOPT_HEADERFUNCTION, callback);
    curl_easy_setopt(easy, CURLOPT_HEADERDATA, context);
}

// The callback sees the bytes of the body as they come from the wire, once CURLOPT_VERBOSE is set.
static inline void wirespool_set_wire_callback(CURL *easy, curl_debug_callback callback, void *context) {
    curl_easy_setopt(easy, CURLOPT_DEBUGFUNCTION, callback);
    curl_easy_setopt(easy, CURLOPT_DEBUGDATA, context);
}

// The callback hears how many bytes of the body have come from the wire, before any decompression.
static inline void wirespool_set_progress_callback(CURL *easy, curl_xferinfo_callback callback, void *context) {
    curl_easy_setopt(easy, CURLOPT_XFERINFOFUNCTION, callback);
    curl_easy_setopt(easy, CURLOPT_XFERINFODATA, context);
    curl_easy_setopt(easy, CURLOPT_NOPROGRESS, 0L);
}

static inline void wirespool_set_open_socket_callback(CURL *easy, curl_opensocket_callback callback, void *context) {
    curl_easy_setopt(easy, CURLOPT_OPENSOCKETFUNCTION, callback);
    curl_easy_setopt(easy, CURLOPT_OPENSOCKETDATA, context);
}

static inline void wirespool_set_before_request_callback(CURL *easy, curl_prereq_callback callback, void *context) {
    curl_easy_setopt(easy, CURLOPT_PREREQFUNCTION, callback);
    curl_easy_setopt(easy, CURLOPT_PREREQDATA, context);
}

static inline long wirespool_get_long(CURL *easy, CURLINFO info) {
    long value = 0;
    return curl_easy_getinfo(easy, info, &value) == CURLE_OK ? value : 0;
}

static inline const char *wirespool_get_text(CURL *easy, CURLINFO info) {
    char *value = NULL;
    return curl_easy_getinfo(easy, info, &value) == CURLE_OK ? value : NULL;
}

static inline curl_off_t wirespool_get_offset(CURL *easy, CURLINFO info) {
    curl_off_t value = 0;
    return curl_easy_getinfo(easy, info, &value) == CURLE_OK ? value : 0;
}

static inline CURLMcode wirespool_multi_set_long(CURLM *multi, CURLMoption option, long value) {
    return curl_multi_setopt(multi, option, value);
}

static inline void wirespool_multi_set_socket_callback(CURLM *multi, curl_socket_callback callback, void *context) {
    curl_multi_setopt(multi, CURLMOPT_SOCKETFUNCTION, callback);
    curl_multi_setopt(multi, CURLMOPT_SOCKETDATA, context);
}

static inline void wirespool_multi_set_timer_callback(CURLM *multi, curl_multi_timer_callback callback, void *context) {
    curl_multi_setopt(multi, CURLMOPT_TIMERFUNCTION, callback);
    curl_multi_setopt(multi, CURLMOPT_TIMERDATA, context);
}

// A number that comes back with the outcome of the transfer.
static inline void wirespool_set_ticket(CURL *easy, long ticket) {
    curl_easy_setopt(easy, CURLOPT_PRIVATE, (void *)ticket);
}

// Takes the next finished transfer off the multi handle; false when there is none.
static inline bool wirespool_next_finished(CURLM *multi, long *ticket, CURLcode *result) {
    int left = 0;
    CURLMsg *message;
    while ((message = curl_multi_info_read(multi, &left)) != NULL) {
        if (message->msg != CURLMSG_DONE) continue;
        char *private = NULL;
        curl_easy_getinfo(message->easy_handle, CURLINFO_PRIVATE, &private);
        *ticket = (long)private;
        *result = message->data.result;
        return true;
    }
    return false;
}

// The address that curl is about to connect to; longer than a struct sockaddr when it is IPv6.
static inline const struct sockaddr *wirespool_socket_address(const struct curl_sockaddr *target) {
    return &target->addr;
}

static inline int wirespool_epoll_set(int epoll, int operation, int descriptor, unsigned int events) {
    struct epoll_event event = {.events = events, .data = {.fd = descriptor}};
    return epoll_ctl(epoll, operation, descriptor, &event);
}

static inline int wirespool_event_descriptor(const struct epoll_event *event) {
    return event->data.fd;
}

#endif
