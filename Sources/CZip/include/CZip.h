// The part of libzip that this package uses: reading archives that are in memory.
#pragma once
#include <stdint.h>

typedef struct czip_archive czip_archive;

/// Opens an archive whose bytes have to stay until it is closed; NULL when they are none.
czip_archive *_Nullable czip_open(const uint8_t *_Nonnull bytes, int64_t count);
void czip_close(czip_archive *_Nonnull archive);

/// The size of an entry, unpacked; -1 when there is no such entry, or it does not say.
int64_t czip_size(czip_archive *_Nonnull archive, const char *_Nonnull name);

/// Unpacks an entry. Returns the bytes written, at most `capacity`, or -1 when it is damaged or locked.
int64_t czip_read(
    czip_archive *_Nonnull archive, const char *_Nonnull name, uint8_t *_Nonnull out,
    int64_t capacity);
