// GNU readline as Swift sees it. Swift 6 refuses C globals, so each is set or read by a function here.
#ifndef DIXIT_CREADLINE_SHIM_H
#define DIXIT_CREADLINE_SHIM_H

#include <stdio.h>
#include <readline/readline.h>
#include <readline/history.h>

#endif
