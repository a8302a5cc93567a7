// list.sort: a stable merge sort of natural runs (runs of the data are found, short ones filled up
// by binary insertion, and merged in the order of powersort), with galloping where one side wins.
//
// While it runs the list is empty and its items belong to a List that no script can reach; keys,
// if any, lie beside their values in a second one, and the merge buffer is a third, so the
// collector sees every value at every call of script. The order `less` is a template parameter:
// integers, floats and strings compare inline, anything else through the protocol, where each
// compare may fail. On failure all items are still there, in some order. Lock held; polls now and
// then.
#include <algorithm>

#include "vm/objects/containers.h"

namespace baton {

namespace {

struct Keyed {
  Value key, value;
};
BATON_INLINE Value key_of(Value v) { return v; }
BATON_INLINE Value key_of(const Keyed& k) { return k.key; }

BATON_INLINE int text_order(Str* a, Str* b) {
  int c = std::memcmp(a->data, b->data, std::min(a->size, b->size));
  return c ? c : (a->size > b->size) - (a->size < b->size);
}

// Orders: 1 less, 0 not, -1 failed.
struct IntLess {
  int operator()(Thread*, Value a, Value b) const { return int_less(a, b); }
};
struct FloatLess {
  int operator()(Thread*, Value a, Value b) const { return a.as_float() < b.as_float(); }
};
struct StrLess {
  int operator()(Thread*, Value a, Value b) const { return text_order(as<Str>(a), as<Str>(b)) < 0; }
};
struct AnyLess {
  int operator()(Thread* t, Value a, Value b) const {
    if (both_int(a, b)) return int_less(a, b);
    if (both_float(a, b)) return a.as_float() < b.as_float();
    if (exact_tuple(t, a) && exact_tuple(t, b)) {
      Tuple *x = as<Tuple>(a), *y = as<Tuple>(b);
      for (size_t i = 0;; ++i) {
        if (i == x->size || i == y->size) return x->size < y->size;
        Value v = x->items[i], w = y->items[i];
        if (v == w) continue;
        if (both_int(v, w)) return int_less(v, w);
        if (!exact_str(t, v) || !exact_str(t, w)) break;
        if (int c = text_order(as<Str>(v), as<Str>(w))) return c < 0;
      }
    } else if (exact_str(t, a) && exact_str(t, b)) {
      return text_order(as<Str>(a), as<Str>(b)) < 0;
    }
    bool result;
    return compare_bool(t, CmpOp::kLt, a, b, &result) ? result : -1;
  }
};

template <class E, class Less>
class Sorter {
 public:
  Sorter(Thread* t, E* items, size_t n) : t_(t), a_(items), n_(n), roots_(t) {}

  bool sort() {
    size_t min_run = n_, odd = 0;
    while (min_run >= 64) {
      odd |= min_run & 1;
      min_run >>= 1;
    }
    min_run += odd;
    for (size_t low = 0; low < n_;) {
      size_t run = natural_run(low);
      if (run == 0) return false;
      if (run < min_run) {
        size_t whole = std::min(min_run, n_ - low);
        if (!insertion(low, low + whole, low + run)) return false;
        run = whole;
      }
      if (!push_run(low, run)) return false;
      low += run;
    }
    while (depth_ > 1)
      if (!merge_at(depth_ - 2)) return false;
    return true;
  }

 private:
  struct Run {
    size_t start, length;
    int power;
  };
  static constexpr size_t kGallop = 7;  // wins in a row after which searching beats stepping

  BATON_INLINE int less(const E& x, const E& y) {
    if (BATON_UNLIKELY((++compares_ & 4095) == 0) && !poll(t_)) return -1;
    return Less()(t_, key_of(x), key_of(y));
  }

  // Length of the run at `low`, made ascending; 0: failed.
  size_t natural_run(size_t low) {
    size_t i = low + 1;
    if (i == n_) return 1;
    int down = less(a_[i], a_[low]);
    if (down < 0) return 0;
    for (++i; i < n_; ++i) {
      int c = less(a_[i], a_[i - 1]);
      if (c < 0) return 0;
      if (c != down) break;
    }
    if (down) std::reverse(a_ + low, a_ + i);
    return i - low;
  }

  // Sorts [low, high) of which [low, start) is sorted.
  bool insertion(size_t low, size_t high, size_t start) {
    for (; start < high; ++start) {
      size_t l = low, r = start;
      while (l < r) {
        size_t m = l + (r - l) / 2;
        int c = less(a_[start], a_[m]);
        if (c < 0) return false;
        if (c)
          r = m;
        else
          l = m + 1;
      }
      E pivot = a_[start];
      std::memmove(static_cast<void*>(a_ + l + 1), a_ + l, (start - l) * sizeof(E));
      a_[l] = pivot;
    }
    return true;
  }

