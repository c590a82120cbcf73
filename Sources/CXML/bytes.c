#include "CXML.h"

size_t cxml_count(const uint8_t *bytes, size_t count, uint8_t byte) {
  size_t found = 0;
  for (size_t index = 0; index < count; index++) found += bytes[index] == byte;
  return found;
}
