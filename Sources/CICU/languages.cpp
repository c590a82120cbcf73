#include "CICU.h"

#include <unicode/uloc.h>
#include <unicode/ustring.h>

extern "C" int64_t cicu_maximize(const char *tag, char *out, int64_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  char locale[ULOC_FULLNAME_CAPACITY];
  uloc_forLanguageTag(tag, locale, sizeof locale, nullptr, &status);
  const int32_t length = uloc_addLikelySubtags(locale, out, static_cast<int32_t>(capacity), &status);
  return U_FAILURE(status) && status != U_BUFFER_OVERFLOW_ERROR ? -1 : length;
}

extern "C" int64_t cicu_language_name(const char *tag, char *out, int64_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  char locale[ULOC_FULLNAME_CAPACITY];
  uloc_forLanguageTag(tag, locale, sizeof locale, nullptr, &status);
  UChar name[256];
  const int32_t count = uloc_getDisplayName(locale, "en", name, 256, &status);
  if (U_FAILURE(status) || status == U_STRING_NOT_TERMINATED_WARNING) return -1;
  int32_t length = 0;
  u_strToUTF8(out, static_cast<int32_t>(capacity), &length, name, count, &status);
  return U_FAILURE(status) && status != U_BUFFER_OVERFLOW_ERROR ? -1 : length;
}
