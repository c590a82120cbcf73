#include "CXML.h"

#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
  maximum_names = 64,
  message_capacity = 256,
  // A power of two, several times the number of names.
  slot_count = 256,
  // More than libxml2 lets elements nest.
  maximum_depth = 512,
};

// A name, interned by libxml2's dictionary, so that names are compared by address.
struct name_slot {
  const xmlChar *prefix, *local;
  int32_t index;
};

struct cxml_parser {
  xmlParserCtxtPtr context;
  // Open addressing, by the address of the local name.
  struct name_slot slots[slot_count];
  int32_t structure_count;
  // Whether white space inside each open element means nothing; 0 is outside of all.
  bool is_structure[maximum_depth];
  size_t depth;
  cxml_event *events;
  size_t event_count, event_capacity;
  uint8_t *bytes;
  size_t byte_count, byte_capacity;
  cxml_fault fault;
  char message[message_capacity];
};

static int64_t offset_of(const cxml_parser *parser) {
  // xmlByteConsumed would look for an encoder, of which there is none.
  const xmlParserInputPtr input = parser->context->input;
  return input ? (int64_t)input->consumed + (input->cur - input->base) : 0;
}

static void fail(cxml_parser *parser, cxml_state state, const char *message) {
  if (parser->fault.state != CXML_HEALTHY) return;
  // What libxml2 says after the first line is a dump of bytes.
  size_t count = strcspn(message, "\n");
  if (count >= message_capacity) count = message_capacity - 1;
  while (count > 0 && message[count - 1] == ' ') count -= 1;
  memcpy(parser->message, message, count);
  parser->message[count] = 0;
  parser->fault.state = state;
  parser->fault.offset = offset_of(parser);
  // Not xmlStopParser, which frees the input under the functions that are still reading it.
  parser->context->disableSAX = 1;
  parser->context->wellFormed = 0;
  parser->context->errNo = XML_ERR_USER_STOP;
}

// The larger of twice the old capacity and what is needed.
static size_t grown(size_t capacity, size_t needed) {
  size_t doubled = capacity * 2;
  return doubled > needed ? doubled : needed + 1024;
}

static bool reserve_bytes(cxml_parser *parser, size_t count) {
  if (parser->byte_capacity - parser->byte_count >= count) return true;
  size_t capacity = grown(parser->byte_capacity, parser->byte_count + count);
  uint8_t *bytes = realloc(parser->bytes, capacity);
  if (!bytes) {
    fail(parser, CXML_OUT_OF_MEMORY, "out of memory");
    return false;
  }
  parser->bytes = bytes;
  parser->byte_capacity = capacity;
  return true;
}

static size_t append(cxml_parser *parser, const xmlChar *bytes, size_t count) {
  size_t start = parser->byte_count;
  if (count > 0 && reserve_bytes(parser, count)) {
    memcpy(parser->bytes + start, bytes, count);
    parser->byte_count += count;
  }
  return start;
}

static cxml_event *add_event(cxml_parser *parser, cxml_event_kind kind) {
  if (parser->event_count == parser->event_capacity) {
    size_t capacity = grown(parser->event_capacity, parser->event_count);
    cxml_event *events = realloc(parser->events, capacity * sizeof(cxml_event));
    if (!events) {
      fail(parser, CXML_OUT_OF_MEMORY, "out of memory");
      return NULL;
    }
    parser->events = events;
    parser->event_capacity = capacity;
  }
  cxml_event *event = &parser->events[parser->event_count++];
  *event = (cxml_event){.kind = kind, .name = -1, .offset = offset_of(parser)};
  return event;
}

static size_t slot_of(const xmlChar *local) {
  // Names that follow one another in the dictionary differ in few bits (Knuth 1998, section 6.4).
  return (size_t)((uint64_t)(uintptr_t)local * UINT64_C(0x9E3779B97F4A7C15) >> 56) % slot_count;
}

