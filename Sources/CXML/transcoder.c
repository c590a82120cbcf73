#include "CXML.h"

#include <errno.h>
#include <iconv.h>
#include <stdlib.h>

struct cxml_transcoder {
  iconv_t descriptor;
};

cxml_transcoder *cxml_transcoder_open(const char *encoding) {
  iconv_t descriptor = iconv_open("UTF-8", encoding);
  if (descriptor == (iconv_t)-1) return NULL;
  cxml_transcoder *transcoder = malloc(sizeof *transcoder);
  if (!transcoder) {
    iconv_close(descriptor);
    return NULL;
  }
  transcoder->descriptor = descriptor;
  return transcoder;
}

void cxml_transcoder_close(cxml_transcoder *transcoder) {
  iconv_close(transcoder->descriptor);
  free(transcoder);
}

size_t cxml_transcode(
    cxml_transcoder *transcoder, const uint8_t *bytes, size_t count, size_t unit, uint8_t *out,
    size_t capacity, size_t *consumed, size_t *lost) {
  static const uint8_t replacement[] = {0xEF, 0xBF, 0xBD};
  char *from = (char *)bytes, *to = (char *)out;
  size_t left = count, room = capacity;
  while (left > 0) {
    if (iconv(transcoder->descriptor, &from, &left, &to, &room) != (size_t)-1) continue;
    if (errno != EILSEQ || left < unit || room < sizeof replacement) break;
    for (size_t index = 0; index < sizeof replacement; index++) *to++ = (char)replacement[index];
    room -= sizeof replacement;
    from += unit;
    left -= unit;
    *lost += 1;
  }
  *consumed = count - left;
  return capacity - room;
}
