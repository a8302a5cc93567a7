// What the two files of the _weakref module share.
#pragma once
#include "vm/heap/weak.h"
#include "vm/native/native.h"

namespace baton {

// ProxyType, CallableProxyType and proxy().
void init_weakref_proxies(Thread* t, Module* m);

}  // namespace baton
