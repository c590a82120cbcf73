#include "CXML.h"

#include <string.h>

size_t cxml_count(const uint8_t *bytes, size_t count, uint8_t byte) {
  size_t found = 0;
  const uint8_t *end = bytes + count;
  // The library's search takes many bytes at once.
  while (bytes < end) {
    const uint8_t *next = memchr(bytes, byte, (size_t)(end - bytes));
    if (!next) break;
    found += 1;
    bytes = next + 1;
  }
  return found;
}
