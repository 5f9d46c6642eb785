// cmark as Swift sees it: the reference implementation of CommonMark.
#ifndef DIXIT_CMARK_SHIM_H
#define DIXIT_CMARK_SHIM_H

#include <cmark.h>

#endif
