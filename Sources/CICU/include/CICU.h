// The part of ICU that this package uses, without ICU's headers.
//
// ICU renames its functions by macro, which Swift does not see, and its headers clash with the ICU
// inside Foundation. So no ICU header is included here, and none leaves this target.
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// The version of ICU that this package was built with, such as "72.1".
const char *_Nonnull cicu_version(void);

// MARK: Boundaries

typedef struct cicu_break cicu_break;

typedef enum { CICU_WORD, CICU_SENTENCE, CICU_GRAPHEME } cicu_break_kind;

/// Opens a break iterator; NULL and an ICU error code when there is none.
cicu_break *_Nullable cicu_break_open(
    cicu_break_kind kind, const char *_Nonnull locale, int32_t *_Nonnull error);
void cicu_break_close(cicu_break *_Nonnull iterator);

/// Points the iterator at UTF-8 text, which must outlive the iteration. Returns an ICU error code, 0 if none.
int32_t cicu_break_set_text(cicu_break *_Nonnull iterator, const char *_Nonnull utf8, int64_t count);

/// The next boundary as a UTF-8 offset, or -1 at the end. `status` gets ICU's rule status.
int64_t cicu_break_next(cicu_break *_Nonnull iterator, int32_t *_Nonnull status);

// MARK: Folding

/// Unicode's NFKC_Casefold of UTF-8 text. Writes at most `capacity` bytes and returns the length
/// that the whole result has, or -1 on failure.
int64_t cicu_casefold(
    const char *_Nonnull utf8, int32_t count, char *_Nullable out, int64_t capacity);

/// The NFC form, in the same way.
int64_t cicu_compose(
    const char *_Nonnull utf8, int32_t count, char *_Nullable out, int64_t capacity);

typedef struct cicu_transliterator cicu_transliterator;

/// Opens a transform such as "Any-Latin; Latin-ASCII".
cicu_transliterator *_Nullable cicu_transliterator_open(
    const char *_Nonnull rule, int32_t *_Nonnull error);
void cicu_transliterator_close(cicu_transliterator *_Nonnull transliterator);
int64_t cicu_transliterate(
    cicu_transliterator *_Nonnull transliterator, const char *_Nonnull utf8, int32_t count,
    char *_Nullable out, int64_t capacity);

// MARK: Regular expressions

typedef struct cicu_regex cicu_regex;

/// Compiles a regular expression in ICU's syntax; NULL and an ICU error code when it is none.
cicu_regex *_Nullable cicu_regex_open(
    const char *_Nonnull utf8, int64_t count, int32_t *_Nonnull error);
void cicu_regex_close(cicu_regex *_Nonnull regex);

/// The name of an ICU error code, such as "U_REGEX_LOOK_BEHIND_LIMIT".
const char *_Nonnull cicu_error_name(int32_t error);

/// Points the expression at UTF-8 text, which must outlive the matching. Returns an ICU error code, 0 if none.
int32_t cicu_regex_set_text(cicu_regex *_Nonnull regex, const char *_Nonnull utf8, int64_t count);

/// The start of the first match at or after an offset, -1 when there is none.
int64_t cicu_regex_find(cicu_regex *_Nonnull regex, int64_t start, int32_t *_Nonnull error);

/// Whether a match starts at an offset. Look-behind sees what is before it.
bool cicu_regex_looking_at(cicu_regex *_Nonnull regex, int64_t start, int32_t *_Nonnull error);

/// Whether there is a match in a part of the text, whose ends count as ends of the text.
bool cicu_regex_find_within(
    cicu_regex *_Nonnull regex, int64_t start, int64_t end, int32_t *_Nonnull error);

/// Whether the whole text is a match.
bool cicu_regex_matches(cicu_regex *_Nonnull regex, int32_t *_Nonnull error);

// MARK: Properties

/// Whether a code point is East Asian wide or full-width (UAX #11): two columns on a terminal.
int cicu_is_wide(uint32_t scalar);

// MARK: Languages

/// The language tag with the script and region that CLDR thinks likely, in ICU's spelling ("de_Latn_DE").
/// Returns the length, as `cicu_casefold` does, or -1 on failure.
int64_t cicu_maximize(const char *_Nonnull tag, char *_Nullable out, int64_t capacity);

/// What English calls a language tag ("German", "Portuguese (Brazil)"), in the same way.
int64_t cicu_language_name(const char *_Nonnull tag, char *_Nullable out, int64_t capacity);

#ifdef __cplusplus
}
#endif
