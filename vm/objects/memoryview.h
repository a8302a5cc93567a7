// memoryview as the rest of the machine sees it.
//
// A view holds its base and finds the memory anew each time, so that it can never see memory that went
// away; while views exist, their base refuses to move it (BufferError). What is dead but not collected
// does not count: check_views() collects to find out. Lock held.
#pragma once
#include "vm/objects/objects.h"

namespace baton {

// The memory behind any bytes-like object: bytes, bytearray, a NativeObject with NativeType::buffer.
// False: there is none (released, or another kind of object). Nothing is raised.
bool buffer_of(Value v, Buffer* out);
// The object whose memory v shows: v itself unless it is a memoryview.
Value buffer_base(Value v);
// Is v a bytes-like object that may not be written to? False also for what is not bytes-like.
bool is_readonly_buffer(Value v);
// May the memory of `base` move? False: BufferError pending.
bool check_views(Thread* t, Value base, const uint32_t* views);
Value new_memoryview(Thread* t, Value base);
// tobytes() of a memoryview with gaps; for others bytes_view() will do. False: not a memoryview.
bool memoryview_bytes(Value v, std::string* out);
// Raises what using a memoryview as bytes-like gives when bytes_view() can't (released, gaps); true
// if it can.
bool check_buffer(Thread* t, Value v);
void register_memoryview(Vm* vm, Thread* t);

}  // namespace baton
