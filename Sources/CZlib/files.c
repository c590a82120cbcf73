#include "CZlib.h"

#include <zlib.h>

// Both structs are zlib's own, under names that Swift can tell apart.

enum { MOST_AT_ONCE = 1 << 24, BUFFER = 1 << 17 };

czlib_reader *czlib_reader_open(const char *path) {
  gzFile file = gzopen(path, "rb");
  if (file) gzbuffer(file, BUFFER);
  return (czlib_reader *)file;
}

void czlib_reader_close(czlib_reader *reader) { gzclose((gzFile)reader); }

int64_t czlib_read(czlib_reader *reader, uint8_t *out, size_t capacity) {
  gzFile file = (gzFile)reader;
  unsigned part = capacity > MOST_AT_ONCE ? MOST_AT_ONCE : (unsigned)capacity;
  int count = gzread(file, out, part);
  if (count > 0) return count;
  // A file that is cut off ends without an error of gzread's.
  int state = Z_OK;
  gzerror(file, &state);
  return count < 0 || state != Z_OK ? -1 : 0;
}

czlib_writer *czlib_writer_open(const char *path) { return (czlib_writer *)gzopen(path, "wb6"); }

bool czlib_write(czlib_writer *writer, const uint8_t *bytes, size_t count) {
  while (count > 0) {
    unsigned part = count > MOST_AT_ONCE ? MOST_AT_ONCE : (unsigned)count;
    if (gzwrite((gzFile)writer, bytes, part) != (int)part) return false;
    bytes += part;
    count -= part;
  }
  return true;
}

bool czlib_writer_close(czlib_writer *writer) { return gzclose((gzFile)writer) == Z_OK; }
