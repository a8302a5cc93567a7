// Attaching OS threads to a Vm, and starting new ones. See threads.h.

#include "vm/thread/threads.h"

#include <pthread.h>

#include <algorithm>
#include <memory>
#include <new>

#include "vm/base/clock.h"
#include "vm/core/error.h"
#include "vm/interp/interp.h"
#include "vm/thread/stack.h"

namespace baton {
namespace {

thread_local Thread* current = nullptr;

uintptr_t depth_limit(const Vm* vm, const Thread* t) {
  auto top = reinterpret_cast<uintptr_t>(t->stack_top);
  size_t room = t->stack_bytes / sizeof(Control);
  size_t frames = std::min<size_t>(vm->recursion_limit, room);
  return top - frames * sizeof(Control);
}

// A record with its VM stack, neither linked nor bound. Null: out of memory.
Thread* make_record(Vm* vm, size_t stack_bytes) {
  std::unique_ptr<Thread> t(new (std::nothrow) Thread);
  if (!t) return nullptr;
  void* stack = reserve_vm_stack(stack_bytes);
  if (!stack) return nullptr;
  t->vm = vm;
  t->stack_base = static_cast<Value*>(stack);
  t->stack_bytes = stack_bytes;
  // A whole number of records from the end.
  t->stack_top = reinterpret_cast<Control*>(static_cast<char*>(stack) +
                                            stack_bytes / sizeof(Control) * sizeof(Control));
  t->control = t->stack_top;
  // The frame below all others: that of the stub code, with nothing in it.
  t->window = t->stack_base + 2;
  t->consts = vm->stub_consts;
  t->pc = vm->halt_stub;
  t->dispatch = dispatch_table(vm->gil.policy() == GilPolicy::kTicks);
  set_depth_limit(t->gil, depth_limit(vm, t.get()));
  return t.release();
}

void drop_record(Thread* t) {
  release_vm_stack(t->stack_base, t->stack_bytes);
  delete t;
}

void link_record(Thread* t) {
  Vm* vm = t->vm;
  t->gil.id = os_threads(vm).next_id++;
  t->next = vm->threads;
  vm->threads = t;
}

void unlink_record(Thread* t) {
  Thread** at = &t->vm->threads;
  while (*at && *at != t) at = &(*at)->next;
  if (*at) *at = t->next;
}

// By the OS thread that will run it, before it takes the lock.
void bind_record(Thread* t, size_t native_stack_bytes) {
  NativeStack stack = native_stack(native_stack_bytes);
  auto size = static_cast<size_t>(stack.high - stack.low);
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__) || !defined(__OPTIMIZE__)
  size_t margin = std::min<size_t>(1u << 20, size / 4);
#else
  size_t margin = std::min<size_t>(256u << 10, size / 4);
#endif
  t->native_limit = stack.low + margin;
  t->native_base = stack.high;
  current = t;
}

void note_end(OsThreads& all, bool daemon) {
  std::lock_guard<std::mutex> guard(all.mutex);
  all.running[daemon]--;
  all.changed.broadcast();
}

struct Start {
  Thread* t;
  size_t stack_bytes;
  std::function<void(Thread*)> body;
  std::shared_ptr<OsThreads> all;
};

void* thread_main(void* argument) {
  std::unique_ptr<Start> start(static_cast<Start*>(argument));
  Thread* t = start->t;
  bool daemon = t->daemon;
  bind_record(t, start->stack_bytes);
  t->vm->gil.attach_thread(&t->gil);
  t->vm->gil.take(&t->gil);
  t->vm->gil.arrived(&t->gil);
  start->body(t);
  clear_exception(t);
  start->body = nullptr;
  detach_thread(t);
  note_end(*start->all, daemon);
  return nullptr;
}

}  // namespace

Thread* current_thread() { return current; }

Thread* attach_thread(Vm* vm, size_t native_stack_bytes) {
  bool main = vm->main_thread == nullptr && vm->threads == nullptr;
  Thread* t = make_record(vm, main ? kMainVmStackBytes : kThreadVmStackBytes);
  if (!t) return nullptr;
  bind_record(t, native_stack_bytes);
  vm->gil.attach_thread(&t->gil);
  vm->gil.take(&t->gil);
  t->ident = static_cast<uint64_t>(pthread_self());
  // Not known before without the lock.
  t->consts = vm->stub_consts;
  t->pc = vm->halt_stub;
  set_depth_limit(t->gil, depth_limit(vm, t));
  link_record(t);
  if (main) {
    t->is_main = true;
    vm->main_thread = t;
  }
  return t;
}

