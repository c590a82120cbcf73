#include "CXML.h"

#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>

const char *cxml_version(void) { return LIBXML_VERSION_STRING; }
