// The parts of the _collections module; each makes its classes and enters them. Lock held; a failure
// leaves its exception pending.
#pragma once
#include "vm/core/vm.h"

namespace baton {

void install_deque(Thread* t, Module* m);         // deque.cpp
void install_ordered_dict(Thread* t, Module* m);  // ordered_dict.cpp
void install_tuple_getter(Thread* t, Module* m);  // tuple_getter.cpp

}  // namespace baton
