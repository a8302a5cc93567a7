// The heap of one Vm: non-moving mark-sweep on size-class blocks, swept lazily.
//
// What always holds. (1) Allocation, marking and sweeping happen with the Vm's lock held; other
// threads are parked with their stack bounds and registers published. (2) Any allocation may
// collect, so every reachable object must be found from: the Vm's roots, thread windows and control
// stacks (checked against the page map), other heap objects (precise), RootScope arrays, or a
// native stack (conservative). A pointer kept only in malloc'ed memory is not a root: use RootVec.
// (3) Every store of a Value into an object that is already reachable goes through barrier_store().
// (4) Memory malloc'ed for an object is reported with account(), so that the pace sees it. (5)
// Marking never recurses: an explicit stack. A dead object is finalized (its malloc'ed memory
// freed) when its block is swept.
#pragma once
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "vm/core/object.h"
#include "vm/heap/buffer_pool.h"

namespace baton {

class Heap;

// Handed to trace functions. mark() is safe on any Value.
class Marker {
 public:
  explicit Marker(Heap& heap) : heap_(heap) {}
  void mark(Value v) {
    if (v.is_ptr()) mark_object(v.ptr());
  }
  void mark_object(Object* o);  // o may be null
  void mark_range(const Value* first, const Value* last) {
    for (; first < last; ++first) mark(*first);
  }
  void mark_conservative(
      const void* low,
      const void* high);  // every aligned word that might be an object (tagged or plain pointer)
  void mark_window(const Value* first,
                   const Value* last);  // registers: stale words checked against the page map
 private:
  friend class Heap;
  Heap& heap_;
  std::vector<Object*> stack_;
};

struct HeapStats {
  size_t live_bytes = 0;       // cells + accounted, after the last collection
  size_t allocated_bytes = 0;  // since the last collection
  size_t total_bytes = 0;      // mapped
  uint64_t collections = 0;
  uint64_t objects_freed = 0;
};

class Heap {
 public:
  explicit Heap(Vm* vm);
  ~Heap();  // finalizes everything left
  Heap(const Heap&) = delete;

  // An uninitialised cell of at least `size` bytes whose header is set; the rest is zero-filled
  // only when `size` exceeds small sizes or the caller does it: callers initialise every field
  // before the next allocation. Returns null (MemoryError already pending on the current thread)
  // when memory or the limit is exhausted.
  BATON_INLINE Object* allocate(Thread* t, size_t size, Kind kind, uint32_t shape) {
    size_t cls = (size + 15) >> 4;
    if (BATON_LIKELY(cls < kSmallClasses)) {
      FreeCell* cell = free_[cls];
      if (BATON_LIKELY(cell != nullptr)) {
        free_[cls] = cell->next;
        __builtin_prefetch(cell->next, 1);
        Object* o = reinterpret_cast<Object*>(cell);
        o->shape = shape;
        o->kind = kind;
        o->gc = color_;
        o->flags = 0;
        return o;
      }
    }
    return allocate_slow(t, size, kind, shape);
  }
  template <class T>
  T* make(Thread* t, uint32_t shape, size_t extra = 0) {
    return static_cast<T*>(allocate(t, sizeof(T) + extra, KindOf<T>::value, shape));
  }

  void account(
      ptrdiff_t bytes);  // malloc'ed on behalf of objects; may make the next allocation collect
  // account() for bytes about to be taken; false: over the limit (MemoryError pending).
  bool account_checked(Thread* t, size_t bytes);
  // Full collection now (finalizers of script classes run after it, by run_finalizers). The calling
  // thread's native stack is looked at from `native_low` on, null: all of it.
  void collect(Thread* t, char* native_low = nullptr);
  // o is to be finalized when it dies: its class has __del__, or it is a generator with handlers.
  void watch(Object* o);
  void set_limit(size_t bytes);  // 0: none
  void set_enabled(bool on);     // gc.disable(): only explicit collect
  bool enabled() const;
  HeapStats stats() const;
  void sweep();  // whatever waits to be swept; objects_freed is exact then
  // The object that contains this address, or null: free cells, outside addresses and unswept
  // garbage give null.
  Object* object_at(const void* address);
  bool is_marked(const Object* o) const { return o->gc == color_; }
  // Walks everything; returns the first broken invariant as text, or "". For tests, debug and the
  // gc-stress build.
  std::string validate();
  void for_each(const std::function<void(Object*)>& f);  // live objects
  // What o refers to, each as often as it does. Nothing may be allocated meanwhile.
  void references(Object* o, std::vector<Object*>* out);
  void for_each_watched(const std::function<void(Object*)>& f);  // oldest first
  void add_root_source(
      std::function<void(Marker&)> f);  // extra roots (embedding handles, module statics)
  // Called after every marking, before anything is freed: clears references that do not keep their
  // object alive when !is_marked(it). Must not allocate.
  void add_weak_source(std::function<void()> f);

  // Buffers that objects own; account() for them is the owner's business, as with malloc.
  BufferPool buffers;

 private:
  friend class Marker;
  friend void trace_object(Vm* vm, Object* o, Marker& m);
  static constexpr size_t kSmallClasses = 65;  // cells of 16..1024 bytes, in steps of 16
  struct FreeCell {
    Object header;
    FreeCell* next;
  };
  Object* allocate_slow(Thread* t, size_t size, Kind kind, uint32_t shape);

  FreeCell* free_[kSmallClasses] = {};
  uint8_t color_ = 1;  // gc byte of marked (and new) objects: 1 or 2, flips each collection
  struct Impl;
  std::unique_ptr<Impl> impl_;
  Vm* vm_;
};

// Keeps an object known to the collector up to this point: for code that goes on with a pointer into
// what the object owns (a list's items, a dict's entries) while it allocates.
BATON_INLINE void keep_alive(Value v) { asm volatile("" : : "r"(v.w) : "memory"); }

// The one write barrier. Today a plain store (the collector stops the world); generations come
// behind it.
BATON_INLINE void barrier_store(Object* holder, Value* slot, Value v) {
  (void)holder;
  *slot = v;
}

// Traces the references of one object by kind (vm/heap/trace.cpp), and frees what it malloc'ed
// (finalize.cpp).
void trace_object(Vm* vm, Object* o, Marker& m);
void finalize_object(Heap& heap, Vm* vm, Object* o);  // vm null: the Vm is going away

}  // namespace baton
