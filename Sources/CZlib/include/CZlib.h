// The part of zlib that this package uses: gzip, without zlib's headers.
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// MARK: In memory

/// Unpacks the gzip members (RFC 1952) in `bytes`, one after another. Writes at most `capacity` bytes.
/// Returns the length of the whole result, which may be more than was written, or -1 when the bytes are
/// no gzip, damaged or cut off.
int64_t czlib_gunzip(
    const uint8_t *_Nonnull bytes, int64_t count, uint8_t *_Nullable out, int64_t capacity);

// MARK: Files

typedef struct czlib_reader czlib_reader;

/// NULL when the file cannot be opened.
czlib_reader *_Nullable czlib_reader_open(const char *_Nonnull path);
void czlib_reader_close(czlib_reader *_Nonnull reader);

/// Unpacks the next bytes. Returns how many, 0 at the end, -1 when the file is damaged or cut off.
int64_t czlib_read(czlib_reader *_Nonnull reader, uint8_t *_Nonnull out, size_t capacity);

typedef struct czlib_writer czlib_writer;

/// NULL when the file cannot be made.
czlib_writer *_Nullable czlib_writer_open(const char *_Nonnull path);

/// Packs more bytes; false when they cannot be written.
bool czlib_write(czlib_writer *_Nonnull writer, const uint8_t *_Nonnull bytes, size_t count);

/// Writes what is pending and closes; false when it cannot be written.
bool czlib_writer_close(czlib_writer *_Nonnull writer);
