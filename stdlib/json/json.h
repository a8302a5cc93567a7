// What the two halves of module _json share: its group of functions. decode.cpp reads JSON, encode.cpp
// writes it; the classes around them are Python (stdlib/lib/json*.py). Lock held.
#pragma once
#include "vm/native/native.h"

namespace baton::json {

extern NativeGroup json_functions;
void install_scanner(Thread* t, Module* m);  // decode.cpp

}  // namespace baton::json