void detach_thread(Thread* t) {
  Vm* vm = t->vm;
  unlink_record(t);
  if (vm->main_thread == t) vm->main_thread = nullptr;
  vm->gil.release(&t->gil);
  vm->gil.detach_thread(&t->gil);
  if (current == t) current = nullptr;
  drop_record(t);
}

RootVec::RootVec(Thread* t) : previous(t->roots), thread_(t) { t->roots = this; }
RootVec::~RootVec() { thread_->roots = previous; }

OsThreads& os_threads(Vm* vm) {
  if (!vm->os_threads) vm->os_threads = std::make_shared<OsThreads>();
  return *vm->os_threads;
}

Thread* start_os_thread(Thread* t, const OsThreadOptions& options,
                        std::function<void(Thread*)> body) {
  Vm* vm = t->vm;
  OsThreads& all = os_threads(vm);
  Thread* made = make_record(vm, kThreadVmStackBytes);
  if (!made) {
    raise_memory_error(t);
    return nullptr;
  }
  size_t bytes = std::max(options.stack_bytes ? options.stack_bytes : kNativeStackBytes,
                          kLeastNativeStackBytes);
  made->object = options.object;
  made->daemon = options.daemon;
  link_record(made);
  {
    std::lock_guard<std::mutex> guard(all.mutex);
    all.running[made->daemon]++;
  }
  vm->gil.expect(&made->gil);
  auto start = std::make_unique<Start>(Start{made, bytes, std::move(body), vm->os_threads});
  pthread_attr_t attr;
  pthread_attr_init(&attr);
  pthread_attr_setdetachstate(&attr, PTHREAD_CREATE_DETACHED);
  int error = pthread_attr_setstacksize(&attr, (bytes + 4095) & ~size_t{4095});
  pthread_t handle;
  if (error == 0) error = pthread_create(&handle, &attr, thread_main, start.get());
  pthread_attr_destroy(&attr);
  if (error != 0) {
    vm->gil.arrived(&made->gil);
    unlink_record(made);
    note_end(all, made->daemon);
    drop_record(made);
    runtime_error(t, "can't start new thread");
    return nullptr;
  }
  // The thread's from here on; it waits for the lock, so `made` is still there.
  (void)start.release();
  made->ident = static_cast<uint64_t>(handle);
  return made;
}

bool join_os_threads(Thread* t, bool daemons, int64_t deadline_ns) {
  // Interrupts are looked for this often; they set no condition variable.
  constexpr int64_t kGlanceNs = 20'000'000;
  OsThreads& all = os_threads(t->vm);
  Blocking blocking(t, Blocking::Kind::kBlocking);
  std::unique_lock<std::mutex> lock(all.mutex);
  for (;;) {
    if (all.running[0] + (daemons ? all.running[1] : 0) == 0) return true;
    if (interrupted(t->gil)) return false;
    int64_t now = monotonic_ns();
    if (now >= deadline_ns) return false;
    all.changed.wait_until(lock, std::min(deadline_ns, now + kGlanceNs));
  }
}

void kill_daemons(Thread* t) {
  for (Thread* other = t->vm->threads; other; other = other->next) {
    if (other != t && other->daemon) interrupt(&other->gil, kStopKill);
  }
}

void threads_after_fork(Thread* survivor) {
  Vm* vm = survivor->vm;
  vm->threads = survivor;
  survivor->next = nullptr;
  survivor->ident = static_cast<uint64_t>(pthread_self());
  survivor->is_main = true;
  vm->main_thread = survivor;
  if (!vm->os_threads) return;
  // Its mutex may have been held by a thread that is gone: neither locked nor destroyed.
  auto* old = new std::shared_ptr<OsThreads>(vm->os_threads);
  auto fresh = std::make_shared<OsThreads>();
  fresh->next_id = (*old)->next_id;
  fresh->on_signal = (*old)->on_signal;
  vm->os_threads = fresh;
}

void set_recursion_limit(Vm* vm, uint32_t limit) {
  vm->recursion_limit = limit;
  for (Thread* t = vm->threads; t; t = t->next) {
    uintptr_t at = depth_limit(vm, t);
    if (t == current) {
      set_depth_limit(t->gil, at);
      continue;
    }
    // Only its owner may lower the limit in force; finding it raised, it does so.
    t->gil.real_depth_limit.store(at, std::memory_order_relaxed);
    t->gil.depth_limit.store(UINTPTR_MAX, std::memory_order_seq_cst);
  }
}

}  // namespace baton
