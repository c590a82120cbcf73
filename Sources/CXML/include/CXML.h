// The part of libxml2 that this package uses, without libxml2's headers: they include ICU's, which
// clash with the ICU inside Foundation.
#pragma once
#include <stddef.h>
#include <stdint.h>

/// The version of libxml2 in use, such as "20914".
const char *_Nonnull cxml_version(void);
