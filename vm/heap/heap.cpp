// Allocation: the slow path, the pace of collections, the limit. See heap.h and heap_internal.h.
//
// Pace: a collection is due when, since the last one, three quarters of what survived it were
// allocated, and at least 8 MB. account() can make it due in the middle of a run of fast-path
// allocations; trip() then takes the free lists away so that the next one comes here.

#include "vm/heap/heap.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include "vm/core/error.h"
#include "vm/heap/finalize.h"
#include "vm/heap/heap_internal.h"

namespace baton {

Heap::Heap(Vm* vm) : impl_(new Impl(vm)), vm_(vm) {
  static_assert(sizeof(FreeCell) == sizeof(FreeLink) && sizeof(FreeLink) == kCellStep);
  static_assert(kSmallClasses == kSizeClasses);
}

// The Vm's other members are gone by now: objects are finalized without it.
Heap::~Heap() {
  impl_->collecting = true;
  impl_->for_each_cell([this](Object* o) { finalize_object(*this, nullptr, o); });
}

void Heap::Impl::trip(Heap& heap) {
  tripped = true;
  for (size_t i = 1; i < kSizeClasses; ++i) {
    if (!heap.free_[i]) continue;
    stash[i] = reinterpret_cast<FreeLink*>(heap.free_[i]);  // never both: see allocate_slow()
    heap.free_[i] = nullptr;
  }
}

// Is there room for `bytes` more under the limit? Collects if that may help. May be called with
// any object half made, as any allocation.
bool Heap::Impl::make_room(Heap& heap, Thread* t, size_t bytes, bool last_resort) {
  if (limit == 0) return bytes <= SIZE_MAX / 4;
  if (bytes > limit) return false;
  if (in_use_bytes() + bytes <= limit) return true;
  // Not over and over, if there is the reserve yet; but nothing fails without a look at what is alive now.
  if (!collecting && (last_resort || allocated >= limit / 64 || unswept_blocks != 0)) {
    heap.collect(t);
    sweep_all(heap.color_);
  }
  return in_use_bytes() + bytes <= limit;
}

FreeLink* Heap::Impl::refill(Heap& heap, Thread* t, size_t size_class) {
  for (bool collected = false;;) {
    sweep_some(heap.color_);
    while (ready[size_class].empty() && sweep_next(size_class, heap.color_)) {}
    if (!ready[size_class].empty()) {
      Block* b = ready[size_class].back();
      ready[size_class].pop_back();
      b->state = BlockState::kInUse;
      in_use[size_class].push_back(b);
      allocated += size_t{b->free_count} * b->cell_size;
      FreeLink* list = b->free;
      b->free = nullptr;
      b->free_count = 0;
      return list;
    }
    uint64_t before = collections;
    bool reserve = overdraft != 0 && in_use_bytes() + kBlockBytes <= limit + overdraft;
    bool room = make_room(heap, t, kBlockBytes, !reserve && !collected);
    if (collections != before && !collected) {
      collected = true;  // cells may have come free
      continue;
    }
    if (!room && !reserve) return nullptr;
    Block* b = store.take();
    if (!b) {  // the system has no more
      if (collected || collecting) return nullptr;
      heap.collect(t);
      sweep_all(heap.color_);
      collected = true;
      continue;
    }
    b->format(size_class * kCellStep);
    ready[size_class].push_back(b);
  }
}

Object* Heap::Impl::allocate_large(Heap& heap, Thread* t, size_t size) {
  if (!make_room(heap, t, size, true)) return nullptr;
  Object* o = large.allocate(size);
  if (!o && !collecting && allocated != 0) {  // the system has no more
    heap.collect(t);
    sweep_all(heap.color_);
    o = large.allocate(size);
  }
  if (o) allocated += size;
  return o;
}

Object* Heap::allocate_slow(Thread* t, size_t size, Kind kind, uint32_t shape) {
  Impl& h = *impl_;
  ++h.slow_calls;
  bool stressed = kGcStress && h.enabled && h.slow_calls % Impl::kStressPeriod == 0;
  if (stressed || h.due() ||
      (size > kMaxCellBytes && h.enabled && h.allocated + size / 2 >= h.threshold)) {
    collect(t);
  }
  Object* o = nullptr;
  if (size > kMaxCellBytes) {
    o = h.allocate_large(*this, t, size);
  } else {
    size_t size_class = size == 0 ? 1 : (size + kCellStep - 1) / kCellStep;
    FreeLink* cell = h.stash[size_class];
    if (!cell) cell = h.refill(*this, t, size_class);
    if (cell) {
      FreeLink* rest = cell->next;
      if (kCheckedCells) {
        h.stash[size_class] = rest;
        size_t bytes = size_class * kCellStep;
        BATON_HEAP_UNPOISON(cell, bytes);
        std::memset(static_cast<void*>(cell), 0, bytes);
      } else {
        h.stash[size_class] = nullptr;
        free_[size_class] = reinterpret_cast<FreeCell*>(rest);
      }
      o = &cell->header;
    }
  }
  if (!o) {
    if (h.overdraft == 0) h.overdraft = Impl::kReserve;
    raise_memory_error(t);
    return nullptr;
  }
  o->shape = shape;
  o->kind = kind;
  o->gc = color_;
  o->flags = 0;
  return o;
}

void Heap::account(ptrdiff_t bytes) {
  Impl& h = *impl_;
  if (bytes < 0) {
    auto n = static_cast<size_t>(-bytes);
    h.external -= std::min(h.external, n);
    h.allocated -= std::min(h.allocated, n);
    return;
  }
  h.external += static_cast<size_t>(bytes);
  h.allocated += static_cast<size_t>(bytes);
  if (!h.tripped && h.due()) h.trip(*this);
}

bool Heap::account_checked(Thread* t, size_t bytes) {
  Impl& h = *impl_;
  if (BATON_UNLIKELY(!h.make_room(*this, t, bytes, true))) {
    if (h.overdraft == 0) h.overdraft = Impl::kReserve;
    raise_memory_error(t);
    return false;
  }
  account(static_cast<ptrdiff_t>(bytes));
  return true;
}

BATON_NOINLINE void Heap::collect(Thread* t, char* native_low) {
  Impl& h = *impl_;
  if (h.collecting) return;
  h.collecting = true;
  if (!t) t = current_thread();
  h.sweep_all(color_);
  h.forget_free_lists(*this);
  size_t external_before = h.external;

  color_ ^= 3;
  h.marking = true;
  h.marked_cells = h.marked_external = 0;
  h.marked_classes.clear();
  h.shape_seen.assign(vm_->shapes.size(), 0);
  h.large.settle();
  Marker m(*this);
  h.mark_roots(m, t, native_low);
  h.drain(m);
  h.clear_weak_refs(*this);
  h.find_finalizable(m, color_);
  h.marking = false;
  h.clear_weak(*this);

  h.external = h.marked_external;
  h.live = h.marked_cells + h.marked_external;
  h.threshold = std::max(Impl::kLeastThreshold, h.live / 4 * 3);
  h.allocated = 0;
  h.tripped = false;
  h.collections++;
  h.sweep_large(color_);
  h.blocks_become_unswept();
  // Much malloc'ed memory hangs on dead cells: free it now rather than bit by bit.
  if (kGcStress || external_before - std::min(external_before, h.external) > h.threshold / 2) {
    h.sweep_all(color_);
  }
  if (h.limit == 0 || h.in_use_bytes() < h.limit) h.overdraft = 0;
  h.collecting = false;
  if (!vm_->pending_finalizers.empty() && t) request_stop(t->gil, kStopGc);
  if (kGcStress && h.collections % 64 == 0) {
    std::string fault = validate();
    if (!fault.empty()) {
      std::fprintf(stderr, "heap: %s\n", fault.c_str());
      std::abort();
    }
  }
}

void Heap::watch(Object* o) {
  if (o->flags & kHasFinalizer) return;
  impl_->watched.push_back(o);
  o->flags |= kHasFinalizer;
}

void Heap::sweep() { impl_->sweep_all(color_); }

void Heap::set_limit(size_t bytes) { impl_->limit = bytes; }
void Heap::set_enabled(bool on) { impl_->enabled = on; }
bool Heap::enabled() const { return impl_->enabled; }

HeapStats Heap::stats() const {
  const Impl& h = *impl_;
  HeapStats s;
  s.live_bytes = h.live;
  s.allocated_bytes = h.allocated;
  s.total_bytes = h.store.mapped_bytes() + h.large.bytes() + h.external;
  s.collections = h.collections;
  s.objects_freed = h.freed;
  return s;
}

Object* Heap::object_at(const void* address) {
  Object* o = impl_->cell_around(reinterpret_cast<uintptr_t>(address));
  if (!o || o->kind == Kind::kFree) return nullptr;
  // While marking everything is swept, and the colour says only what was reached so far.
  return impl_->marking || o->gc == color_ ? o : nullptr;
}

void Heap::for_each(const std::function<void(Object*)>& f) {
  impl_->for_each_cell([&](Object* o) {
    if (o->gc == color_) f(o);
  });
}

void Heap::references(Object* o, std::vector<Object*>* out) {
  Marker m(*this);
  impl_->trace(o, m);
  for (const PendingRange& r : impl_->ranges) {
    const Value* at = r.at;
    for (size_t i = 0; i < r.left; ++i, at += r.stride) m.mark_range(at, at + r.values);
  }
  impl_->ranges.clear();
  for (Object* p : m.stack_) {
    if (p->kind != Kind::kFree) out->push_back(p);
  }
}

void Heap::for_each_watched(const std::function<void(Object*)>& f) {
  for (Object* o : impl_->watched) f(o);
}

void Heap::add_root_source(std::function<void(Marker&)> f) {
  impl_->root_sources.push_back(std::move(f));
}

void Heap::add_weak_source(std::function<void()> f) { impl_->weak_sources.push_back(std::move(f)); }

}  // namespace baton
