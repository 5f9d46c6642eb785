// zlib as Swift sees it: what is a macro there is a function here.
#ifndef DIXIT_CZLIB_SHIM_H
#define DIXIT_CZLIB_SHIM_H

#include <zlib.h>

// Begins to unpack gzip, whose checksums zlib compares itself; `Z_OK` where there is memory for it.
static inline int dixit_inflate_start(z_stream *stream) { return inflateInit2(stream, 15 + 16); }

#endif
