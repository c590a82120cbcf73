#include "CZip.h"

#include <stdlib.h>
#include <zip.h>

struct czip_archive {
  zip_t *zip;
};

czip_archive *czip_open(const uint8_t *bytes, int64_t count) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t *source = zip_source_buffer_create(bytes, (zip_uint64_t)count, 0, &error);
  zip_t *zip = source ? zip_open_from_source(source, ZIP_RDONLY, &error) : NULL;
  zip_error_fini(&error);
  if (!zip) {
    if (source) zip_source_free(source);
    return NULL;
  }
  czip_archive *archive = malloc(sizeof *archive);
  if (!archive) {
    zip_discard(zip);
    return NULL;
  }
  archive->zip = zip;
  return archive;
}

void czip_close(czip_archive *archive) {
  zip_discard(archive->zip);
  free(archive);
}

int64_t czip_size(czip_archive *archive, const char *name) {
  zip_stat_t status;
  zip_stat_init(&status);
  if (zip_stat(archive->zip, name, 0, &status) != 0 || !(status.valid & ZIP_STAT_SIZE)) return -1;
  return status.size > INT64_MAX ? -1 : (int64_t)status.size;
}

int64_t czip_read(czip_archive *archive, const char *name, uint8_t *out, int64_t capacity) {
  zip_file_t *file = zip_fopen(archive->zip, name, 0);
  if (!file) return -1;
  int64_t total = 0;
  while (total < capacity) {
    zip_int64_t count = zip_fread(file, out + total, (zip_uint64_t)(capacity - total));
    if (count < 0) total = -1;
    if (count <= 0) break;
    total += count;
  }
  zip_fclose(file);
  return total;
}
