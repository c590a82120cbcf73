#include "CICU.h"

#include <unicode/uloc.h>

extern "C" int64_t cicu_maximize(const char *tag, char *out, int64_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  char locale[ULOC_FULLNAME_CAPACITY];
  uloc_forLanguageTag(tag, locale, sizeof locale, nullptr, &status);
  const int32_t length = uloc_addLikelySubtags(locale, out, static_cast<int32_t>(capacity), &status);
  return U_FAILURE(status) && status != U_BUFFER_OVERFLOW_ERROR ? -1 : length;
}
