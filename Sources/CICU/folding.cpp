#include "CICU.h"

#include <memory>
#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/stringpiece.h>
#include <unicode/translit.h>

namespace {

int64_t normalize(const icu::Normalizer2 *form, const char *utf8, int32_t count, char *out,
                  int64_t capacity, UErrorCode status) {
  if (U_FAILURE(status)) return -1;
  icu::CheckedArrayByteSink sink(out, static_cast<int32_t>(capacity));
  form->normalizeUTF8(0, icu::StringPiece(utf8, count), sink, nullptr, status);
  return U_FAILURE(status) ? -1 : sink.NumberOfBytesAppended();
}

}  // namespace

struct cicu_transliterator {
  std::unique_ptr<icu::Transliterator> transform;
};

extern "C" {

int64_t cicu_casefold(const char *utf8, int32_t count, char *out, int64_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2 *form = icu::Normalizer2::getNFKCCasefoldInstance(status);
  return normalize(form, utf8, count, out, capacity, status);
}

int64_t cicu_compose(const char *utf8, int32_t count, char *out, int64_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2 *form = icu::Normalizer2::getNFCInstance(status);
  return normalize(form, utf8, count, out, capacity, status);
}

cicu_transliterator *cicu_transliterator_open(const char *rule, int32_t *error) {
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<icu::Transliterator> transform(icu::Transliterator::createInstance(
      icu::UnicodeString::fromUTF8(rule), UTRANS_FORWARD, status));
  *error = U_FAILURE(status) ? status : 0;
  if (!transform || U_FAILURE(status)) return nullptr;
  return new cicu_transliterator{std::move(transform)};
}

void cicu_transliterator_close(cicu_transliterator *transliterator) { delete transliterator; }

int64_t cicu_transliterate(cicu_transliterator *transliterator, const char *utf8, int32_t count,
                           char *out, int64_t capacity) {
  icu::UnicodeString text = icu::UnicodeString::fromUTF8(icu::StringPiece(utf8, count));
  transliterator->transform->transliterate(text);
  icu::CheckedArrayByteSink sink(out, static_cast<int32_t>(capacity));
  text.toUTF8(sink);
  return sink.NumberOfBytesAppended();
}

}  // extern "C"
