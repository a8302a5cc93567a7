// A script thread's state: where it runs, what it handles, and its lock-side record.
//
// One Thread per OS thread attached to a Vm. Its interpreter fields are read and written only by
// that OS thread while it holds the lock, or by the collector (lock held, owner parked). `gil` has
// its own rules (vm/thread/). The VM stack is one reserved block that never moves: windows of
// registers grow up from its start, control records grow down from its end.
#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "vm/core/object.h"
#include "vm/thread/gil.h"

namespace baton {

// What a RET goes back to: the caller's next pc, window and constants.
struct Control {
  const Insn* pc;
  Value* window;
  Value* consts;
};

// A nested run of the loop, made by native code: the instruction that called the native, which no
// control record holds. One for each record that ends a run, innermost first; lives on a native stack.
struct NestedRun {
  const Insn* pc;
  NestedRun* previous;
};

// A growable array of Values that the collector sees. Lives on a native stack, in LIFO order.
class RootVec {
 public:
  explicit RootVec(Thread* t);
  ~RootVec();
  RootVec(const RootVec&) = delete;
  std::vector<Value> v;
  RootVec* previous;

 private:
  Thread* thread_;
};

struct Thread {
  Vm* vm = nullptr;
  GilThread gil;

  // Saved by the loop before anything that may allocate, raise, block or call back.
  const Insn* pc = nullptr;    // the instruction being executed
  Value* window = nullptr;     // R; the running function is window[-1]
  Value* consts = nullptr;     // K; consts[-1] is the Code
  Control* control = nullptr;  // innermost control record

  Value exception = Value::unbound();  // pending: set exactly while a failure travels
  Value handled = Value::none();       // innermost exception being handled (sys.exception())

  Value generator_result =
      Value::none();  // of the iteration that just ended: what a generator returned

  const void* const* dispatch = nullptr;  // dispatch table in force: plain, or counting ticks
  uint32_t cache_misses = 0;  // of attribute sites: every so often one is specialised anew

  Value* stack_base = nullptr;   // the reserved block
  Control* stack_top = nullptr;  // its other end
  size_t stack_bytes = 0;
  uint32_t native_depth = 0;     // nested runs of the loop
  char* native_base = nullptr;   // highest address of the native stack
  char* native_limit = nullptr;  // below this: RecursionError
  char* native_sp = nullptr;     // published low end while not running (parked, blocked)

  RootVec* roots = nullptr;
  NestedRun* runs = nullptr;
  Value object = Value::none();  // its threading.Thread object
  Value locals = Value::none();  // thread-local storage: Dict or None
  uint64_t ident = 0;
  bool daemon = false;
  bool is_main = false;
  Thread* next = nullptr;  // the Vm's list (lock held)

  Code* code() const { return as<Code>(consts[-1]); }
  Function* function() const { return as<Function>(window[-1]); }
};

// Attach / detach: vm/thread/threads.cpp. attach takes the lock.
Thread* attach_thread(Vm* vm,
                      size_t native_stack_bytes);  // for the calling OS thread; null: out of memory
void detach_thread(Thread* t);                     // lock held on entry, released on return
Thread* current_thread();                          // of the calling OS thread, or null

// The one blocking region: everything that can block happens inside one.
//   { Blocking b(t);  ... no Value may be touched ...  }
// Publishes the native stack bounds and spilled registers, releases the lock; the destructor takes
// it back as I/O class. errno is kept across the destructor. Any object used inside must be kept
// alive (rooted on this stack) and its buffers pinned by the caller.
class Blocking {
 public:
  enum class Kind {
    kBlocking,
    kLong,
    kLazy
  };  // kLazy: regular files and calls of unknown length (see gil.md)
  explicit Blocking(Thread* t, Kind kind = Kind::kBlocking);
  ~Blocking();
  Blocking(const Blocking&) = delete;

 private:
  Thread* thread_;
  Kind kind_;
  bool lazy_ = false;
  alignas(16) uint64_t spill_[32];  // jmp_buf-like copy of callee-saved registers
};

// Called at safepoints when t->gil.stop is non-zero: hands the lock over, runs signal handlers,
// raises an asynchronous exception. Lock held. False: an exception is pending.
[[nodiscard]] bool handle_stop(Thread* t);

// True (and RecursionError pending) if the native stack is nearly used up. Call at the head of
// natives that recurse.
[[nodiscard]] bool native_stack_exhausted(Thread* t);

}  // namespace baton
