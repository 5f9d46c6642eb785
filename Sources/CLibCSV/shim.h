// libcsv as Swift sees it.
#ifndef DIXIT_CLIBCSV_SHIM_H
#define DIXIT_CLIBCSV_SHIM_H

#include <csv.h>

#endif
