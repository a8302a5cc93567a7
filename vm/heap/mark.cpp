// Marking: where it starts from and how it goes on, without recursion.
//
// An object waits on the mark stack unseen, passes through a short queue that prefetches it, gets
// its colour and is traced. Large arrays are marked piecemeal (PendingRange) so that the stack
// stays short. Roots are the Vm's own fields, every thread's state and VM stack (checked word by
// word: a window's registers can be stale), and the native stacks (any word may be a pointer, to
// the inside of an object too). After marking, whatever refers weakly is told.

#include <algorithm>
#include <cstring>

#include "vm/heap/heap_internal.h"
#include "vm/thread/stack.h"

namespace baton {
namespace {

constexpr size_t kPrefetchQueue = 16;

// Words above the running frame that calls may have put there without moving the window: callee and
// arguments of a call being made from native code.
constexpr size_t kWindowSlack = 1024;

// Kinds with nothing to trace unless they carry attributes.
bool is_leaf(const Object* o) {
  switch (o->kind) {
    case Kind::kFree:
    case Kind::kFloat:
    case Kind::kBigInt:
    case Kind::kComplex:
    case Kind::kStr:
    case Kind::kBytes: return (o->flags & kHasAttrs) == 0;
    default: return false;
  }
}

}  // namespace

void Marker::mark_object(Object* o) {
  if (!o) return;
  if (BATON_UNLIKELY(heap_.impl_->checking)) {
    heap_.impl_->check_reference(heap_, o);
    return;
  }
  stack_.push_back(o);
}

BATON_SCANS_STACK void Marker::mark_conservative(const void* low, const void* high) {
  auto* at =
      reinterpret_cast<const uintptr_t*>((reinterpret_cast<uintptr_t>(low) + 7) & ~uintptr_t{7});
  auto* end = static_cast<const uintptr_t*>(high);
  for (; at < end; ++at) {
    // A tagged pointer is the address of a byte of the object too.
    uintptr_t word = *at;
    if (word < 4096 || word >> 47 != 0) continue;
    if (Object* o = heap_.object_at(reinterpret_cast<const void*>(word))) mark_object(o);
  }
}

BATON_SCANS_STACK void Marker::mark_window(const Value* first, const Value* last) {
  for (; first < last; ++first) {
    uint64_t word = first->w;
    if ((word & 7) != 2) continue;
    if (Object* o = heap_.object_at(reinterpret_cast<const void*>(word))) mark_object(o);
  }
}

inline void Heap::Impl::visit(Object* o, Marker& m) {
  uint8_t color = m.heap_.color_;
  if (o->gc == color) return;
  o->gc = color;
  marked_cells += object_bytes(o);
  uint32_t shape = o->shape;
  if (shape < shape_seen.size() && !shape_seen[shape]) {
    shape_seen[shape] = 1;
    if (Shape* s = vm->shapes[shape].get()) m.mark_object(s->cls);
  }
  if (is_leaf(o)) return;
  if (o->kind == Kind::kClass) marked_classes.push_back(static_cast<Class*>(o));
  marked_external += trace(o, m);
}

void Heap::Impl::drain(Marker& m) {
  Object* queue[kPrefetchQueue] = {};
  size_t at = 0;
  size_t waiting = 0;
  for (;;) {
    if (!m.stack_.empty()) {
      Object* next = m.stack_.back();
      m.stack_.pop_back();
      __builtin_prefetch(next);
      std::swap(next, queue[at]);
      at = (at + 1) % kPrefetchQueue;
      if (next) {
        visit(next, m);
      } else {
        ++waiting;
      }
    } else if (waiting > 0) {
      Object* next = nullptr;
      std::swap(next, queue[at]);
      at = (at + 1) % kPrefetchQueue;
      if (!next) continue;
      --waiting;
      visit(next, m);
    } else if (!ranges.empty()) {
      PendingRange& r = ranges.back();
      size_t n = std::min(r.left, kWholeRange);
      const Value* p = r.at;
      uint32_t stride = r.stride, values = r.values;
      r.at += n * stride;
      r.left -= n;
      if (r.left == 0) ranges.pop_back();
      for (; n > 0; --n, p += stride) m.mark_range(p, p + values);
    } else {
      return;
    }
  }
}

void Heap::Impl::mark_roots(Marker& m, Thread* running, char* native_low) {
  auto* names = reinterpret_cast<Object**>(&vm->names);
  for (size_t i = 0; i < sizeof(Names) / sizeof(Object*); ++i) m.mark_object(names[i]);
  auto* classes = reinterpret_cast<Object**>(&vm->classes);
  for (size_t i = 0; i < sizeof(CoreClasses) / sizeof(Object*); ++i) m.mark_object(classes[i]);
  for (const auto& entry : vm->interned) m.mark_object(entry.second);
  for (const auto& shape : vm->shapes) {
    if (shape) m.mark_object(shape->name);
  }
  m.mark_object(vm->modules);
  m.mark_object(vm->builtins);
  m.mark_object(vm->empty_str);
  m.mark_object(vm->empty_tuple);
  m.mark_object(vm->stub_code);
  m.mark(vm->object_new);
  for (Str* s : vm->latin1) m.mark_object(s);
  for (const auto& entry : vm->native_classes) m.mark_object(entry.second);
  for (Value v : vm->pending_finalizers) m.mark(v);
  for (const auto& source : root_sources) source(m);
  for (Thread* t = vm->threads; t; t = t->next) mark_thread(m, t, t == running);
  if (running) mark_running_stack(m, running, native_low);
}

void Heap::Impl::mark_thread(Marker& m, Thread* t, bool running) {
  m.mark(t->exception);
  m.mark(t->handled);
  m.mark(t->object);
  m.mark(t->locals);
  m.mark(t->generator_result);
  for (RootVec* r = t->roots; r; r = r->previous) {
    m.mark_range(r->v.data(), r->v.data() + r->v.size());
  }
  for (Control* c = t->control; c && c < t->stack_top; ++c) {
    if (c->consts) m.mark_window(c->consts - 1, c->consts);
  }
  if (t->consts) m.mark_window(t->consts - 1, t->consts);
  if (t->window && t->stack_base) {
    size_t registers = 0;
    if (t->consts && t->consts[-1].is_ptr()) {
      Object* o = m.heap_.object_at(t->consts[-1].ptr());
      if (o && o->kind == Kind::kCode) registers = static_cast<Code*>(o)->registers;
    }
    Value* end = t->window + registers + kWindowSlack;
    if (t->control) end = std::min(end, reinterpret_cast<Value*>(t->control));
    m.mark_window(t->stack_base, end);
  }
  if (!running && t->native_sp && t->native_base) {
    m.mark_conservative(t->native_sp, t->native_base);
  }
}

// A class had instances before it had __del__, or makes them where nobody looks: finds them.
void Heap::Impl::watch_all_with_del(uint8_t color) {
  std::vector<uint8_t> wanted(vm->shapes.size(), 0);
  for (const auto& shape : vm->shapes) {
    // Nothing was swept yet, so the class is there even if it is dead itself.
    if (shape && shape->cls && (shape->cls->class_flags & kClassDel)) wanted[shape->id] = 1;
  }
  for_each_cell([&](Object* o) {
    if (o->gc == color || (o->flags & (kHasFinalizer | kFinalized)) || o->kind == Kind::kClass)
      return;
    if (o->shape >= wanted.size() || !wanted[o->shape]) return;
    o->flags |= kHasFinalizer;
    watched.push_back(o);
  });
}

// Dead objects with something to run come back once, to have it run.
void Heap::Impl::find_finalizable(Marker& m, uint8_t color) {
  if (vm->late_del) watch_all_with_del(color);
  size_t kept = 0;
  size_t first = vm->pending_finalizers.size();
  for (Object* o : watched) {
    if (o->gc == color) {
      watched[kept++] = o;
      continue;
    }
    o->flags &= static_cast<uint16_t>(~kHasFinalizer);
    if (o->kind == Kind::kGenerator) {
      if (static_cast<Generator*>(o)->state != GenState::kSuspended) continue;
    } else {
      Shape* s = vm->shapes[o->shape].get();
      if ((o->flags & kFinalized) || !s->cls || !(s->cls->class_flags & kClassDel)) continue;
      o->flags |= kFinalized;
    }
    vm->pending_finalizers.push_back(val(o));
  }
  watched.resize(kept);
  for (size_t i = first; i < vm->pending_finalizers.size(); ++i) m.mark(vm->pending_finalizers[i]);
  drain(m);
}

// What refers without keeping alive: lists of subclasses, shapes of dead classes, cached methods,
// and whoever asked to be told.
void Heap::Impl::clear_weak(const Heap& heap) {
  for (Class* cls : marked_classes) {
    uint32_t kept = 0;
    for (uint32_t i = 0; i < cls->subclass_count; ++i) {
      if (heap.is_marked(cls->subclasses[i])) cls->subclasses[kept++] = cls->subclasses[i];
    }
    cls->subclass_count = kept;
  }
  for (auto& shape : vm->shapes) {
    if (!shape || !shape->cls || heap.is_marked(shape->cls)) continue;
    // Its number stays taken, so that no cache can mistake another shape for it.
    shape->cls = nullptr;
    shape->children.clear();
    shape->table.clear();
  }
  for (size_t i = 0; i < Vm::kMethodCache; ++i) {
    MethodCacheEntry& e = vm->method_cache[i];
    bool dead = (e.cls && !heap.is_marked(e.cls)) || (e.name && !heap.is_marked(e.name)) ||
                (e.value.is_ptr() && !heap.is_marked(e.value.ptr()));
    if (dead) e = MethodCacheEntry{};
  }
  prune_weak_refs(heap);
  for (const auto& source : weak_sources) source();
}

}  // namespace baton
