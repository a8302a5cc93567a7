// The entry point of the unit tests. Tests live in test_<thing>.cpp beside it; ctest runs each of
// those files on its own.

#define DOCTEST_CONFIG_IMPLEMENT_WITH_MAIN
#include <doctest/doctest.h>