  // Depth, in the ideal binary merge tree, of the boundary between two neighbouring runs.
  int boundary_power(size_t start, size_t first, size_t second) const {
    size_t a = 2 * start + first, b = a + first + second;
    for (int power = 1;; ++power) {
      if (a >= n_) {
        a -= n_;
        b -= n_;
      } else if (b >= n_) {
        return power;
      }
      a <<= 1;
      b <<= 1;
    }
  }

  bool push_run(size_t start, size_t length) {
    if (depth_ > 0) {
      int power = boundary_power(runs_[depth_ - 1].start, runs_[depth_ - 1].length, length);
      while (depth_ > 1 && runs_[depth_ - 2].power > power)
        if (!merge_at(depth_ - 2)) return false;
      runs_[depth_ - 1].power = power;
    }
    runs_[depth_++] = {start, length, 0};
    return true;
  }

  bool merge_at(size_t i) {
    Run first = runs_[i], second = runs_[i + 1];
    runs_[i].length += second.length;
    runs_[i].power = second.power;
    --depth_;
    // What is already in place at both ends needs no merging.
    E* low = a_ + first.start;
    E* mid = a_ + second.start;
    int64_t skip = count_le(mid[0], low, first.length, false);
    if (skip < 0) return false;
    low += skip;
    size_t left = first.length - static_cast<size_t>(skip);
    if (left == 0) return true;
    int64_t keep = count_lt(low[left - 1], mid, second.length, true);
    if (keep < 0) return false;
    size_t right = static_cast<size_t>(keep);
    if (right == 0) return true;
    return left <= right ? merge_low(low, left, right) : merge_high(low, left, right);
  }

  // How many of the sorted base[0..n) are <= key / < key. The search starts at the end where the
  // answer is expected and doubles its steps. -1: failed.
  int64_t count_le(const E& key, const E* base, size_t n, bool from_right) {
    return search(n, from_right, [&](size_t i) {
      int c = less(key, base[i]);
      return c < 0 ? -1 : !c;
    });
  }
  int64_t count_lt(const E& key, const E* base, size_t n, bool from_right) {
    return search(n, from_right, [&](size_t i) { return less(base[i], key); });
  }
  template <class Before>  // before(i): 1 for a prefix of [0, n), then 0
  int64_t search(size_t n, bool from_right, Before before) {
    size_t l = 0, r = n;
    if (!from_right) {
      for (size_t step = 1; l < r; step *= 2) {
        size_t i = std::min(l + step, n) - 1;
        int c = before(i);
        if (c < 0) return -1;
        if (!c) {
          r = i;
          break;
        }
        l = i + 1;
      }
    } else {
      for (size_t step = 1; l < r; step *= 2) {
        size_t i = r > step ? r - step : 0;
        int c = before(i);
        if (c < 0) return -1;
        if (c) {
          l = i + 1;
          break;
        }
        r = i;
      }
    }
    while (l < r) {
      size_t m = l + (r - l) / 2;
      int c = before(m);
      if (c < 0) return -1;
      if (c)
        l = m + 1;
      else
        r = m;
    }
    return static_cast<int64_t>(l);
  }

  // The merge buffer: as many elements as the smaller side of any merge can have.
  bool take_buffer() {
    if (buffer_) return true;
    size_t words = (n_ / 2 + 1) * (sizeof(E) / sizeof(Value));
    buffer_ = new_list(t_, words);
    if (!buffer_) return false;
    roots_.v.push_back(val(buffer_));
    std::fill_n(buffer_->items, words, Value::none());
    buffer_->size = words;
    return true;
  }

  static void move(E* to, const E* from, size_t n) {
    std::memmove(static_cast<void*>(to), from, n * sizeof(E));
  }

  // Merges low[0..left) with the `right` elements after it, the left side in the buffer.
  bool merge_low(E* low, size_t left, size_t right) {
    if (!take_buffer()) return false;
    E* l = reinterpret_cast<E*>(buffer_->items);
    E* const l_end = l + left;
    E* r = low + left;
    E* const r_end = r + right;
    E* to = low;
    move(l, low, left);
    size_t left_wins = 0, right_wins = 0;
    bool ok = true;
    while (l < l_end && r < r_end) {
      if (right_wins >= kGallop || left_wins >= kGallop) {
        bool from_right_side = right_wins >= kGallop;
        int64_t n = from_right_side ? count_lt(*l, r, static_cast<size_t>(r_end - r), false)
                                    : count_le(*r, l, static_cast<size_t>(l_end - l), false);
        if (n < 0) {
          ok = false;
          break;
        }
        E*& side = from_right_side ? r : l;
        move(to, side, static_cast<size_t>(n));
        to += n;
        side += n;
        left_wins = right_wins = 0;
        continue;
      }
      int c = less(*r, *l);
      if (c < 0) {
        ok = false;
        break;
      }
      if (c) {
        *to++ = *r++;
        ++right_wins;
        left_wins = 0;
      } else {
        *to++ = *l++;
        ++left_wins;
        right_wins = 0;
      }
    }
    move(to, l, static_cast<size_t>(l_end - l));
    return ok;
  }

