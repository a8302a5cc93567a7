// The _heapq module: heaps in lists, smallest first (and largest first for the names ending in _max).
//
// heap[k] <= heap[2k+1] and heap[k] <= heap[2k+2]. Comparing runs script, which may change the list:
// after each comparison its size is checked, and items are read anew. Lock held.
// Behaviour: https://docs.python.org/3.11/library/heapq.html
#include "stdlib/stdlib.h"
#include "vm/native/native.h"
#include "vm/objects/containers.h"

namespace baton {
namespace {

NativeGroup heap_functions{"_heapq"};

// Does a belong above b? 1, 0, -1: failed, or the list is no longer `size` long.
template <bool max>
int above(Thread* t, List* heap, size_t size, Value a, Value b) {
  bool r;
  if (both_int(a, b)) return max ? int_less(b, a) : int_less(a, b);
  if (!compare_bool(t, CmpOp::kLt, max ? b : a, max ? a : b, &r)) return -1;
  if (heap->size != size) {
    runtime_error(t, "list changed size during iteration");
    return -1;
  }
  return r;
}

// Moves the item at `at` up, not past `start`.
template <bool max>
bool sift_up(Thread* t, List* heap, size_t start, size_t at) {
  size_t size = heap->size;
  while (at > start) {
    size_t parent = (at - 1) >> 1;
    int r = above<max>(t, heap, size, heap->items[at], heap->items[parent]);
    if (r < 0) return false;
    if (r == 0) return true;
    Value v = heap->items[at];
    barrier_store(heap, &heap->items[at], heap->items[parent]);
    barrier_store(heap, &heap->items[parent], v);
    at = parent;
  }
  return true;
}

// Moves the item at `at` down to a leaf, then up to its place: the fewest comparisons for items that
// come from the end.
template <bool max>
bool sift_down(Thread* t, List* heap, size_t at) {
  size_t size = heap->size, start = at;
  while (2 * at + 1 < size) {
    size_t child = 2 * at + 1;
    if (child + 1 < size) {
      int r = above<max>(t, heap, size, heap->items[child], heap->items[child + 1]);
      if (r < 0) return false;
      if (r == 0) ++child;
    }
    Value v = heap->items[at];
    barrier_store(heap, &heap->items[at], heap->items[child]);
    barrier_store(heap, &heap->items[child], v);
    at = child;
  }
  return sift_up<max>(t, heap, start, at);
}

// CPython moves the last item up if there is no right child to compare with: same order of
// comparisons, since items that are equal must come out as they do there.
template <bool max>
Value pop_heap(Thread* t, List* heap) {
  if (heap->size == 0) return index_error(t, "index out of range");
  Value last = heap->items[--heap->size];
  if (heap->size == 0) return last;
  Value top = heap->items[0];
  barrier_store(heap, &heap->items[0], last);
  return sift_down<max>(t, heap, 0) ? top : Value::failed();
}
template <bool max>
Value replace_top(Thread* t, List* heap, Value item) {
  if (heap->size == 0) return index_error(t, "index out of range");
  Value top = heap->items[0];
  barrier_store(heap, &heap->items[0], item);
  return sift_down<max>(t, heap, 0) ? top : Value::failed();
}
template <bool max>
Value build_heap(Thread* t, List* heap) {
  size_t size = heap->size;
  for (size_t i = size / 2; i-- > 0;) {
    if (heap->size != size) return runtime_error(t, "list changed size during iteration");
    if (!sift_down<max>(t, heap, i) || !poll(t)) return Value::failed();
  }
  return Value::none();
}

Value heappush(Thread* t, List* heap, Value item) {
  if (!list_append(t, heap, item)) return Value::failed();
  return sift_up<false>(t, heap, 0, heap->size - 1) ? Value::none() : Value::failed();
}
DEF(heap_functions, heappush, "heappush(heap, item, /)", "Push an item; the heap stays one.")
Value heappushpop(Thread* t, List* heap, Value item) {
  if (heap->size == 0) return item;
  size_t size = heap->size;
  int r = above<false>(t, heap, size, heap->items[0], item);
  if (r < 0) return Value::failed();
  return r ? replace_top<false>(t, heap, item) : item;
}
DEF(heap_functions, heappushpop, "heappushpop(heap, item, /)", "Push an item, then pop the first.")
Value heappop(Thread* t, List* heap) { return pop_heap<false>(t, heap); }
DEF(heap_functions, heappop, "heappop(heap, /)", "Pop the smallest item.")
Value heapreplace(Thread* t, List* heap, Value item) { return replace_top<false>(t, heap, item); }
DEF(heap_functions, heapreplace, "heapreplace(heap, item, /)",
    "Pop the smallest item, then push another.")
Value heapify(Thread* t, List* heap) { return build_heap<false>(t, heap); }
DEF(heap_functions, heapify, "heapify(heap, /)", "Turn a list into a heap, in place.")
Value heappop_max(Thread* t, List* heap) { return pop_heap<true>(t, heap); }
DEF(heap_functions, heappop_max, "_heappop_max(heap, /)", "Pop the largest item of a max-heap.")
Value heapreplace_max(Thread* t, List* heap, Value item) {
  return replace_top<true>(t, heap, item);
}
DEF(heap_functions, heapreplace_max, "_heapreplace_max(heap, item, /)",
    "Pop the largest item of a max-heap, then push another.")
Value heapify_max(Thread* t, List* heap) { return build_heap<true>(t, heap); }
DEF(heap_functions, heapify_max, "_heapify_max(heap, /)", "Turn a list into a max-heap, in place.")

}  // namespace

void init_heapq(Thread* t, Module* m) { install_functions(t, m, heap_functions); }

}  // namespace baton
