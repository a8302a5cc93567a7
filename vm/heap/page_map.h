// From an address to what lies there: the map of chunks, the store of blocks, the large objects.
//
// PageMap answers "is this one of our chunks" in two loads for any 47-bit address. BlockStore maps
// chunks and hands out blocks, whichever size class they serve next. LargeStore keeps objects past
// the size classes, one malloc each, sorted by address when somebody looks. All of it belongs to
// one heap and is touched with the Vm's lock held. What is in a block is not known here.
#pragma once
#include <cstddef>
#include <cstdint>
#include <vector>

#include "vm/heap/block.h"

namespace baton {

class PageMap {
 public:
  PageMap() = default;
  ~PageMap();
  PageMap(const PageMap&) = delete;

  // Enters or removes the chunk that begins at `address`. False: no memory for the table.
  bool set(uintptr_t address, bool present);

  bool contains(uintptr_t address) const {
    if (address - low_ >= span_) return false;
    const uint8_t* leaf = top_[address >> kTopShift];
    return leaf != nullptr && leaf[(address >> kChunkShift) & (kLeafSize - 1)] != 0;
  }

 private:
  static constexpr int kChunkShift = 20;
  static constexpr int kLeafBits = 15;
  static constexpr int kTopShift = kChunkShift + kLeafBits;
  static constexpr size_t kLeafSize = size_t{1} << kLeafBits;
  static constexpr size_t kTopSize = size_t{1} << (47 - kTopShift);

  uint8_t** top_ = nullptr;
  uintptr_t low_ = 0;  // all chunks ever entered lie in [low_, low_ + span_)
  uintptr_t span_ = 0;
};

class BlockStore {
 public:
  BlockStore() = default;
  ~BlockStore();  // unmaps everything
  BlockStore(const BlockStore&) = delete;

  // An empty block, or null when the system gives no memory.
  Block* take();
  // Gives back a block nothing lives in. Chunks that fall empty are returned to the system past a
  // small reserve.
  void give(Block* b);

  // The block around an address, null if it is none of ours or empty.
  Block* find(uintptr_t address) const {
    if (!map_.contains(address)) return nullptr;
    Block* b = block_of(address);
    return b->state == BlockState::kEmpty ? nullptr : b;
  }

  size_t blocks_in_use() const { return in_use_; }
  size_t mapped_bytes() const { return chunks_.size() * kChunkBytes; }

  template <class F>
  void for_each_block(F&& f) {
    for (Chunk& c : chunks_) {
      for (size_t i = 0; i < kBlocksPerChunk; ++i) {
        if ((c.free >> i & 1) == 0) f(reinterpret_cast<Block*>(c.base + i * kBlockBytes));
      }
    }
  }

 private:
  struct Chunk {
    uintptr_t base;
    uint32_t free;  // a bit for each free block
    bool listed;    // in with_room_
    bool returned;  // its memory was given back to the system: headers read as zero
  };
  static constexpr uint32_t kAllFree = (uint32_t{1} << kBlocksPerChunk) - 1;
  static constexpr size_t kEmptyReserve = 8;  // empty chunks that keep their memory

  bool grow();
  bool enter(uintptr_t base);
  Chunk* chunk_of(const Block* b);

  PageMap map_;
  std::vector<Chunk> chunks_;         // sorted by base
  std::vector<uintptr_t> with_room_;  // bases of chunks with a free block, best last
  size_t in_use_ = 0;
  size_t empty_ = 0;  // chunks with no block in use and memory kept
};

class LargeStore {
 public:
  LargeStore() = default;
  ~LargeStore();  // frees the memory; does not finalize
  LargeStore(const LargeStore&) = delete;

  // Zero-filled memory; null when there is none.
  Object* allocate(size_t size);
  // The object around an address, or null.
  Object* find(uintptr_t address);
  size_t bytes() const { return bytes_; }
  size_t count() const { return entries_.size(); }

  // Sorts what came since the last time. find() does it by itself.
  void settle();
  template <class F>
  void for_each(F&& f) {
    for (const Entry& e : entries_) f(reinterpret_cast<Object*>(e.address), e.size);
  }
  // Frees those for which dead(o) says so (having finalized them); the number freed.
  template <class F>
  size_t remove_if(F&& dead) {
    settle();
    size_t kept = 0;
    size_t total = entries_.size();
    for (size_t i = 0; i < total; ++i) {
      Entry e = entries_[i];
      if (dead(reinterpret_cast<Object*>(e.address))) {
        release(e);
      } else {
        entries_[kept++] = e;
      }
    }
    entries_.resize(kept);
    sorted_ = kept;
    return total - kept;
  }

 private:
  struct Entry {
    uintptr_t address;
    size_t size;
  };
  void release(const Entry& e);

  std::vector<Entry> entries_;
  size_t sorted_ = 0;  // entries_[0, sorted_) are in order
  uintptr_t low_ = UINTPTR_MAX;
  uintptr_t high_ = 0;
  size_t bytes_ = 0;
};

}  // namespace baton
