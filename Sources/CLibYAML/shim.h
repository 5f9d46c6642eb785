// libyaml as Swift sees it.
#ifndef DIXIT_CLIBYAML_SHIM_H
#define DIXIT_CLIBYAML_SHIM_H

#include <yaml.h>

#endif
