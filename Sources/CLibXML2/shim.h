// libxml2 as Swift sees it: its parsers of HTML and XML that tell what they meet.
#ifndef DIXIT_CLIBXML2_SHIM_H
#define DIXIT_CLIBXML2_SHIM_H

// Where libxml2 was built with ICU its headers take in those of the system's ICU, which define what Foundation's own ICU
// defines otherwise, and no file could import both. Nothing that is used here has to do with it.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>

// The mark that makes libxml2 report errors to the handler alone, and never to standard error.
static inline void dixit_sax2(xmlSAXHandler *handler) { handler->initialized = XML_SAX2_MAGIC; }

#endif