static int32_t index_of(
    const cxml_parser *parser, const xmlChar *local, const xmlChar *prefix) {
  size_t slot = slot_of(local);
  while (parser->slots[slot].local) {
    const struct name_slot *name = &parser->slots[slot];
    if (name->local == local && name->prefix == prefix) return name->index;
    slot = (slot + 1) % slot_count;
  }
  return -1;
}

static void set_name(
    cxml_parser *parser, cxml_event *event, const xmlChar *local, const xmlChar *prefix) {
  event->name = index_of(parser, local, prefix);
  if (event->name >= 0) return;
  size_t start = parser->byte_count;
  if (prefix) {
    append(parser, prefix, strlen((const char *)prefix));
    append(parser, (const xmlChar *)":", 1);
  }
  append(parser, local, strlen((const char *)local));
  event->name_start = (uint32_t)start;
  event->name_count = (uint32_t)(parser->byte_count - start);
}

static void on_start(
    void *user, const xmlChar *local, const xmlChar *prefix, const xmlChar *uri, int namespaces,
    const xmlChar **namespace_pairs, int attributes, int defaulted, const xmlChar **values) {
  (void)uri, (void)namespaces, (void)namespace_pairs, (void)defaulted;
  cxml_parser *parser = user;
  cxml_event *event = add_event(parser, CXML_START);
  if (!event) return;
  set_name(parser, event, local, prefix);
  event->attribute_count = (uint32_t)attributes;
  if (parser->depth + 1 < maximum_depth) parser->depth += 1;
  parser->is_structure[parser->depth] =
      event->name >= 0 && event->name < parser->structure_count;
  for (int index = 0; index < attributes; index++) {
    // Five pointers an attribute: local name, prefix, URI, the value's begin and end.
    const xmlChar **attribute = values + index * 5;
    event = add_event(parser, CXML_ATTRIBUTE);
    if (!event) return;
    set_name(parser, event, attribute[0], attribute[1]);
    size_t count = (size_t)(attribute[4] - attribute[3]);
    event->value_start = (uint32_t)append(parser, attribute[3], count);
    event->value_count = (uint32_t)count;
  }
}

static void on_end(
    void *user, const xmlChar *local, const xmlChar *prefix, const xmlChar *uri) {
  (void)uri;
  cxml_parser *parser = user;
  if (parser->depth > 0) parser->depth -= 1;
  cxml_event *event = add_event(parser, CXML_END);
  if (event) set_name(parser, event, local, prefix);
}

static bool is_white(const xmlChar *text, int count) {
  for (int index = 0; index < count; index++) {
    xmlChar byte = text[index];
    if (byte != 0x20 && byte != 0x0A && byte != 0x0D && byte != 0x09) return false;
  }
  return true;
}

static void on_text(void *user, const xmlChar *text, int count) {
  cxml_parser *parser = user;
  if (parser->is_structure[parser->depth] && is_white(text, count)) return;
  cxml_event *last = parser->event_count ? &parser->events[parser->event_count - 1] : NULL;
  size_t start = append(parser, text, (size_t)count);
  if (last && last->kind == CXML_TEXT && last->value_start + last->value_count == start) {
    last->value_count += (uint32_t)count;
    return;
  }
  cxml_event *event = add_event(parser, CXML_TEXT);
  if (!event) return;
  event->value_start = (uint32_t)start;
  event->value_count = (uint32_t)count;
}

static void on_entity(
    void *user, const xmlChar *name, int type, const xmlChar *public_id, const xmlChar *system_id,
    xmlChar *content) {
  (void)type, (void)public_id, (void)system_id, (void)content;
  fail(user, CXML_ENTITY_DECLARED, (const char *)name);
}

// An entity that nobody declared, in a document whose DTD, which is never loaded, might declare it.
static void on_reference(void *user, const xmlChar *name) {
  char message[message_capacity];
  snprintf(message, sizeof message, "Entity '%.100s' not defined", (const char *)name);
  fail(user, CXML_MALFORMED, message);
}

