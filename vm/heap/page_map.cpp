// Chunks from the system, and the registers of chunks and large objects. See page_map.h.

#include "vm/heap/page_map.h"

#include <sys/mman.h>

#include <algorithm>
#include <cstdlib>
#include <new>

namespace baton {

PageMap::~PageMap() {
  if (!top_) return;
  for (size_t i = 0; i < kTopSize; ++i) std::free(top_[i]);
  std::free(top_);
}

bool PageMap::set(uintptr_t address, bool present) {
  if (address >> 47 != 0) return false;
  if (!top_) top_ = static_cast<uint8_t**>(std::calloc(kTopSize, sizeof(uint8_t*)));
  if (!top_) return false;
  uint8_t*& leaf = top_[address >> kTopShift];
  if (!leaf) leaf = static_cast<uint8_t*>(std::calloc(kLeafSize, 1));
  if (!leaf) return false;
  leaf[(address >> kChunkShift) & (kLeafSize - 1)] = present;
  if (!present) return true;
  uintptr_t end = std::max(low_ + span_, address + kChunkBytes);
  low_ = span_ == 0 ? address : std::min(low_, address);
  span_ = end - low_;
  return true;
}

BlockStore::~BlockStore() {
  for (const Chunk& c : chunks_) {
    auto* p = reinterpret_cast<void*>(c.base);
    BATON_HEAP_UNPOISON(p, kChunkBytes);
    BATON_HEAP_FORGET_REGION(p, kChunkBytes);
    munmap(p, kChunkBytes);
  }
}

namespace {

// Address space of `size`, which it is aligned to: maps twice that and cuts off the rest. 0: none left.
uintptr_t map_aligned(size_t size) {
  void* p = mmap(nullptr, 2 * size, PROT_READ | PROT_WRITE,
                 MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  if (p == MAP_FAILED) return 0;
  auto start = reinterpret_cast<uintptr_t>(p);
  uintptr_t base = (start + size - 1) & ~(size - 1);
  if (base > start) munmap(p, base - start);
  uintptr_t end = start + 2 * size;
  if (end > base + size) munmap(reinterpret_cast<void*>(base + size), end - base - size);
  return base;
}

}  // namespace

// A heap that is past its first megabytes grows by two chunks that make one huge page: one fault for
// 512, and a program that got this far is going to fill them.
bool BlockStore::grow() {
  constexpr size_t kSmallHeap = 16;  // chunks
  size_t count = chunks_.size() >= kSmallHeap ? 2 : 1;
  uintptr_t base = map_aligned(count * kChunkBytes);
  if (base == 0 && count > 1) base = map_aligned((count = 1) * kChunkBytes);
  if (base == 0) return false;
#ifdef MADV_HUGEPAGE
  if (count == 2) madvise(reinterpret_cast<void*>(base), count * kChunkBytes, MADV_HUGEPAGE);
#endif
  size_t entered = 0;
  for (; entered < count; ++entered)
    if (!enter(base + entered * kChunkBytes)) break;
  if (entered < count) {
    munmap(reinterpret_cast<void*>(base + entered * kChunkBytes), (count - entered) * kChunkBytes);
  }
  return entered > 0;
}

// Takes a mapped chunk into the books; false when they can't be extended.
bool BlockStore::enter(uintptr_t base) {
  try {
    chunks_.reserve(chunks_.size() + 1);
    with_room_.reserve(chunks_.size() + 1);
    if (!map_.set(base, true)) return false;
  } catch (const std::bad_alloc&) { return false; }
  BATON_HEAP_ROOT_REGION(reinterpret_cast<void*>(base), kChunkBytes);
  auto at = std::lower_bound(chunks_.begin(), chunks_.end(), base,
                             [](const Chunk& c, uintptr_t b) { return c.base < b; });
  chunks_.insert(at, Chunk{base, kAllFree, true, false});
  with_room_.push_back(base);
  empty_++;
  return true;
}

BlockStore::Chunk* BlockStore::chunk_of(const Block* b) {
  uintptr_t base = reinterpret_cast<uintptr_t>(b) & ~(kChunkBytes - 1);
  auto at = std::lower_bound(chunks_.begin(), chunks_.end(), base,
                             [](const Chunk& c, uintptr_t x) { return c.base < x; });
  return &*at;
}

Block* BlockStore::take() {
  if (with_room_.empty() && !grow()) return nullptr;
  Chunk* c = chunk_of(reinterpret_cast<Block*>(with_room_.back()));
  if (c->free == kAllFree) {
    if (!c->returned) empty_--;
    c->returned = false;
  }
  auto i = static_cast<size_t>(__builtin_ctz(c->free));
  c->free &= c->free - 1;
  if (c->free == 0) {
    c->listed = false;
    with_room_.pop_back();
  }
  in_use_++;
  return reinterpret_cast<Block*>(c->base + i * kBlockBytes);
}

void BlockStore::give(Block* b) {
  BATON_HEAP_UNPOISON(b, kBlockBytes);
  b->state = BlockState::kEmpty;
  b->free = nullptr;
  Chunk* c = chunk_of(b);
  c->free |= uint32_t{1} << ((reinterpret_cast<uintptr_t>(b) - c->base) / kBlockBytes);
  in_use_--;
  if (!c->listed) {
    c->listed = true;
    with_room_.push_back(c->base);  // room was reserved for every chunk
  }
  if (c->free != kAllFree) return;
  if (empty_ < kEmptyReserve) {
    empty_++;
  } else if (madvise(reinterpret_cast<void*>(c->base), kChunkBytes, MADV_DONTNEED) == 0) {
    c->returned = true;
  } else {
    empty_++;
  }
}

LargeStore::~LargeStore() {
  for (const Entry& e : entries_) std::free(reinterpret_cast<void*>(e.address));
}

Object* LargeStore::allocate(size_t size) {
  void* p = std::calloc(1, size);
  if (!p) return nullptr;
  auto address = reinterpret_cast<uintptr_t>(p);
  try {
    entries_.push_back({address, size});
  } catch (const std::bad_alloc&) {
    std::free(p);
    return nullptr;
  }
  low_ = std::min(low_, address);
  high_ = std::max(high_, address + size);
  bytes_ += size;
  return static_cast<Object*>(p);
}

void LargeStore::release(const Entry& e) {
  bytes_ -= e.size;
  std::free(reinterpret_cast<void*>(e.address));
}

void LargeStore::settle() {
  if (sorted_ == entries_.size()) return;
  auto less = [](const Entry& a, const Entry& b) { return a.address < b.address; };
  auto middle = entries_.begin() + static_cast<ptrdiff_t>(sorted_);
  std::sort(middle, entries_.end(), less);
  std::inplace_merge(entries_.begin(), middle, entries_.end(), less);
  sorted_ = entries_.size();
}

Object* LargeStore::find(uintptr_t address) {
  if (address < low_ || address >= high_) return nullptr;
  settle();
  auto at = std::upper_bound(entries_.begin(), entries_.end(), address,
                             [](uintptr_t a, const Entry& e) { return a < e.address; });
  if (at == entries_.begin()) return nullptr;
  --at;
  return address - at->address < at->size ? reinterpret_cast<Object*>(at->address) : nullptr;
}

}  // namespace baton
