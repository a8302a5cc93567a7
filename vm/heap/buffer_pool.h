// Short buffers that objects own beside their cell: a list's items, a dict's entries, captured cells.
//
// malloc is slow for them: a sweep frees thousands at once, in no order. Here a freed buffer goes to
// the free list of its size class and the next object takes it; memory comes in 64 KB pieces, cut up a
// page at a time (a short program touches few), and stays until the Heap ends. Who frees must know the size, as a container does. Larger buffers, and every
// buffer in builds with AddressSanitizer, are malloc's. One per Heap; with the lock.
#pragma once
#include <cstddef>
#include <cstdlib>
#include <cstring>
#include <vector>

namespace baton {

class BufferPool {
 public:
  BufferPool() = default;
  BufferPool(const BufferPool&) = delete;
  ~BufferPool() {
    for (void* p : pieces_) std::free(p);
  }

  // Null when memory is short. size > 0.
  void* take(size_t size) {
    if (size > kLargest) return std::malloc(size);
    size_t c = (size + 15) >> 4;
    Free* f = free_[c];
    if (__builtin_expect(f == nullptr, 0)) return refill(c);
    free_[c] = f->next;
    __builtin_prefetch(f->next, 1);  // the next one to be taken was freed long ago, as a rule
    return f;
  }
  // p may be null.
  void give(void* p, size_t size) {
    if (p == nullptr) return;
    if (size > kLargest) return std::free(p);
    auto* f = static_cast<Free*>(p);
    size_t c = (size + 15) >> 4;
    f->next = free_[c];
    free_[c] = f;
  }
  // As realloc; on failure null, and p stays.
  void* resize(void* p, size_t old_size, size_t size) {
    if (p == nullptr) return take(size);
    if (old_size > kLargest && size > kLargest) return std::realloc(p, size);
    if (old_size <= kLargest && size <= kLargest && ((old_size + 15) >> 4) == ((size + 15) >> 4))
      return p;
    void* q = take(size);
    if (q == nullptr) return nullptr;
    std::memcpy(q, p, old_size < size ? old_size : size);
    give(p, old_size);
    return q;
  }

 private:
#if defined(__SANITIZE_ADDRESS__)
  static constexpr size_t kLargest = 0;
#else
  static constexpr size_t kLargest = 512;
#endif
  static constexpr size_t kPiece = 64u << 10;
  static constexpr ptrdiff_t kCut = 4 << 10;
  struct Free {
    Free* next;
  };
  struct Uncut {
    char* at = nullptr;
    char* end = nullptr;
  };

  void* refill(size_t c) {
    size_t size = c << 4;
    Uncut& u = uncut_[c];
    if (static_cast<size_t>(u.end - u.at) < size) {
      auto* piece = static_cast<char*>(std::malloc(kPiece));
      if (piece == nullptr) return nullptr;
      pieces_.push_back(piece);
      u = {piece, piece + kPiece};
    }
    char* first = u.at;
    char* stop = u.end - first > kCut ? first + kCut : u.end;
    for (u.at += size; u.at + size <= stop; u.at += size) give(u.at, size);
    return first;
  }

  Free* free_[kLargest / 16 + 1] = {};
  Uncut uncut_[kLargest / 16 + 1];  // what is left of each class's last piece
  std::vector<void*> pieces_;
};

}  // namespace baton