static void on_error(void *user, xmlErrorPtr error) {
  // libxml2 hands over the user data, or the context where it has none.
  cxml_parser *parser = user;
  bool undefined = error->code == XML_WAR_UNDECLARED_ENTITY;
  if (error->level != XML_ERR_FATAL && !undefined) return;
  cxml_state state = error->code == XML_ERR_NO_MEMORY      ? CXML_OUT_OF_MEMORY
                     : error->code == XML_ERR_DOCUMENT_END ? CXML_ENDED
                                                           : CXML_MALFORMED;
  fail(parser, state, error->message ? error->message : "not well-formed");
}

static void add_name(cxml_parser *parser, const char *name, size_t count, int32_t index) {
  xmlDictPtr dictionary = parser->context->dict;
  const char *colon = memchr(name, ':', count);
  size_t prefix = colon ? (size_t)(colon - name) : 0, skipped = colon ? prefix + 1 : 0;
  struct name_slot added = {
      .prefix = colon ? xmlDictLookup(dictionary, (const xmlChar *)name, (int)prefix) : NULL,
      .local = xmlDictLookup(
          dictionary, (const xmlChar *)name + skipped, (int)(count - skipped)),
      .index = index,
  };
  size_t slot = slot_of(added.local);
  while (parser->slots[slot].local) slot = (slot + 1) % slot_count;
  parser->slots[slot] = added;
}

cxml_parser *cxml_parser_open(const char *names, size_t structure_count) {
  cxml_parser *parser = calloc(1, sizeof *parser);
  if (!parser) return NULL;
  xmlSAXHandler handler = {
      .initialized = XML_SAX2_MAGIC,
      .startElementNs = on_start,
      .endElementNs = on_end,
      .characters = on_text,
      .ignorableWhitespace = on_text,
      .cdataBlock = on_text,
      .entityDecl = on_entity,
      .reference = on_reference,
      .serror = on_error,
  };
  parser->context = xmlCreatePushParserCtxt(&handler, parser, NULL, 0, NULL);
  if (!parser->context) {
    free(parser);
    return NULL;
  }
  // NOENT: without it, &amp; in an attribute arrives as &#38;. No entity can be declared.
  xmlCtxtUseOptions(
      parser->context, XML_PARSE_NONET | XML_PARSE_NOENT | XML_PARSE_IGNORE_ENC | XML_PARSE_COMPACT);
  parser->structure_count = (int32_t)structure_count;
  parser->is_structure[0] = true;
  for (int32_t index = 0; *names && index < maximum_names; index++) {
    size_t count = strcspn(names, " ");
    add_name(parser, names, count, index);
    names += count + (names[count] == ' ');
  }
  return parser;
}

void cxml_parser_close(cxml_parser *parser) {
  if (parser->context->myDoc) xmlFreeDoc(parser->context->myDoc);
  xmlFreeParserCtxt(parser->context);
  free(parser->events);
  free(parser->bytes);
  free(parser);
}

cxml_events cxml_parser_feed(cxml_parser *parser, const uint8_t *bytes, size_t count, bool last) {
  parser->event_count = 0;
  parser->byte_count = 0;
  while (parser->fault.state == CXML_HEALTHY && (count > 0 || last)) {
    // xmlParseChunk counts in int.
    int part = count > 1 << 24 ? 1 << 24 : (int)count;
    bool is_last = last && (size_t)part == count;
    xmlParseChunk(parser->context, (const char *)bytes, part, is_last);
    if (part > 0) bytes += part;
    count -= (size_t)part;
    if (is_last) break;
  }
  return (cxml_events){parser->events, parser->event_count, parser->bytes};
}

cxml_fault cxml_parser_fault(const cxml_parser *parser) {
  cxml_fault fault = parser->fault;
  fault.message = parser->message;
  return fault;
}

int64_t cxml_parser_offset(const cxml_parser *parser) { return offset_of(parser); }

void cxml_parser_skip_lines(cxml_parser *parser, size_t lines) {
  const xmlParserInputPtr input = parser->context->input;
  if (input && lines < INT32_MAX / 2) input->line += (int)lines;
}

bool cxml_parser_is_in_content(const cxml_parser *parser) {
  return parser->fault.state == CXML_HEALTHY && parser->context->instate == XML_PARSER_CONTENT;
}
