// Sweeping: dead cells to free lists, one block at a time, as allocation needs them.
//
// A cell is dead when its colour is not the heap's. Finalizing it frees what it malloc'ed and reads
// nothing but the object itself: what it refers to may be gone already. A block in which nothing
// lives goes back to the store for any size class.

#include <cstring>

#include "vm/heap/heap_internal.h"

namespace baton {
namespace {

constexpr uint64_t bit(Kind k) { return uint64_t{1} << static_cast<int>(k); }

// Kinds that may own memory outside their cell.
constexpr uint64_t kOwners = bit(Kind::kStr) | bit(Kind::kByteArray) | bit(Kind::kList) |
                             bit(Kind::kDict) | bit(Kind::kSet) | bit(Kind::kCode) |
                             bit(Kind::kFunction) | bit(Kind::kClass) | bit(Kind::kInstance) |
                             bit(Kind::kNativeObject);

inline bool needs_finalizing(const Object* o) {
  return (kOwners >> static_cast<int>(o->kind) & 1) != 0 || (o->flags & kHasAttrs) != 0;
}

}  // namespace

// Returns how many live.
size_t Heap::Impl::sweep_block(Block* b, uint8_t color) {
  size_t size = b->cell_size;
  size_t living = 0, died = 0;
  FreeLink* head = nullptr;
  FreeLink** tail = &head;
  char* at = b->first();
  for (uint32_t left = b->cells; left > 0; --left, at += size) {
    auto* o = reinterpret_cast<Object*>(at);
    if (o->kind != Kind::kFree) {
      if (o->gc == color) {
        ++living;
        continue;
      }
      if (needs_finalizing(o)) finalize_object(vm->heap, vm, o);
      ++died;
      if (kCheckedCells) std::memset(at + sizeof(Object), 0xDB, size - sizeof(Object));
      o->kind = Kind::kFree;
      if (size > sizeof(FreeLink)) {
        BATON_HEAP_POISON(at + sizeof(FreeLink), size - sizeof(FreeLink));
      }
    }
    auto* link = reinterpret_cast<FreeLink*>(at);
    *tail = link;
    tail = &link->next;
  }
  *tail = nullptr;
  b->free = head;
  b->free_count = b->cells - static_cast<uint32_t>(living);
  freed += died;
  return living;
}

// Sweeps one block of a class; false when none is left.
bool Heap::Impl::sweep_next(size_t size_class, uint8_t color) {
  std::vector<Block*>& list = unswept[size_class];
  if (list.empty()) return false;
  Block* b = list.back();
  list.pop_back();
  unswept_blocks--;
  if (sweep_block(b, color) == 0) {
    store.give(b);
  } else if (b->free) {
    b->state = BlockState::kReady;
    ready[size_class].push_back(b);
  } else {
    b->state = BlockState::kInUse;
    in_use[size_class].push_back(b);
  }
  return true;
}

// A block of some other class, so that memory whose class is no longer asked for comes back too.
void Heap::Impl::sweep_some(uint8_t color) {
  if (unswept_blocks == 0) return;
  for (size_t i = 1; i < kSizeClasses; ++i) {
    next_class = next_class % (kSizeClasses - 1) + 1;
    if (sweep_next(next_class, color)) return;
  }
}

void Heap::Impl::sweep_all(uint8_t color) {
  if (unswept_blocks == 0) return;
  for (size_t i = 1; i < kSizeClasses; ++i) {
    while (sweep_next(i, color)) {}
  }
}

void Heap::Impl::sweep_large(uint8_t color) {
  freed += large.remove_if([&](Object* o) {
    if (o->gc == color) return false;
    if (needs_finalizing(o)) finalize_object(vm->heap, vm, o);
    return true;
  });
}

// Cells of lists given out stay Kind::kFree: the next sweep links them anew.
void Heap::Impl::forget_free_lists(Heap& heap) {
  for (size_t i = 0; i < kSizeClasses; ++i) {
    heap.free_[i] = nullptr;
    stash[i] = nullptr;
  }
}

void Heap::Impl::blocks_become_unswept() {
  for (size_t i = 1; i < kSizeClasses; ++i) {
    unswept[i].insert(unswept[i].end(), in_use[i].begin(), in_use[i].end());
    unswept[i].insert(unswept[i].end(), ready[i].begin(), ready[i].end());
    in_use[i].clear();
    ready[i].clear();
    for (Block* b : unswept[i]) {
      b->state = BlockState::kUnswept;
      b->free = nullptr;
      b->free_count = 0;
    }
    unswept_blocks += unswept[i].size();
  }
}

}  // namespace baton
