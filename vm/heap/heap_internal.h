// What the heap's own files share: the state behind Heap::impl_.
//
// A cycle. Between collections every object has the colour `color_`. collect() sweeps what the last
// cycle left, flips the colour, marks (mark.cpp, trace.cpp), lets finalizers and weak references
// have their say, and leaves the blocks unswept. allocate_slow() sweeps them as it needs cells
// (sweep.cpp); until then a dead cell is one whose colour is not the heap's. Bytes malloc'ed for
// objects are counted by account() and, at every marking, counted anew from what is alive
// (trace() returns them), so that no error in the counting lasts; sweeping does not count them.
// Included by vm/heap/*.cpp only. Lock held throughout.
#pragma once
#include <functional>
#include <string>
#include <vector>

#include "vm/core/vm.h"
#include "vm/heap/block.h"
#include "vm/heap/heap.h"
#include "vm/heap/page_map.h"

// For functions that read stacks word by word: neither redzones nor races are mistakes there.
#define BATON_SCANS_STACK \
  __attribute__((noinline, no_sanitize("address"), no_sanitize("thread"), no_sanitize("undefined")))

namespace baton {

// Rest of a large array whose elements are still to be marked: `values` words out of every
// `stride`. Keeps the mark stack small.
struct PendingRange {
  const Value* at;
  size_t left;
  uint32_t stride;
  uint32_t values;
};

struct Heap::Impl {
  explicit Impl(Vm* v) : vm(v) {}

  static constexpr size_t kLeastThreshold = 4u << 20;
  static constexpr size_t kReserve = 1u << 20;  // past the limit, for handling a MemoryError
  static constexpr uint64_t kStressPeriod = 50;
  static constexpr size_t kWholeRange = 128;  // longer arrays are marked piecemeal

  Vm* vm;
  BlockStore store;
  LargeStore large;

  // Blocks of each size class by state (block.h).
  std::vector<Block*> unswept[kSizeClasses];
  std::vector<Block*> ready[kSizeClasses];
  std::vector<Block*> in_use[kSizeClasses];
  size_t unswept_blocks = 0;
  size_t next_class = 1;  // where sweep_some() goes on
  // Cells taken from blocks and not in free_[]: see trip().
  FreeLink* stash[kSizeClasses] = {};
  bool tripped = false;

  size_t external = 0;   // malloc'ed for objects
  size_t allocated = 0;  // cells handed out + external growth since the last collection
  size_t live = 0;       // after the last collection
  size_t threshold = kLeastThreshold;
  size_t limit = 0;
  size_t overdraft = 0;  // kReserve from a MemoryError to the next collection that got below
  uint64_t collections = 0, freed = 0, slow_calls = 0;
  bool enabled = true;
  bool collecting = false;
  bool marking = false;

  // Of the marking in progress.
  std::vector<uint8_t> shape_seen;
  std::vector<PendingRange> ranges;
  std::vector<Class*> marked_classes;
  size_t marked_cells = 0;
  size_t marked_external = 0;

  // Of validate().
  bool checking = false;
  Object* holder = nullptr;
  std::string fault;

  std::vector<Object*> watched;  // oldest first: Heap::watch()

  std::vector<std::function<void(Marker&)>> root_sources;
  std::vector<std::function<void()>> weak_sources;

  size_t in_use_bytes() const {
    return store.blocks_in_use() * kBlockBytes + large.bytes() + external;
  }
  bool due() const { return allocated >= threshold && enabled && !collecting; }
  Object* cell_around(uintptr_t address) {  // the cell or large object, whatever its state
    if (Block* b = store.find(address)) return b->cell_at(address);
    return large.find(address);
  }
  template <class F>
  void for_each_cell(F&& f) {  // live and dead, not free
    store.for_each_block([&](Block* b) {
      for (size_t i = 0; i < b->cells; ++i) {
        Object* o = b->cell(i);
        if (o->kind != Kind::kFree) f(o);
      }
    });
    large.for_each([&](Object* o, size_t) { f(o); });
  }

  // heap.cpp
  void trip(Heap& heap);
  bool make_room(Heap& heap, Thread* t, size_t bytes, bool last_resort);
  Object* allocate_large(Heap& heap, Thread* t, size_t size);
  FreeLink* refill(Heap& heap, Thread* t, size_t size_class);

  // sweep.cpp
  size_t sweep_block(Block* b, uint8_t color);
  bool sweep_next(size_t size_class, uint8_t color);
  void sweep_some(uint8_t color);
  void sweep_all(uint8_t color);
  void sweep_large(uint8_t color);
  void forget_free_lists(Heap& heap);
  void blocks_become_unswept();

  // mark.cpp
  void mark_roots(Marker& m, Thread* running, char* native_low);
  void mark_thread(Marker& m, Thread* t, bool running);
  void drain(Marker& m);
  void visit(Object* o, Marker& m);
  void find_finalizable(Marker& m, uint8_t color);
  void watch_all_with_del(uint8_t color);
  void clear_weak(const Heap& heap);

  // weak.cpp
  void clear_weak_refs(const Heap& heap);
  void prune_weak_refs(const Heap& heap);

  // trace.cpp
  size_t trace(Object* o, Marker& m);  // the bytes malloc'ed for it
  void mark_array(Marker& m, const Value* at, size_t count, uint32_t stride, uint32_t values);

  // validate.cpp
  void check_reference(Heap& heap, Object* o);
};

// Bytes of the object itself, near enough for the pace.
size_t object_bytes(const Object* o);

}  // namespace baton
