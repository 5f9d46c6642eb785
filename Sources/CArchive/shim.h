// libarchive as Swift sees it.
#ifndef DIXIT_CARCHIVE_SHIM_H
#define DIXIT_CARCHIVE_SHIM_H

#include <archive.h>
#include <archive_entry.h>

#endif
