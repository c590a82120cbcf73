#include "CICU.h"

#include <limits>
#include <unicode/parseerr.h>
#include <unicode/uregex.h>
#include <unicode/utext.h>

struct cicu_regex {
  URegularExpression *regex;
  UText text = UTEXT_INITIALIZER;

  explicit cicu_regex(URegularExpression *opened) : regex(opened) {}
  ~cicu_regex() {
    uregex_close(regex);
    utext_close(&text);
  }
};

extern "C" {

cicu_regex *cicu_regex_open(const char *utf8, int64_t count, int32_t *error) {
  UErrorCode status = U_ZERO_ERROR;
  UText pattern = UTEXT_INITIALIZER;
  utext_openUTF8(&pattern, utf8, count, &status);
  UParseError place;
  URegularExpression *opened = uregex_openUText(&pattern, 0, &place, &status);
  utext_close(&pattern);
  *error = U_FAILURE(status) ? status : 0;
  if (U_FAILURE(status)) {
    uregex_close(opened);
    return nullptr;
  }
  return new cicu_regex(opened);
}

void cicu_regex_close(cicu_regex *regex) { delete regex; }

const char *cicu_error_name(int32_t error) { return u_errorName(static_cast<UErrorCode>(error)); }

int32_t cicu_regex_set_text(cicu_regex *regex, const char *utf8, int64_t count) {
  UErrorCode status = U_ZERO_ERROR;
  utext_openUTF8(&regex->text, utf8, count, &status);
  uregex_setUText(regex->regex, &regex->text, &status);
  return U_FAILURE(status) ? status : 0;
}

int64_t cicu_regex_find(cicu_regex *regex, int64_t start, int32_t *error) {
  UErrorCode status = U_ZERO_ERROR;
  const bool found = uregex_find64(regex->regex, start, &status);
  const int64_t result = found ? uregex_start64(regex->regex, 0, &status) : -1;
  *error = U_FAILURE(status) ? status : 0;
  return U_FAILURE(status) ? -1 : result;
}

bool cicu_regex_looking_at(cicu_regex *regex, int64_t start, int32_t *error) {
  UErrorCode status = U_ZERO_ERROR;
  const bool result = uregex_lookingAt64(regex->regex, start, &status);
  *error = U_FAILURE(status) ? status : 0;
  return U_SUCCESS(status) && result;
}

bool cicu_regex_find_within(cicu_regex *regex, int64_t start, int64_t end, int32_t *error) {
  UErrorCode status = U_ZERO_ERROR;
  uregex_setRegion64(regex->regex, start, end, &status);
  const bool result = uregex_findNext(regex->regex, &status);
  *error = U_FAILURE(status) ? status : 0;
  return U_SUCCESS(status) && result;
}

bool cicu_regex_matches(cicu_regex *regex, int32_t *error) {
  UErrorCode status = U_ZERO_ERROR;
  const bool result = uregex_matches64(regex->regex, 0, &status);
  *error = U_FAILURE(status) ? status : 0;
  return U_SUCCESS(status) && result;
}

}  // extern "C"
