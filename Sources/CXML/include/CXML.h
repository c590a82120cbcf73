// The part of libxml2 that this package uses, without libxml2's headers: they include ICU's, which
// clash with the ICU inside Foundation.
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// The version of libxml2 in use, such as "20914".
const char *_Nonnull cxml_version(void);

// MARK: Parsing

/// A push parser for UTF-8, whatever the XML declaration says. It fetches nothing, loads no DTD, and
/// refuses entity declarations; libxml2's limits on depth (256) and names are in force.
typedef struct cxml_parser cxml_parser;

typedef enum {
  CXML_START,
  /// Follows its element's start.
  CXML_ATTRIBUTE,
  CXML_END,
  CXML_TEXT,
} cxml_event_kind;

/// Something that stood in the text. Names and values are ranges of `cxml_events.bytes`.
typedef struct {
  cxml_event_kind kind;
  /// Of elements and attributes: the index of the name among those given to `cxml_parser_open`, -1
  /// for another name.
  int32_t name;
  /// Of a start: how many attributes follow.
  uint32_t attribute_count;
  /// The qualified name, given when `name` is -1.
  uint32_t name_start, name_count;
  /// An attribute's value or a text.
  uint32_t value_start, value_count;
  /// How many bytes had been parsed: for a start, the place before its > or />; for an end, behind it.
  int64_t offset;
} cxml_event;

/// What one call of `cxml_parser_feed` found.
typedef struct {
  const cxml_event *_Nullable events;
  size_t count;
  const uint8_t *_Nullable bytes;
} cxml_events;

typedef enum {
  CXML_HEALTHY,
  /// Not well-formed; nothing after `cxml_fault.offset` was parsed.
  CXML_MALFORMED,
  /// The document ends before its root element does, or goes on after it.
  CXML_ENDED,
  CXML_ENTITY_DECLARED,
  CXML_OUT_OF_MEMORY,
} cxml_state;

typedef struct {
  cxml_state state;
  /// In libxml2's words, or the entity's name. Lives until the parser is fed or closed.
  const char *_Nonnull message;
  int64_t offset;
} cxml_fault;

/// Opens a parser that gives the elements and attributes named in `names`, at most 64 and separated by
/// single spaces, by their indexes there. White space directly inside the first `structure_count` of
/// them means nothing and makes no event. NULL when memory is short.
cxml_parser *_Nullable cxml_parser_open(const char *_Nonnull names, size_t structure_count);
void cxml_parser_close(cxml_parser *_Nonnull parser);

/// Parses more bytes, which must end with a whole character; `last` says that none follow. The events
/// are valid until the next call.
cxml_events cxml_parser_feed(
    cxml_parser *_Nonnull parser, const uint8_t *_Nullable bytes, size_t count, bool last);

/// What the parser stumbled over; after that it takes no more.
cxml_fault cxml_parser_fault(const cxml_parser *_Nonnull parser);

/// How many bytes have been parsed.
int64_t cxml_parser_offset(const cxml_parser *_Nonnull parser);

/// Counts so many lines, for messages, that the parser does not get.
void cxml_parser_skip_lines(cxml_parser *_Nonnull parser, size_t lines);

/// Whether the next byte would be content of an element, not part of a tag, a comment or the like.
bool cxml_parser_is_in_content(const cxml_parser *_Nonnull parser);

// MARK: HTML

/// What libxml2's forgiving HTML parser makes of a page in UTF-8. Nothing is fetched or executed.
typedef struct cxml_html cxml_html;

/// NULL when memory is short.
cxml_html *_Nullable cxml_html_open(const uint8_t *_Nonnull bytes, size_t count);
void cxml_html_close(cxml_html *_Nonnull html);

/// Starts, attributes, ends and texts, of which all names are given as text. Scripts and styles have
/// no text. They live as long as `html`.
cxml_events cxml_html_events(const cxml_html *_Nonnull html);

// MARK: Bytes

/// How often a byte stands among others.
size_t cxml_count(const uint8_t *_Nonnull bytes, size_t count, uint8_t byte);

// MARK: Encodings

typedef struct cxml_transcoder cxml_transcoder;

/// Opens a converter to UTF-8; NULL when the encoding is not known.
cxml_transcoder *_Nullable cxml_transcoder_open(const char *_Nonnull encoding);
void cxml_transcoder_close(cxml_transcoder *_Nonnull transcoder);

/// Converts as much as fits and is whole. `unit` is the width of the encoding's code unit: so many
/// bytes become U+FFFD where they mean nothing. Returns the bytes written; `consumed` gets those read,
/// `lost` is increased by the replacements.
size_t cxml_transcode(
    cxml_transcoder *_Nonnull transcoder, const uint8_t *_Nonnull bytes, size_t count, size_t unit,
    uint8_t *_Nonnull out, size_t capacity, size_t *_Nonnull consumed, size_t *_Nonnull lost);
