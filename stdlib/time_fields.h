// The calendar half of the time module, for its initialiser (time.cpp).
#pragma once
#include "vm/core/vm.h"

namespace baton {

// Adds struct_time, its functions and the zone's names to the module; false: exception pending.
bool install_time_fields(Thread* t, Module* m);

}  // namespace baton
