#include "CXML.h"

#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <stdlib.h>
#include <string.h>

enum { largest_count = 1 << 28, most_events = 1 << 24, deepest_element = 256 };

struct cxml_html {
  htmlParserCtxtPtr context;
  cxml_event *events;
  size_t event_count, event_capacity;
  uint8_t *bytes;
  size_t byte_count, byte_capacity;
  // How many elements are open; those that are too deep make no events.
  size_t depth;
  bool failed;
};

static uint32_t keep(struct cxml_html *html, const xmlChar *text, size_t count) {
  size_t start = html->byte_count;
  if (html->byte_capacity - start < count) {
    size_t capacity = html->byte_capacity * 2 + count + 1024;
    uint8_t *bytes = capacity < largest_count ? realloc(html->bytes, capacity) : NULL;
    if (!bytes) {
      html->failed = true;
      return 0;
    }
    html->bytes = bytes;
    html->byte_capacity = capacity;
  }
  memcpy(html->bytes + start, text, count);
  html->byte_count += count;
  return (uint32_t)start;
}

static cxml_event *add(struct cxml_html *html, cxml_event_kind kind) {
  if (html->event_count == html->event_capacity) {
    size_t capacity = html->event_capacity * 2 + 1024;
    cxml_event *events = capacity < most_events
                             ? realloc(html->events, capacity * sizeof *events) : NULL;
    if (!events) html->failed = true;
    else {
      html->events = events;
      html->event_capacity = capacity;
    }
  }
  if (html->failed) {
    html->context->disableSAX = 1;
    return NULL;
  }
  const xmlParserInputPtr input = html->context->input;
  cxml_event *event = &html->events[html->event_count++];
  *event = (cxml_event){
      .kind = kind,
      .name = -1,
      .offset = input ? (int64_t)input->consumed + (input->cur - input->base) : 0,
  };
  return event;
}

static void set_name(struct cxml_html *html, cxml_event *event, const xmlChar *name) {
  event->name_count = (uint32_t)strlen((const char *)name);
  event->name_start = keep(html, name, event->name_count);
}

static void on_start(void *user, const xmlChar *name, const xmlChar **attributes) {
  struct cxml_html *html = user;
  if (++html->depth > deepest_element) return;
  cxml_event *event = add(html, CXML_START);
  if (!event) return;
  set_name(html, event, name);
  uint32_t count = 0;
  while (attributes && attributes[2 * count]) count += 1;
  event->attribute_count = count;
  for (uint32_t index = 0; index < count; index++) {
    event = add(html, CXML_ATTRIBUTE);
    if (!event) return;
    set_name(html, event, attributes[2 * index]);
    const xmlChar *value = attributes[2 * index + 1];
    event->value_count = value ? (uint32_t)strlen((const char *)value) : 0;
    if (value) event->value_start = keep(html, value, event->value_count);
  }
}

static void on_end(void *user, const xmlChar *name) {
  struct cxml_html *html = user;
  if (html->depth == 0 || html->depth-- > deepest_element) return;
  cxml_event *event = add(html, CXML_END);
  if (event) set_name(html, event, name);
}

static void on_text(void *user, const xmlChar *text, int count) {
  struct cxml_html *html = user;
  cxml_event *event = add(html, CXML_TEXT);
  if (!event) return;
  event->value_count = (uint32_t)count;
  event->value_start = keep(html, text, (size_t)count);
}

static void on_error(void *user, xmlErrorPtr error) { (void)user, (void)error; }

cxml_html *cxml_html_open(const uint8_t *bytes, size_t count) {
  cxml_html *html = calloc(1, sizeof *html);
  if (!html) return NULL;
  // Scripts and styles arrive as CDATA, which nobody takes.
  htmlSAXHandler handler = {
      .initialized = XML_SAX2_MAGIC,
      .startElement = on_start,
      .endElement = on_end,
      .characters = on_text,
      .ignorableWhitespace = on_text,
      .serror = on_error,
  };
  html->context =
      htmlCreatePushParserCtxt(&handler, html, NULL, 0, NULL, XML_CHAR_ENCODING_UTF8);
  if (!html->context) {
    free(html);
    return NULL;
  }
  htmlCtxtUseOptions(
      html->context, HTML_PARSE_RECOVER | HTML_PARSE_NONET | HTML_PARSE_NOERROR |
                         HTML_PARSE_NOWARNING | HTML_PARSE_IGNORE_ENC);
  while (count > 0 && !html->failed) {
    int part = count > 1 << 16 ? 1 << 16 : (int)count;
    htmlParseChunk(html->context, (const char *)bytes, part, 0);
    bytes += part;
    count -= (size_t)part;
  }
  htmlParseChunk(html->context, NULL, 0, 1);
  return html;
}

cxml_events cxml_html_events(const cxml_html *html) {
  return (cxml_events){html->events, html->event_count, html->bytes};
}

void cxml_html_close(cxml_html *html) {
  if (html->context->myDoc) xmlFreeDoc(html->context->myDoc);
  htmlFreeParserCtxt(html->context);
  free(html->events);
  free(html->bytes);
  free(html);
}
