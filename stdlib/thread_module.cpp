// The _thread module: starting threads, Lock, RLock, thread-local data. threading (stdlib/lib/
// threading.py) is built on it.
//
// The GIL is the monitor: a script lock is a flag that only a thread holding the GIL reads or
// writes, and a WaitQueue for those that must wait. A released lock is free for whoever comes
// first; the one woken tries again, at the end of the queue if it lost. Waits end on timeouts and
// interrupts (wait.h). The object of a wait is kept alive by the waiter's native stack.
// Behaviour: https://docs.python.org/3.11/library/_thread.html
#include <sys/syscall.h>
#include <unistd.h>

#include <new>

#include "stdlib/duration.h"
#include "stdlib/stdlib.h"
#include "stdlib/thread_module.h"
#include "vm/base/clock.h"
#include "vm/native/native.h"
#include "vm/objects/attribute.h"
#include "vm/objects/containers.h"
#include "vm/objects/number.h"
#include "vm/thread/threads.h"

namespace baton {
namespace {

constexpr double kTimeoutMax = 9223372036.0;  // seconds, as in CPython

NativeGroup thread_functions{"_thread"};

// --- Lock ----------------------------------------------------------------------------------------

struct LockObject : NativeObject {
  bool locked;
  WaitQueue queue;
};
void finalize_lock(Object* o) { static_cast<LockObject*>(o)->queue.~WaitQueue(); }
const NativeType kLockType = {"lock", nullptr, finalize_lock, nullptr};
NativeGroup lock_methods{"lock"};

LockObject* lock_of(Thread* t, Value self) { return native_self<LockObject>(t, self, &kLockType); }

LockObject* new_lock(Thread* t) {
  auto* l = make_native<LockObject>(t, &kLockType);
  if (!l) return nullptr;
  l->locked = false;
  new (&l->queue) WaitQueue;
  return l;
}

// blocking and timeout as acquire() takes them, to a deadline. False: exception pending.
bool wait_deadline(Thread* t, bool blocking, Value timeout, int64_t* deadline) {
  constexpr int64_t kForever = -1'000'000'000;  // timeout=-1
  int64_t ns = kForever;
  if (!timeout.is_unbound() && !duration_ns(t, timeout, &ns)) return false;
  if (!blocking && ns != kForever)
    return value_error(t, "can't specify a timeout for a non-blocking call"), false;
  if (ns < 0 && ns != kForever) return value_error(t, "timeout value must be positive"), false;
  *deadline = ns == kForever ? INT64_MAX : deadline_after(monotonic_ns(), ns);
  return true;
}

// Waits until free() holds, then runs take(). True or False, or failed().
template <class Free, class Take>
Value acquire(Thread* t, WaitQueue& queue, bool blocking, Value timeout, Free free, Take take) {
  if (BATON_LIKELY(free())) {
    int64_t unused;
    if (!timeout.is_unbound() && !wait_deadline(t, blocking, timeout, &unused))
      return Value::failed();
    take();
    return Value::true_();
  }
  int64_t deadline;
  if (!wait_deadline(t, blocking, timeout, &deadline)) return Value::failed();
  if (!blocking) return Value::false_();
  for (;;) {
    WaitResult r = park_thread(t, queue, deadline);
    if (free()) {
      take();
      return Value::true_();
    }
    if (r == WaitResult::kTimeout) return Value::false_();
    if (r == WaitResult::kInterrupted && !poll(t)) return Value::failed();
  }
}

Value lock_acquire(Thread* t, Value self, bool blocking, Value timeout) {
  LockObject* l = lock_of(t, self);
  if (!l) return Value::failed();
  return acquire(
      t, l->queue, blocking, timeout, [l] { return !l->locked; }, [l] { l->locked = true; });
}
DEF(lock_methods, lock_acquire, "acquire(self, blocking=True, timeout=<absent>)",
    "Lock the lock; False if a try or a timeout ended without it. Releases the GIL only to wait.")
Value lock_enter(Thread* t, Value self) {
  LockObject* l = lock_of(t, self);
  if (!l) return Value::failed();
  if (BATON_LIKELY(!l->locked)) {
    l->locked = true;
    return Value::true_();
  }
  return lock_acquire(t, self, true, Value::unbound());
}
DEF(lock_methods, lock_enter, "__enter__(self, /)", "Lock the lock.")
Value lock_release(Thread* t, Value self) {
  LockObject* l = lock_of(t, self);
  if (!l) return Value::failed();
  if (BATON_UNLIKELY(!l->locked)) return runtime_error(t, "release unlocked lock");
  l->locked = false;
  if (BATON_UNLIKELY(!l->queue.empty())) unpark_one(l->queue);
  return Value::none();
}
DEF(lock_methods, lock_release, "release(self, /)",
    "Release the lock, which may have been taken by another thread. RuntimeError if unlocked.")
Value lock_exit(Thread* t, Value self, Args) { return lock_release(t, self); }
DEF(lock_methods, lock_exit, "__exit__(self, *args)", "Release the lock.")
Value lock_locked(Thread* t, Value self) {
  LockObject* l = lock_of(t, self);
  return l ? Value::boolean(l->locked) : Value::failed();
}
DEF(lock_methods, lock_locked, "locked(self, /)", "Is the lock taken?")
Value lock_repr(Thread* t, Value self) {
  LockObject* l = lock_of(t, self);
  if (!l) return Value::failed();
  return str_value(t, format_message("<%s _thread.lock object at %p>",
                                     l->locked ? "locked" : "unlocked", static_cast<void*>(l)));
}
DEF(lock_methods, lock_repr, "__repr__(self, /)", "Return repr(self).")
Value make_lock(Thread* t) {
  LockObject* l = new_lock(t);
  return l ? val(l) : Value::failed();
}
DEF(thread_functions, make_lock, "allocate_lock()", "Create a new lock object.")

// --- RLock ---------------------------------------------------------------------------------------

struct RLockObject : NativeObject {
  Thread* owner;
  uint64_t count;
  WaitQueue queue;
};
void finalize_rlock(Object* o) { static_cast<RLockObject*>(o)->queue.~WaitQueue(); }
const NativeType kRLockType = {"RLock", nullptr, finalize_rlock, nullptr};
NativeGroup rlock_methods{"RLock"};

RLockObject* rlock_of(Thread* t, Value self) {
  return native_self<RLockObject>(t, self, &kRLockType);
}

Value rlock_new(Thread* t, Class* cls) {
  Object* o = t->vm->heap.allocate(t, sizeof(RLockObject), Kind::kNativeObject, cls->root->id);
  if (!o) return Value::failed();
  auto* l = static_cast<RLockObject*>(o);
  l->type = &kRLockType;
  l->owner = nullptr;
  l->count = 0;
  new (&l->queue) WaitQueue;
  return val(l);
}
DEF_NEW(rlock_methods, rlock_new, "RLock(cls)", "A lock that its holder may take again.")
Value rlock_acquire(Thread* t, Value self, bool blocking, Value timeout) {
  RLockObject* l = rlock_of(t, self);
  if (!l) return Value::failed();
  if (l->owner == t) {
    ++l->count;
    return Value::true_();
  }
  return acquire(
      t, l->queue, blocking, timeout, [l] { return l->owner == nullptr; },
      [l, t] { l->owner = t, l->count = 1; });
}
DEF(rlock_methods, rlock_acquire, "acquire(self, blocking=True, timeout=<absent>)",
    "Lock the lock; counts up if this thread has it already.")
Value rlock_enter(Thread* t, Value self) { return rlock_acquire(t, self, true, Value::unbound()); }
DEF(rlock_methods, rlock_enter, "__enter__(self, /)", "Lock the lock.")
Value rlock_release(Thread* t, Value self) {
  RLockObject* l = rlock_of(t, self);
  if (!l) return Value::failed();
  if (l->owner != t) return runtime_error(t, "cannot release un-acquired lock");
  if (--l->count == 0) {
    l->owner = nullptr;
    unpark_one(l->queue);
  }
  return Value::none();
}
DEF(rlock_methods, rlock_release, "release(self, /)",
    "Release the lock once. RuntimeError if this thread has not got it.")
Value rlock_exit(Thread* t, Value self, Args) { return rlock_release(t, self); }
DEF(rlock_methods, rlock_exit, "__exit__(self, *args)", "Release the lock.")
Value rlock_is_owned(Thread* t, Value self) {
  RLockObject* l = rlock_of(t, self);
  return l ? Value::boolean(l->owner == t) : Value::failed();
}
DEF(rlock_methods, rlock_is_owned, "_is_owned(self, /)", "Has this thread got the lock?")
Value rlock_release_save(Thread* t, Value self) {
  RLockObject* l = rlock_of(t, self);
  if (!l) return Value::failed();
  if (l->owner != t) return runtime_error(t, "cannot release un-acquired lock");
  auto count = static_cast<int64_t>(l->count);
  l->owner = nullptr;
  l->count = 0;
  unpark_one(l->queue);
  return new_int(t, count);
}
DEF(rlock_methods, rlock_release_save, "_release_save(self, /)",
    "Release the lock wholly; the result restores it.")
Value rlock_restore(Thread* t, Value self, int64_t count) {
  Value r = rlock_acquire(t, self, true, Value::unbound());
  if (!r.is_failed()) as<RLockObject>(self)->count = static_cast<uint64_t>(count);
  return r;
}
DEF(rlock_methods, rlock_restore, "_acquire_restore(self, state, /)",
    "Take the lock as often as before _release_save.")
Value rlock_repr(Thread* t, Value self) {
  RLockObject* l = rlock_of(t, self);
  if (!l) return Value::failed();
  return str_value(
      t, format_message("<%s _thread.RLock object owner=%llu count=%llu at %p>",
                        l->count ? "locked" : "unlocked",
                        static_cast<unsigned long long>(l->owner ? l->owner->ident : 0),
                        static_cast<unsigned long long>(l->count), static_cast<void*>(l)));
}
DEF(rlock_methods, rlock_repr, "__repr__(self, /)", "Return repr(self).")

// --- thread-local data -----------------------------------------------------------------------------

// Attributes live in a dict per thread, found in t->locals by the object's own number (addresses are reused, numbers are not).
struct LocalObject : NativeObject {
  int64_t number;
  Value args;  // of the constructor: a subclass's __init__ runs anew in each thread
  Value kwargs;
};
void trace_local(Object* o, Marker& m) {
  m.mark(static_cast<LocalObject*>(o)->args);
  m.mark(static_cast<LocalObject*>(o)->kwargs);
}
const NativeType kLocalType = {"_local", trace_local, nullptr, nullptr};
NativeGroup local_methods{"_local"};

// The calling thread's dict of `self`, made (and __init__ run) on first use; null: failed.
Dict* local_dict(Thread* t, LocalObject* self, bool run_init) {
  if (!is<Dict>(t->locals)) {
    Dict* all = new_dict(t);
    if (!all) return nullptr;
    t->locals = val(all);
  }
  Value key = new_int(t, self->number);
  Value found = dict_get(t, as<Dict>(t->locals), key);
  if (is<Dict>(found)) return as<Dict>(found);
  Dict* d = new_dict(t);
  if (!d || !dict_set(t, as<Dict>(t->locals), key, val(d))) return nullptr;
  Value init = find_in_class(t->vm, class_of(t->vm, val(self)), t->vm->names.init);
  if (run_init && is<Function>(init)) {
    Tuple* args = as<Tuple>(self->args);
    Dict* kw = is<Dict>(self->kwargs) ? as<Dict>(self->kwargs) : nullptr;
    if (call_with_dict(t, init, val(self), args->items, static_cast<uint32_t>(args->size), kw)
            .is_failed())
      return nullptr;
  }
  return d;
}
LocalObject* local_of(Thread* t, Value self) {
  return native_self<LocalObject>(t, self, &kLocalType);
}

Value local_new(Thread* t, Class* cls, Kw kw, Args args) {
  Value init = find_in_class(t->vm, cls, t->vm->names.init);
  if ((args.n > 0 || kw.dict) && !is<Function>(init))
    return type_error(t, "Initialization arguments are not supported");
  Tuple* kept = new_tuple_from(t, args.v, args.n);
  if (!kept) return Value::failed();
  Object* o = t->vm->heap.allocate(t, sizeof(LocalObject), Kind::kNativeObject, cls->root->id);
  if (!o) return Value::failed();
  auto* l = static_cast<LocalObject*>(o);
  l->type = &kLocalType;
  l->number = static_cast<int64_t>(t->vm->next_local_number++);
  l->args = val(kept);
  l->kwargs = kw.dict ? val(kw.dict) : Value::none();
  return local_dict(t, l, false) ? val(l)
                                 : Value::failed();  // construct() runs __init__ for this thread
}
DEF_NEW(local_methods, local_new, "_local(cls, *args, **kwargs)", "Thread-local data.")
Value local_getattribute(Thread* t, Value self, Str* name) {
  LocalObject* l = local_of(t, self);
  Dict* d = l ? local_dict(t, l, true) : nullptr;
  if (!d) return Value::failed();
  if (name->view() == "__dict__") return val(d);
  Value in_class = find_in_class(t->vm, class_of(t->vm, self), intern_str(t, name));
  if (in_class.is_unbound() || !is_data_descriptor(t->vm, in_class)) {
    Value v = dict_get_str(d, name);
    if (!v.is_unbound()) return v;
  }
  Value v = generic_get_attr(t, self, intern_str(t, name));
  return v.is_unbound() ? raise_no_attribute(t, self, intern_str(t, name)) : v;
}
DEF(local_methods, local_getattribute, "__getattribute__(self, name, /)",
    "This thread's attribute, else the class's.")
Value local_setattr(Thread* t, Value self, Str* name, Value v) {
  LocalObject* l = local_of(t, self);
  Dict* d = l ? local_dict(t, l, true) : nullptr;
  return d && dict_set_str(t, d, name, v) ? Value::none() : Value::failed();
}
DEF(local_methods, local_setattr, "__setattr__(self, name, value, /)",
    "Set this thread's attribute.")
Value local_delattr(Thread* t, Value self, Str* name) {
  LocalObject* l = local_of(t, self);
  Dict* d = l ? local_dict(t, l, true) : nullptr;
  if (!d) return Value::failed();
  return dict_del_str(t, d, name) ? Value::none()
                                  : raise_no_attribute(t, self, intern_str(t, name));
}
DEF(local_methods, local_delattr, "__delattr__(self, name, /)", "Delete this thread's attribute.")

// --- threads ---------------------------------------------------------------------------------------

void report_uncaught(Thread* t, const std::string& where) {
  if (exception_is(t, t->vm->classes.system_exit)) {
    clear_exception(t);
    return;
  }
  std::string text = "Exception ignored in thread started by: " + where + "\n" +
                     format_exception(t, take_exception(t));
  [[maybe_unused]] ssize_t n = ::write(2, text.data(), text.size());
}

// start_new_thread(function, args, kwargs): what the new thread does is in its object, a tuple.
void run_started(Thread* t) {
  Value job = t->object;
  t->object = Value::none();
  Tuple* j = as<Tuple>(job);
  Tuple* args = as<Tuple>(j->items[1]);
  Dict* kw = is<Dict>(j->items[2]) ? as<Dict>(j->items[2]) : nullptr;
  if (call_with_dict(t, j->items[0], Value::unbound(), args->items,
                     static_cast<uint32_t>(args->size), kw)
          .is_failed()) {
    std::string where = "?";
    Value pending = take_exception(t);
    if (!repr_to(t, j->items[0], &where)) clear_exception(t);
    t->exception = pending;
    report_uncaught(t, where);
  }
}

Value start_thread(Thread* t, Value function, Value args, Value kwargs, bool daemon) {
  if (!is_callable(t, function)) return type_error(t, "first arg must be callable");
  if (!is<Tuple>(args)) return type_error(t, "2nd arg must be a tuple");
  if (!kwargs.is_none() && !is<Dict>(kwargs))
    return type_error(t, "optional 3rd arg must be a dictionary");
  if (t->vm->closing) return runtime_error(t, "can't create new thread at interpreter shutdown");
  OsThreadOptions o;
  o.stack_bytes = t->vm->thread_stack_bytes;
  o.object = tuple_of(t, {function, args, kwargs});
  if (o.object.is_failed()) return o.object;
  o.daemon = daemon;
  Thread* started = start_os_thread(t, o, run_started);
  return started ? new_uint(t, started->ident) : Value::failed();
}
Value start_new_thread(Thread* t, Value function, Value args, Value kwargs) {
  return start_thread(t, function, args, kwargs, true);
}
DEF(thread_functions, start_new_thread, "start_new_thread(function, args, kwargs=None, /)",
    "Start a new daemon thread and return its identifier.")
Value start_joinable(Thread* t, Value function, bool daemon) {
  return start_thread(t, function, val(t->vm->empty_tuple), Value::none(), daemon);
}
DEF(thread_functions, start_joinable, "_start(function, daemon, /)",
    "Start a thread that the interpreter waits for at exit unless daemon.")
// The started thread goes on where it is: its starter queues behind it and is owed no turn, as in
// CPython, where what a thread does first comes before what its starter does next.
Value await_start(Thread* t, Value lock) {
  LockObject* l = lock_of(t, lock);
  if (!l) return Value::failed();
  while (l->locked) {
    WaitResult r = park_thread(t, l->queue, INT64_MAX, GilClass::kCpu);
    if (r == WaitResult::kInterrupted && !poll(t)) return Value::failed();
  }
  l->locked = true;
  return Value::none();
}
DEF(thread_functions, await_start, "_await_start(lock, /)",
    "Take a lock that a thread just started releases; without precedence over that thread.")
Value get_ident(Thread* t) { return new_uint(t, t->ident); }
DEF(thread_functions, get_ident, "get_ident()",
    "A non-zero integer that identifies the current thread.")
int64_t get_native_id() { return ::syscall(SYS_gettid); }
DEF(thread_functions, get_native_id, "get_native_id()", "The thread's number in the system.")
Value current_object(Thread* t) { return t->object; }
DEF(thread_functions, current_object, "_current_object()",
    "The threading.Thread of the current thread, or None.")
Value set_current_object(Thread* t, Value o) { return t->object = o, Value::none(); }
DEF(thread_functions, set_current_object, "_set_current_object(thread, /)",
    "Remember the threading.Thread of the current thread.")
Value thread_count(Thread* t) {
  int64_t n = 0;
  for (Thread* x = t->vm->threads; x; x = x->next) n += !x->is_main;
  return new_int(t, n);
}
DEF(thread_functions, thread_count, "_count()", "Threads running besides the main one.")
Value stack_size(Thread* t, int64_t n) {
  auto old = static_cast<int64_t>(t->vm->thread_stack_bytes);
  if (n < 0) return value_error(t, "size must be 0 or a positive value");
  if (n != 0 && n < static_cast<int64_t>(kLeastNativeStackBytes))
    return value_error(t, "size not valid: " + std::to_string(n) + " bytes");
  t->vm->thread_stack_bytes = static_cast<size_t>(n);
  return new_int(t, old);
}
DEF(thread_functions, stack_size, "stack_size(size=0, /)",
    "Set the native stack size of new threads in bytes (0, also if not given: the default); return "
    "the old one.")
Value exit_thread(Thread* t) {
  return raise_object(t, new_exception(t, t->vm->classes.system_exit, val(t->vm->empty_tuple)));
}
DEF(thread_functions, exit_thread, "exit()", "Raise SystemExit, which ends the thread quietly.")
Value interrupt_main(Thread* t) {
  request_keyboard_interrupt(t->vm);
  return Value::none();
}
DEF(thread_functions, interrupt_main, "interrupt_main()",
    "Raise KeyboardInterrupt in the main thread.")
std::string exception_text(Thread* t, Value e) { return format_exception(t, e); }
DEF(thread_functions, exception_text, "_format_exception(exception, /)",
    "The traceback text of an exception.")

}  // namespace

void request_keyboard_interrupt(Vm* vm) { interrupt(&vm->main_thread->gil, kStopAsyncExc); }

void init_thread(Thread* t, Module* m) {
  Vm* vm = t->vm;
  Class* lock = new_builtin_class(t, "_thread.lock", vm->classes.object, Kind::kNativeObject,
                                  kClassNoSubclass, &kLockType);
  install_methods(t, lock, lock_methods);
  Class* rlock = new_builtin_class(t, "_thread.RLock", vm->classes.object, Kind::kNativeObject, 0,
                                   &kRLockType);
  install_methods(t, rlock, rlock_methods);
  Class* local = new_builtin_class(t, "_thread._local", vm->classes.object, Kind::kNativeObject, 0,
                                   &kLocalType);
  install_methods(t, local, local_methods);
  refresh_class_flags(vm, local);
  install_functions(t, m, thread_functions);
  dict_set_cstr(t, m->dict, "LockType", val(lock));
  dict_set_cstr(t, m->dict, "RLock", val(rlock));
  dict_set_cstr(t, m->dict, "_local", val(local));
  dict_set_cstr(t, m->dict, "error", val(vm->classes.runtime_error));
  dict_set_cstr(t, m->dict, "TIMEOUT_MAX", new_float(t, kTimeoutMax));
}

// Lets go on whoever joins the main thread, if threading was imported at all.
static void tell_main_ended(Thread* t) {
  Value module = dict_get_str(t->vm->modules, intern(t, "threading"));
  if (!is<Module>(module)) return;
  Value main = dict_get_str(as<Module>(module)->dict, intern(t, "_main_thread"));
  if (main.is_unbound()) return;
  Value ended = get_attr(t, main, intern(t, "_ended"));
  if (ended.is_failed() || call0(t, ended).is_failed()) clear_exception(t);
}

void shutdown_threads(Thread* t, bool interrupted) {
  if (!interrupted) {
    tell_main_ended(t);
    while (!interrupted && !join_os_threads(t, false, INT64_MAX)) {
      if (!poll(t)) {
        report_uncaught(t, "<shutdown>");
        interrupted = true;
      }
    }
  }
  t->vm->closing = true;
  for (Thread* other = t->vm->threads; other; other = other->next) {
    if (other != t && (other->daemon || interrupted)) interrupt(&other->gil, kStopKill);
  }
  join_os_threads(t, true, monotonic_ns() + (interrupted ? 100'000'000 : 200'000'000));
}

}  // namespace baton
