#include "CICU.h"

#include <memory>
#include <unicode/ubrk.h>
#include <unicode/utext.h>
#include <unicode/uversion.h>

struct cicu_break {
  UBreakIterator *iterator;
  UText text = UTEXT_INITIALIZER;

  explicit cicu_break(UBreakIterator *opened) : iterator(opened) {}
  ~cicu_break() {
    ubrk_close(iterator);
    utext_close(&text);
  }
};

extern "C" {

const char *cicu_version(void) { return U_ICU_VERSION; }

cicu_break *cicu_break_open(cicu_break_kind kind, const char *locale, int32_t *error) {
  UErrorCode status = U_ZERO_ERROR;
  const UBreakIteratorType type = kind == CICU_WORD       ? UBRK_WORD
                                  : kind == CICU_SENTENCE ? UBRK_SENTENCE
                                                          : UBRK_CHARACTER;
  UBreakIterator *opened = ubrk_open(type, locale, nullptr, 0, &status);
  if (U_FAILURE(status)) {
    *error = status;
    return nullptr;
  }
  *error = 0;
  return new cicu_break(opened);
}

void cicu_break_close(cicu_break *iterator) { delete iterator; }

int32_t cicu_break_set_text(cicu_break *iterator, const char *utf8, int64_t count) {
  UErrorCode status = U_ZERO_ERROR;
  utext_openUTF8(&iterator->text, utf8, count, &status);
  ubrk_setUText(iterator->iterator, &iterator->text, &status);
  return U_FAILURE(status) ? status : 0;
}

int64_t cicu_break_next(cicu_break *iterator, int32_t *status) {
  const int32_t boundary = ubrk_next(iterator->iterator);
  *status = ubrk_getRuleStatus(iterator->iterator);
  return boundary == UBRK_DONE ? -1 : boundary;
}

}  // extern "C"
