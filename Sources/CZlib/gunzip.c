#include "CZlib.h"

#include <string.h>
#include <zlib.h>

enum { CHUNK = 1 << 16, GZIP_ONLY = 16 };

int64_t czlib_gunzip(const uint8_t *bytes, int64_t count, uint8_t *out, int64_t capacity) {
  z_stream stream;
  memset(&stream, 0, sizeof stream);
  if (inflateInit2(&stream, MAX_WBITS | GZIP_ONLY) != Z_OK) return -1;
  uint8_t spill[CHUNK];
  int64_t read = 0, written = 0;
  int status = Z_OK;
  for (;;) {
    if (stream.avail_in == 0 && read < count) {
      const int64_t next = count - read < CHUNK ? count - read : CHUNK;
      stream.next_in = (Bytef *)(bytes + read);
      stream.avail_in = (uInt)next;
      read += next;
    }
    // What no longer fits is unpacked all the same: the caller learns how much there is.
    const int64_t room = written < capacity ? capacity - written : 0;
    const uInt space = (uInt)(room == 0 ? CHUNK : room < CHUNK ? room : CHUNK);
    stream.next_out = room == 0 ? spill : out + written;
    stream.avail_out = space;
    status = inflate(&stream, Z_NO_FLUSH);
    written += space - stream.avail_out;
    if (status == Z_STREAM_END) {
      if (stream.avail_in == 0 && read == count) break;
      // Another member follows.
      if (inflateReset(&stream) != Z_OK) break;
    } else if (status != Z_OK) {
      break;
    }
  }
  inflateEnd(&stream);
  return status == Z_STREAM_END ? written : -1;
}
