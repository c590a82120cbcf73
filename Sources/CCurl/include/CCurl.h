// The part of libcurl that this package uses: posting a body and reading the answer. The library is
// loaded when it is first needed, so that neither the build nor any other verb asks for it.
#pragma once
#include <stdint.h>

/// What became of a request.
typedef struct ccurl_reply {
  /// 0, or libcurl's code of what went wrong; -1 when the library is not installed.
  int code;
  /// The HTTP status; 0 when none came.
  long status;
  /// Seconds that the server asks to wait before the next try; 0 when it says nothing.
  long retry_after;
  /// Says what went wrong.
  char message[256];
} ccurl_reply;

/// Posts `body` to `url` with `headers`, a list of lines that NULL ends, and hands the answer's bytes to
/// `sink` as they come.
ccurl_reply ccurl_post(
    const char *_Nonnull url, const char *_Nullable const *_Nonnull headers,
    const uint8_t *_Nonnull body, int64_t count, long timeout_milliseconds,
    void (*_Nonnull sink)(const uint8_t *_Nonnull bytes, int64_t count, void *_Nullable context),
    void *_Nullable context);
