// What a thread did with the lock, for pictures and tests of turns.
//
// Each traced thread has its own ring of fixed-size events and is its only writer: no lock, and
// when the ring is full the oldest events are overwritten. A thread is traced when its GilThread's
// `trace` is set; Gil::set_timed(true) makes every turn go through the slow path, so that the
// record is complete. Off costs one branch in the slow path.
//
// Always, for the rings of one Gil that was timed throughout: from kTaken to kReleased is a turn,
// turns of different threads never overlap, and a granted turn begins at the very nanosecond at
// which the one before ended. (A lazy call belongs to its turn.)
//
// Merging rings and drawing them is not here.
#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

namespace baton {

enum class GilEvent : uint8_t {
  kQueued,     // it began to wait; peer: the holder
  kTaken,      // its turn began
  kRequested,  // it asked for the lock; peer: the holder
  kReleased,   // its turn ended by itself; peer: who holds now, or 0
  kYielded,    // its turn ended because it was asked; peer: who holds now
  kStolen,     // its turn ended during a lazy call
};

struct GilTraceEvent {
  int64_t time_ns = 0;  // monotonic_ns()
  uint64_t place = 0;   // GilThread::trace_place when the event was written
  uint32_t thread = 0;  // GilThread::id
  uint32_t peer = 0;    // another's id, or 0
  GilEvent kind = GilEvent::kQueued;
};

class GilTraceRing {
 public:
  // Keeps the last `capacity` events, rounded up to a power of two.
  explicit GilTraceRing(size_t capacity) {
    size_t n = 1;
    while (n < capacity) n *= 2;
    cells_ = std::make_unique<Cell[]>(n);
    mask_ = n - 1;
  }

  // Only the thread that the ring belongs to.
  void write(const GilTraceEvent& e) {
    uint64_t at = written_.load(std::memory_order_relaxed);
    Cell& c = cells_[at & mask_];
    // Each a release: a reader that sees one of them also sees the count before it.
    c.time.store(e.time_ns, std::memory_order_release);
    c.place.store(e.place, std::memory_order_release);
    c.ids.store(uint64_t{e.thread} << 32 | e.peer, std::memory_order_release);
    c.kind.store(static_cast<uint8_t>(e.kind), std::memory_order_release);
    written_.store(at + 1, std::memory_order_release);
  }

  // The last events, oldest first, at most one less than the capacity. Any thread; what the owner
  // may have overwritten meanwhile is left out.
  std::vector<GilTraceEvent> events() const {
    uint64_t end = written();
    uint64_t first = oldest(end);
    std::vector<GilTraceEvent> out;
    out.reserve(end - first);
    for (uint64_t i = first; i < end; i++) {
      const Cell& c = cells_[i & mask_];
      uint64_t ids = c.ids.load(std::memory_order_acquire);
      out.push_back({c.time.load(std::memory_order_acquire),
                     c.place.load(std::memory_order_acquire), static_cast<uint32_t>(ids >> 32),
                     static_cast<uint32_t>(ids),
                     static_cast<GilEvent>(c.kind.load(std::memory_order_acquire))});
    }
    uint64_t lost = std::min(oldest(written()), end) - first;
    out.erase(out.begin(), out.begin() + static_cast<ptrdiff_t>(lost));
    return out;
  }

  // How many were ever written, overwritten ones included.
  uint64_t written() const { return written_.load(std::memory_order_acquire); }

 private:
  struct Cell {
    std::atomic<int64_t> time{0};
    std::atomic<uint64_t> place{0};
    std::atomic<uint64_t> ids{0};
    std::atomic<uint8_t> kind{0};
  };
  // The oldest event that nobody overwrites while `count` were written: one more may be under way.
  uint64_t oldest(uint64_t count) const { return count > mask_ ? count - mask_ : 0; }

  std::unique_ptr<Cell[]> cells_;
  uint64_t mask_ = 0;
  std::atomic<uint64_t> written_{0};
};

}  // namespace baton
