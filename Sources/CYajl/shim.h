// yajl as Swift sees it.
#ifndef DIXIT_CYAJL_SHIM_H
#define DIXIT_CYAJL_SHIM_H

#include <yajl/yajl_parse.h>

// Swift calls no function with any number of arguments.
static inline int dixit_yajl_allow_many_values(yajl_handle handle) {
    return yajl_config(handle, yajl_allow_multiple_values, 1);
}

#endif
