// The order in which the Vm's classes come to exist: first the bare Class objects
// (make_core_classes, from the Vm's constructor), then methods are installed by the register_*
// functions of objects.h, of which register_classes calls the ones below. Lock held throughout.
#pragma once
#include "vm/core/vm.h"

namespace baton {

// Makes every class of BATON_CORE_CLASSES and BATON_EXCEPTIONS without methods, and fills
// vm->classes and vm->shape_ids. Needs vm->names and the reserved shapes 1..4 (str, tuple, dict,
// type).
void make_core_classes(Vm* vm, Thread* t);

void register_object_methods(Vm* vm, Thread* t);  // object_methods.cpp
void register_object_reduce(Vm* vm, Thread* t);   // reduce.cpp
void register_type_methods(Vm* vm, Thread* t);    // class_attrs.cpp
void register_descriptors(Vm* vm, Thread* t);     // descriptor.cpp
void register_super(Vm* vm, Thread* t);           // super.cpp
void register_function_attrs(Vm* vm, Thread* t);  // function_attrs.cpp
void register_function_new(Vm* vm, Thread* t);    // function_new.cpp
void register_code_attrs(Vm* vm, Thread* t);      // code_attrs.cpp
void register_mapping_proxy(Vm* vm, Thread* t);   // mapping_proxy.cpp

}  // namespace baton
