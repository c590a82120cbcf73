// The part of zlib that this package uses: unpacking gzip, without zlib's headers.
#pragma once
#include <stdint.h>

/// Unpacks the gzip members (RFC 1952) in `bytes`, one after another. Writes at most `capacity` bytes.
/// Returns the length of the whole result, which may be more than was written, or -1 when the bytes are
/// no gzip, damaged or cut off.
int64_t czlib_gunzip(
    const uint8_t *_Nonnull bytes, int64_t count, uint8_t *_Nullable out, int64_t capacity);
