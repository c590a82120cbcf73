#include "CXML.h"

#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/tree.h>
#include <libxml/xmlIO.h>
#include <stdlib.h>
#include <string.h>

struct cxml_gzip_reader {
  xmlParserInputBufferPtr buffer;
};

struct cxml_gzip_writer {
  xmlOutputBufferPtr buffer;
};

cxml_gzip_reader *cxml_gzip_reader_open(const char *path) {
  xmlParserInputBufferPtr buffer =
      xmlParserInputBufferCreateFilename(path, XML_CHAR_ENCODING_NONE);
  if (!buffer) return NULL;
  cxml_gzip_reader *reader = malloc(sizeof *reader);
  if (!reader) {
    xmlFreeParserInputBuffer(buffer);
    return NULL;
  }
  reader->buffer = buffer;
  return reader;
}

void cxml_gzip_reader_close(cxml_gzip_reader *reader) {
  xmlFreeParserInputBuffer(reader->buffer);
  free(reader);
}

int64_t cxml_gzip_read(cxml_gzip_reader *reader, uint8_t *out, size_t capacity) {
  xmlBufPtr content = reader->buffer->buffer;
  if (xmlBufUse(content) == 0 && xmlParserInputBufferGrow(reader->buffer, 1 << 16) < 0) return -1;
  size_t count = xmlBufUse(content) < capacity ? xmlBufUse(content) : capacity;
  memcpy(out, xmlBufContent(content), count);
  xmlBufShrink(content, count);
  return (int64_t)count;
}

cxml_gzip_writer *cxml_gzip_writer_open(const char *path) {
  xmlOutputBufferPtr buffer = xmlOutputBufferCreateFilename(path, NULL, 6);
  if (!buffer) return NULL;
  cxml_gzip_writer *writer = malloc(sizeof *writer);
  if (!writer) {
    xmlOutputBufferClose(buffer);
    return NULL;
  }
  writer->buffer = buffer;
  return writer;
}

bool cxml_gzip_write(cxml_gzip_writer *writer, const uint8_t *bytes, size_t count) {
  while (count > 0) {
    int part = count > 1 << 16 ? 1 << 16 : (int)count;
    if (xmlOutputBufferWrite(writer->buffer, part, (const char *)bytes) < 0) return false;
    bytes += part;
    count -= (size_t)part;
  }
  return true;
}

bool cxml_gzip_writer_close(cxml_gzip_writer *writer) {
  int result = xmlOutputBufferClose(writer->buffer);
  free(writer);
  return result >= 0;
}
