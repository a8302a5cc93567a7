// Blocks: 64 KB of equal cells, and the 1 MB chunks they are carved from.
//
// What always holds. A chunk is aligned to its size, a block to its own, so the block of an address
// is a mask away and its first bytes are the Block header. A block is empty (all its bytes but the
// header mean nothing), or belongs to one size class; then every cell is a live object, a dead one
// not swept yet, or free: Kind::kFree, linked into one free list. Fresh memory from the system
// reads as an empty block. Only the heap touches any of this, with the Vm's lock held.
#pragma once
#include <cstddef>
#include <cstdint>

#include "vm/core/object.h"

#if defined(__SANITIZE_ADDRESS__)
#include <sanitizer/asan_interface.h>
#include <sanitizer/lsan_interface.h>
#define BATON_HEAP_POISON(p, n) __asan_poison_memory_region(p, n)
#define BATON_HEAP_UNPOISON(p, n) __asan_unpoison_memory_region(p, n)
#define BATON_HEAP_ROOT_REGION(p, n) __lsan_register_root_region(p, n)
#define BATON_HEAP_FORGET_REGION(p, n) __lsan_unregister_root_region(p, n)
#else
#define BATON_HEAP_POISON(p, n) ((void)(p), (void)(n))
#define BATON_HEAP_UNPOISON(p, n) ((void)(p), (void)(n))
#define BATON_HEAP_ROOT_REGION(p, n) ((void)(p), (void)(n))
#define BATON_HEAP_FORGET_REGION(p, n) ((void)(p), (void)(n))
#endif

namespace baton {

// In builds that look for mistakes every allocation takes the slow path: cells come zeroed, freed
// ones are overwritten, and the address sanitizer knows which are free.
#if defined(BATON_GC_STRESS) || defined(__SANITIZE_ADDRESS__) || !defined(NDEBUG)
inline constexpr bool kCheckedCells = true;
#else
inline constexpr bool kCheckedCells = false;
#endif
#if defined(BATON_GC_STRESS)
inline constexpr bool kGcStress = true;
#else
inline constexpr bool kGcStress = false;
#endif

inline constexpr size_t kBlockBytes = 64 * 1024;
inline constexpr size_t kChunkBytes = 1024 * 1024;
inline constexpr size_t kBlocksPerChunk = kChunkBytes / kBlockBytes;
inline constexpr size_t kCellStep = 16;
inline constexpr size_t kMaxCellBytes = 1024;
inline constexpr size_t kSizeClasses = kMaxCellBytes / kCellStep + 1;  // class = cell size / 16

struct FreeLink {
  Object header;
  FreeLink* next;
};

enum class BlockState : uint8_t {
  kEmpty = 0,
  kReady,    // swept; its free list is here
  kInUse,    // swept; its free list was handed to the allocator
  kUnswept,  // dead cells are told by their colour only
};

struct alignas(64) Block {
  uint32_t cell_size;
  uint32_t cells;
  uint32_t inverse;  // 2^32 / cell_size rounded up: offset * inverse >> 32 is the cell's number
  BlockState state;
  uint32_t free_count;  // length of `free`
  FreeLink* free;

  char* first() { return reinterpret_cast<char*>(this + 1); }
  Object* cell(size_t i) { return reinterpret_cast<Object*>(first() + i * cell_size); }
  size_t size_class() const { return cell_size / kCellStep; }

  // The cell that contains an address of this block, free or not; null for the header and the rest
  // past the last cell. The multiplication is exact: an offset below 2^16 times the rounding error,
  // below 2^10, stays below 2^32.
  Object* cell_at(uintptr_t address) {
    uintptr_t offset = address - reinterpret_cast<uintptr_t>(first());
    if (offset >= kBlockBytes) return nullptr;
    size_t i = (offset * inverse) >> 32;
    return i < cells ? cell(i) : nullptr;
  }

  // Makes an empty block one of `size`-byte cells (16 to 1024, a multiple of 16), all free, in
  // order of address.
  void format(size_t size) {
    cell_size = static_cast<uint32_t>(size);
    cells = static_cast<uint32_t>((kBlockBytes - sizeof(Block)) / size);
    inverse = static_cast<uint32_t>(((uint64_t{1} << 32) + size - 1) / size);
    state = BlockState::kReady;
    free_count = cells;
    FreeLink* link = nullptr;
    for (size_t i = cells; i-- > 0;) {
      Object* o = cell(i);
      o->kind = Kind::kFree;
      auto* f = static_cast<FreeLink*>(static_cast<void*>(o));
      f->next = link;
      link = f;
      if (size > sizeof(FreeLink)) BATON_HEAP_POISON(f + 1, size - sizeof(FreeLink));
    }
    free = link;
  }
};
static_assert(sizeof(Block) == 64);

inline Block* block_of(uintptr_t address) {
  return reinterpret_cast<Block*>(address & ~(kBlockBytes - 1));
}

}  // namespace baton
