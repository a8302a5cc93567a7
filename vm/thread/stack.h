// The two stacks of a thread: the VM stack it runs script frames on, and the native one.
//
// The VM stack is address space reserved in one piece; the system fills in pages as they are
// touched. Of the native stack the collector must know two ends and must find every pointer a
// register held: a thread about to let others run publishes its stack pointer from a frame into
// which all callee-saved registers were spilled (with_stack_published; Blocking does the same in
// its own way, because its constructor's frame is gone when the thread blocks).
#pragma once
#include <cstddef>
#include <cstdint>

#include "vm/core/thread.h"

namespace baton {

inline constexpr size_t kMainVmStackBytes = 64u << 20;
inline constexpr size_t kThreadVmStackBytes = 16u << 20;

// Address space for a VM stack, zero-filled; null when there is none. Any thread.
void* reserve_vm_stack(size_t bytes);
void release_vm_stack(void* base, size_t bytes);

struct NativeStack {
  char* low;   // lowest usable address
  char* high;  // one past the highest
};
// The calling thread's stack as the system made it. The main thread's grows as it is used: at most
// `cap` bytes of a stack are taken to be there (0: 8 MB).
NativeStack native_stack(size_t cap);

// The stack pointer of the function it is inlined into.
BATON_INLINE char* stack_pointer() {
#if defined(__x86_64__)
  char* sp;
  asm volatile("movq %%rsp, %0" : "=r"(sp));
  return sp;
#elif defined(__aarch64__)
  char* sp;
  asm volatile("mov %0, sp" : "=r"(sp));
  return sp;
#else
  return static_cast<char*>(__builtin_frame_address(0)) - 1024;
#endif
}

// Runs f() with this thread's stack published: for whatever lets go of the lock inside f. The lock
// is held on entry and return; f must touch no Value while it is not.
template <class F>
BATON_NOINLINE auto with_stack_published(Thread* t, F&& f) {
  __builtin_unwind_init();
  t->native_sp = stack_pointer();
  auto result = f();
  asm volatile("" ::: "memory");  // no tail call: this frame must stay
  return result;
}

// Marks what the running thread's native stack and registers hold.
void mark_running_stack(Marker& m, Thread* t, char* low = nullptr);

}  // namespace baton
