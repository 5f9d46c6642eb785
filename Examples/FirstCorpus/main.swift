// Builds a corpus from strings, asks it with a bound parameter, and prints the rows as values of its own type.

import Dixit