  // The same from the high end, the right side in the buffer.
  bool merge_high(E* low, size_t left, size_t right) {
    if (!take_buffer()) return false;
    E* const buffer = reinterpret_cast<E*>(buffer_->items);
    move(buffer, low + left, right);
    size_t l = left, r = right;  // elements not yet placed
    E* to = low + left + right;
    size_t left_wins = 0, right_wins = 0;
    bool ok = true;
    while (l > 0 && r > 0) {
      if (left_wins >= kGallop || right_wins >= kGallop) {
        bool from_left_side = left_wins >= kGallop;
        int64_t stay = from_left_side ? count_le(buffer[r - 1], low, l, true)
                                      : count_lt(low[l - 1], buffer, r, true);
        if (stay < 0) {
          ok = false;
          break;
        }
        size_t& side = from_left_side ? l : r;
        size_t n = side - static_cast<size_t>(stay);
        to -= n;
        side -= n;
        move(to, (from_left_side ? low : buffer) + side, n);
        left_wins = right_wins = 0;
        continue;
      }
      int c = less(buffer[r - 1], low[l - 1]);
      if (c < 0) {
        ok = false;
        break;
      }
      if (c) {
        *--to = low[--l];
        ++left_wins;
        right_wins = 0;
      } else {
        *--to = buffer[--r];
        ++right_wins;
        left_wins = 0;
      }
    }
    move(to - r, buffer, r);
    return ok;
  }

  Thread* t_;
  E* a_;
  size_t n_;
  RootVec roots_;  // keeps the buffer: only its items are looked at while merging
  List* buffer_ = nullptr;
  Run runs_[90];
  size_t depth_ = 0;
  uint32_t compares_ = 0;
};

// Chooses the order by what all keys are.
template <class E>
bool sort_elements(Thread* t, E* a, size_t n) {
  bool ints = true, floats = true, texts = true;
  for (size_t i = 0; i < n && (ints || floats || texts); ++i) {
    Value k = key_of(a[i]);
    ints = ints && k.is_int();
    floats = floats && k.is_float();
    texts = texts && exact_str(t, k);
  }
  if (ints) return Sorter<E, IntLess>(t, a, n).sort();
  if (floats) return Sorter<E, FloatLess>(t, a, n).sort();
  if (texts) return Sorter<E, StrLess>(t, a, n).sort();
  return Sorter<E, AnyLess>(t, a, n).sort();
}

// Sorts values->items by key(item); `values` is out of script's reach.
bool sort_keyed(Thread* t, List* values, Value key, bool reverse) {
  size_t n = values->size;
  if (n > kMaxValues / 2) {
    raise_memory_error(t);
    return false;
  }
  List* pairs = new_list(t, 2 * n);
  if (!pairs) return false;
  for (size_t i = 0; i < n; ++i) {
    Value k = call1(t, key, values->items[i]);
    if (k.is_failed()) return false;
    pairs->items[2 * i] = k;
    pairs->items[2 * i + 1] = values->items[i];
    pairs->size = 2 * i + 2;
  }
  auto* a = reinterpret_cast<Keyed*>(pairs->items);
  if (reverse) std::reverse(a, a + n);
  bool ok = sort_elements(t, a, n);
  if (reverse) std::reverse(a, a + n);
  for (size_t i = 0; i < n; ++i) values->items[i] = a[i].value;
  list_clear(t, pairs);
  return ok;
}

}  // namespace

bool list_sort(Thread* t, List* l, Value key, bool reverse) {
  List* work = new_list(t);
  if (!work) return false;
  std::swap(work->items, l->items);
  std::swap(work->size, l->size);
  std::swap(work->capacity, l->capacity);
  bool ok = true;
  if (!key.is_none()) {
    ok = sort_keyed(t, work, key, reverse);
  } else if (work->size > 1) {
    // Reversing before and after keeps equal items in their order.
    if (reverse) std::reverse(work->items, work->items + work->size);
    ok = sort_elements(t, work->items, work->size);
    if (reverse) std::reverse(work->items, work->items + work->size);
  }
  bool modified = l->items != nullptr;
  list_clear(t, l);
  std::swap(work->items, l->items);
  std::swap(work->size, l->size);
  std::swap(work->capacity, l->capacity);
  if (ok && modified) {
    value_error(t, "list modified during sort");
    return false;
  }
  return ok;
}

}  // namespace baton
