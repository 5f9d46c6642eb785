// Placeholder until the library can be asked.
