// A bump allocator for everything one parse produces: syntax nodes, lists of them, text.
//
// What always holds: nothing in an arena has a destructor that matters, nothing is freed before the
// arena itself, and addresses never move. So nodes point at each other with plain pointers, and the
// whole tree goes away in a handful of frees.
// What does not belong here: anything that owns a resource (std::string, std::vector).
// No lock: an arena belongs to one parse, on one thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <new>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace baton {

/// An immutable-length array inside an Arena: pointer and size, two words, copied freely.
template <class T>
struct ArenaList {
  T* data = nullptr;
  uint32_t size = 0;

  T* begin() const { return data; }
  T* end() const { return data + size; }
  bool empty() const { return size == 0; }
  T& operator[](size_t i) const { return data[i]; }
  T& front() const { return data[0]; }
  T& back() const { return data[size - 1]; }
};

class Arena {
 public:
  Arena() = default;
  Arena(const Arena&) = delete;
  Arena& operator=(const Arena&) = delete;

  /// Raw storage of `bytes` bytes, aligned to 8, uninitialised; never null (throws bad_alloc).
  void* allocate(size_t bytes) {
    bytes = (bytes + 7) & ~size_t{7};
    if (static_cast<size_t>(end_ - next_) < bytes) grow(bytes);
    char* p = next_;
    next_ += bytes;
    return p;
  }

  /// A new T, built from `args`; its destructor never runs.
  template <class T, class... Args>
  T* make(Args&&... args) {
    static_assert(std::is_trivially_destructible_v<T> && alignof(T) <= 8);
    return new (allocate(sizeof(T))) T(std::forward<Args>(args)...);
  }

  /// A copy of `n` items at `items`.
  template <class T>
  ArenaList<T> list(const T* items, size_t n) {
    static_assert(std::is_trivially_copyable_v<T>);
    ArenaList<T> out;
    if (n == 0) return out;
    out.data = static_cast<T*>(allocate(n * sizeof(T)));
    std::memcpy(static_cast<void*>(out.data), items, n * sizeof(T));
    out.size = static_cast<uint32_t>(n);
    return out;
  }

  template <class T>
  ArenaList<T> list(const std::vector<T>& items) {
    return list(items.data(), items.size());
  }

  /// A copy of `text` that lives as long as the arena.
  std::string_view copy(std::string_view text) {
    if (text.empty()) return {};
    char* p = static_cast<char*>(allocate(text.size()));
    std::memcpy(p, text.data(), text.size());
    return {p, text.size()};
  }

 private:
  void grow(size_t bytes) {
    size_t size = block_size_;
    if (size < bytes) size = bytes;
    if (block_size_ < kMaxBlock) block_size_ *= 2;
    blocks_.push_back(std::make_unique_for_overwrite<char[]>(size));
    next_ = blocks_.back().get();
    end_ = next_ + size;
  }

  static constexpr size_t kFirstBlock = 16 * 1024;
  static constexpr size_t kMaxBlock = 1024 * 1024;

  char* next_ = nullptr;
  char* end_ = nullptr;
  size_t block_size_ = kFirstBlock;
  std::vector<std::unique_ptr<char[]>> blocks_;
};

}  // namespace baton
