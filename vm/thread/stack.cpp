// Stack bounds from the system. See stack.h.

#include "vm/thread/stack.h"

#include <pthread.h>
#include <sys/auxv.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>

#include "vm/core/error.h"
#include "vm/heap/heap.h"

#ifdef __GLIBC__
extern "C" void* __libc_stack_end;
#endif

namespace baton {

void* reserve_vm_stack(size_t bytes) {
  void* p = mmap(nullptr, bytes, PROT_READ | PROT_WRITE,
                 MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  return p == MAP_FAILED ? nullptr : p;
}

void release_vm_stack(void* base, size_t bytes) {
  if (base) munmap(base, bytes);
}

NativeStack native_stack(size_t cap) {
  constexpr size_t kUsual = 8u << 20;
  if (cap == 0) cap = kUsual;
#ifdef __GLIBC__
  // For the process's first thread pthread_getattr_np() reads /proc/self/maps, a tenth of the time
  // that starting takes. The loader knows where that stack begins; the program's name lies at its
  // very top, above the environment, and from there the limit counts.
  rlimit limit;
  char* top = reinterpret_cast<char*>(getauxval(AT_EXECFN));
  if (top && syscall(SYS_gettid) == getpid() && getrlimit(RLIMIT_STACK, &limit) == 0)
    return {top - std::min<rlim_t>(limit.rlim_cur, cap), static_cast<char*>(__libc_stack_end)};
#endif
  pthread_attr_t attr;
  if (pthread_getattr_np(pthread_self(), &attr) == 0) {
    void* low = nullptr;
    size_t size = 0;
    int error = pthread_attr_getstack(&attr, &low, &size);
    pthread_attr_destroy(&attr);
    if (error == 0 && size > 0) {
      char* high = static_cast<char*>(low) + size;
      // What lies between a stack that has not grown yet and its limit may be taken by others.
      return {size > cap ? high - cap : static_cast<char*>(low), high};
    }
  }
  char* here = static_cast<char*>(__builtin_frame_address(0));
  return {here - cap / 2, here};
}

__attribute__((noinline, no_sanitize("address"), no_sanitize("thread"))) void mark_running_stack(
    Marker& m, Thread* t, char* low) {
  __builtin_unwind_init();
  char* sp = low ? low : stack_pointer();
  if (t->native_base && sp < t->native_base) m.mark_conservative(sp, t->native_base);
  asm volatile("" ::: "memory");
}

bool native_stack_exhausted(Thread* t) {
  auto* here = static_cast<char*>(__builtin_frame_address(0));
  if (BATON_LIKELY(here >= t->native_limit)) return false;
  raise_recursion_error(t);
  return true;
}

}  // namespace baton
