// The heap under load: pace, finding objects by address, deep and wide structures, large objects,
// finalizers, weak references, the limit; and threads that collect while others block.
#include <doctest/doctest.h>

#include <sys/resource.h>
#include <unistd.h>

#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <vector>

#include "vm/base/clock.h"
#include "vm/core/vm.h"
#include "vm/heap/block.h"
#include "vm/heap/page_map.h"
#include "vm/thread/stack.h"
#include "vm/thread/threads.h"

using namespace baton;

namespace {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__) || defined(BATON_GC_STRESS)
constexpr size_t kScale = 64;
#else
constexpr size_t kScale = 1;
#endif

size_t resident_bytes() {
  FILE* f = std::fopen("/proc/self/statm", "r");
  size_t total = 0, resident = 0;
  int n = f ? std::fscanf(f, "%zu %zu", &total, &resident) : 0;
  if (f) std::fclose(f);
  return n == 2 ? resident * static_cast<size_t>(sysconf(_SC_PAGESIZE)) : 0;
}

Tuple* make_tuple(Thread* t, size_t n) {
  auto* p = t->vm->heap.make<Tuple>(t, t->vm->shape_ids.tuple, n * sizeof(Value));
  if (!p) return nullptr;
  p->size = n;
  for (size_t i = 0; i < n; ++i) p->items[i] = Value::none();
  return p;
}

List* make_list(Thread* t, size_t n) {
  Heap& heap = t->vm->heap;
  if (!heap.account_checked(t, n * sizeof(Value))) return nullptr;
  auto* p = heap.make<List>(t, t->vm->shape_ids.list);
  if (!p) return nullptr;
  p->items = static_cast<Value*>(std::malloc(n * sizeof(Value)));
  p->size = p->capacity = n;
  for (size_t i = 0; i < n; ++i) p->items[i] = Value::none();
  return p;
}

// Writes over what dead calls left on the stack and in registers.
__attribute__((noinline, no_sanitize("address"))) void clear_stack() {
  volatile char junk[16384];
  for (size_t i = 0; i < sizeof junk; ++i) junk[i] = 0;
}

struct Fixture {
  Vm vm{VmOptions{}};
  Thread* t = current_thread();
  Heap& heap = vm.heap;
  size_t count_tuples(size_t size) {
    size_t n = 0;
    heap.for_each([&](Object* o) {
      if (o->kind == Kind::kTuple && static_cast<Tuple*>(o)->size == size) ++n;
    });
    return n;
  }
};

}  // namespace

TEST_CASE("a block finds its cells for every size and every address") {
  void* memory = std::aligned_alloc(kBlockBytes, kBlockBytes);
  auto* b = static_cast<Block*>(memory);
  for (size_t size = kCellStep; size <= kMaxCellBytes; size += kCellStep) {
    b->format(size);
    auto first = reinterpret_cast<uintptr_t>(b->first());
    size_t wrong = 0;
    for (size_t offset = 0; offset < kBlockBytes - sizeof(Block); ++offset) {
      Object* expected = offset / size < b->cells ? b->cell(offset / size) : nullptr;
      if (b->cell_at(first + offset) != expected) ++wrong;
    }
    CHECK(wrong == 0);
    CHECK(b->cell_at(reinterpret_cast<uintptr_t>(b)) == nullptr);
    CHECK(b->free_count == b->cells);
    BATON_HEAP_UNPOISON(b, kBlockBytes);
  }
  std::free(memory);
}

TEST_CASE("the page map knows what was entered, and only that") {
  PageMap map;
  CHECK_FALSE(map.contains(0x7f0000000000));
  CHECK(map.set(0x7f0000100000, true));
  CHECK(map.set(0x10000000, true));
  CHECK(map.contains(0x7f0000100000));
  CHECK(map.contains(0x7f00001fffff));
  CHECK_FALSE(map.contains(0x7f0000200000));
  CHECK_FALSE(map.contains(0x7f00000fffff));
  CHECK(map.contains(0x10000001));
  CHECK_FALSE(map.contains(0));
  CHECK_FALSE(map.contains(UINTPTR_MAX));
  CHECK(map.set(0x10000000, false));
  CHECK_FALSE(map.contains(0x10000001));
  CHECK_FALSE(map.set(uintptr_t{1} << 47, true));
}

TEST_CASE("blocks come back, large objects are found by any of their bytes") {
  BlockStore store;
  std::vector<Block*> blocks;
  for (int i = 0; i < 400; ++i) {
    blocks.push_back(store.take());
    REQUIRE(blocks.back() != nullptr);
    blocks.back()->format(64);
  }
  CHECK(store.blocks_in_use() == 400);
  size_t mapped = store.mapped_bytes();
  CHECK(store.find(reinterpret_cast<uintptr_t>(blocks[7]) + 100) == blocks[7]);
  for (Block* b : blocks) store.give(b);
  CHECK(store.find(reinterpret_cast<uintptr_t>(blocks[7]) + 100) == nullptr);
  for (Block*& b : blocks) {
    b = store.take();
    CHECK(b->state == BlockState::kEmpty);
    b->format(32);
  }
  CHECK(store.mapped_bytes() == mapped);

  LargeStore large;
  std::vector<Object*> objects;
  for (size_t i = 0; i < 1000; ++i) objects.push_back(large.allocate(2000 + i));
  size_t wrong = 0;
  for (size_t i = 0; i < objects.size(); ++i) {
    auto a = reinterpret_cast<uintptr_t>(objects[i]);
    if (large.find(a) != objects[i] || large.find(a + 1999 + i) != objects[i]) ++wrong;
    if (large.find(a + 2000 + i) == objects[i] || large.find(a - 1) == objects[i]) ++wrong;
  }
  CHECK(wrong == 0);
  CHECK(large.remove_if([&](Object* o) { return o != objects[500]; }) == 999);
  CHECK(large.bytes() == 2500);
  CHECK(large.find(reinterpret_cast<uintptr_t>(objects[500]) + 8) == objects[500]);
}

TEST_CASE_FIXTURE(Fixture, "a gigabyte of garbage fits in little memory") {
  size_t before = resident_bytes();
  size_t target = (size_t{1} << 30) / kScale;
  for (size_t made = 0, i = 0; made < target; ++i) {
    size_t n = i % 100;
    REQUIRE(make_tuple(t, n) != nullptr);
    made += sizeof(Tuple) + n * 8;
  }
  CHECK(heap.stats().collections > (kScale == 1 ? 20 : 1));
  CHECK(resident_bytes() < before + (size_t{100} << 20));
  CHECK(heap.validate() == "");
  // And malloc'ed memory, with few cells to see.
  uint64_t collections = heap.stats().collections;
  for (size_t i = 0; i < 1000 / kScale + 40; ++i) REQUIRE(make_list(t, 128 * 1024) != nullptr);
  CHECK(heap.stats().collections > collections);
  CHECK(resident_bytes() < before + (size_t{150} << 20));
  heap.collect(t);
  CHECK(heap.validate() == "");
}

TEST_CASE_FIXTURE(Fixture, "objects are found from inside, free cells and strangers are not") {
  Tuple* small = make_tuple(t, 7);
  Tuple* big = make_tuple(t, 5000);
  Tuple* huge = make_tuple(t, 1000000);
  for (Tuple* p : {small, big, huge}) {
    CHECK(heap.object_at(p) == p);
    CHECK(heap.object_at(&p->items[p->size - 1]) == p);
    CHECK(heap.object_at(reinterpret_cast<char*>(p) + 3) == p);
  }
  int local = 0;
  auto on_heap = std::make_unique<int>(1);
  CHECK(heap.object_at(&local) == nullptr);
  CHECK(heap.object_at(on_heap.get()) == nullptr);
  CHECK(heap.object_at(nullptr) == nullptr);
  CHECK(heap.object_at(reinterpret_cast<void*>(UINTPTR_MAX)) == nullptr);
  CHECK(heap.object_at(block_of(reinterpret_cast<uintptr_t>(small))) == nullptr);
  // The next cell of this size is free or another object, never this one.
  CHECK(heap.object_at(reinterpret_cast<char*>(small) + 80) != small);
  heap.collect(t);
  for (Tuple* p : {small, big, huge}) CHECK(heap.object_at(p) == p);
  CHECK(small->size + big->size + huge->size == 1005007);
}

__attribute__((noinline)) static void make_garbage(Thread* t, std::vector<uintptr_t>* hidden) {
  for (int i = 0; i < 1000; ++i) {
    Tuple* p = make_tuple(t, 11);
    Tuple* q = make_tuple(t, 11);
    p->items[0] = val(q);
    q->items[0] = val(p);  // a cycle
    hidden->push_back(~reinterpret_cast<uintptr_t>(p));
    List* l = make_list(t, 500);
    l->items[499] = val(l);
  }
}

TEST_CASE_FIXTURE(Fixture, "cycles go, and garbage that is not swept yet is not found") {
  heap.set_enabled(false);
  size_t before = count_tuples(11);
  std::vector<uintptr_t> hidden;
  make_garbage(t, &hidden);
  if (heap.stats().collections == 0) CHECK(count_tuples(11) >= before + 2000);
  clear_stack();
  heap.collect(t);
  size_t found = 0;
  for (uintptr_t h : hidden) {
    if (heap.object_at(reinterpret_cast<void*>(~h))) ++found;
  }
  CHECK(found < 20);  // a stale word on the stack may keep a few
  CHECK(count_tuples(11) < before + 40);
  CHECK(heap.validate() == "");
  heap.collect(t);
  CHECK(heap.stats().objects_freed >= 2500);
  CHECK(heap.validate() == "");
}

// Returns the depth that a collection left.
__attribute__((noinline)) static size_t survive_deep(Thread* t, size_t depth) {
  RootVec roots(t);
  roots.v.push_back(Value::none());
  for (size_t i = 0; i < depth; ++i) {
    Tuple* p = make_tuple(t, 1);
    p->items[0] = roots.v[0];
    roots.v[0] = val(p);
  }
  t->vm->heap.collect(t);
  CHECK(t->vm->heap.validate() == "");
  size_t n = 0;
  for (Value v = roots.v[0]; is<Tuple>(v); v = as<Tuple>(v)->items[0]) ++n;
  return n;
}

TEST_CASE_FIXTURE(Fixture, "a list a million deep is marked and freed without recursion") {
  size_t depth = 1000000 / kScale;
  CHECK(survive_deep(t, depth) == depth);
  clear_stack();
  uint64_t freed = heap.stats().objects_freed;
  heap.collect(t);
  heap.collect(t);
  CHECK(heap.stats().objects_freed >= freed + depth);
}

TEST_CASE_FIXTURE(Fixture, "wide structures, and objects that live long beside garbage") {
  RootVec roots(t);
  size_t n = 200000 / kScale;
  List* all = make_list(t, n);
  roots.v.push_back(val(all));
  for (size_t i = 0; i < n; ++i) {
    Tuple* p = make_tuple(t, 2);
    p->items[0] = Value::from_int(static_cast<int64_t>(i));
    barrier_store(all, &all->items[i], val(p));
    make_tuple(t, i % 40);
  }
  heap.collect(t);
  size_t wrong = 0;
  for (size_t i = 0; i < n; ++i) {
    Tuple* p = as<Tuple>(all->items[i]);
    if (heap.object_at(p) != p || p->items[0] != Value::from_int(static_cast<int64_t>(i))) ++wrong;
  }
  CHECK(wrong == 0);
  CHECK(heap.validate() == "");
}

TEST_CASE_FIXTURE(Fixture, "validate sees a dangling reference") {
  Tuple* p = make_tuple(t, 1);
  CHECK(heap.validate() == "");
  p->items[0] = Value::from_ptr(reinterpret_cast<char*>(p) + 16);
  CHECK(heap.validate() != "");
  alignas(16) char outside[64] = {};
  p->items[0] = Value::from_ptr(outside);
  CHECK(heap.validate() != "");
  p->items[0] = Value::none();
  CHECK(heap.validate() == "");
}

TEST_CASE_FIXTURE(Fixture, "the limit is kept, and raising leaves a usable heap") {
  size_t base = heap.stats().total_bytes;
  heap.set_limit(base + (size_t{16} << 20));
  RootVec roots(t);
  size_t made = 0;
  for (;;) {
    Tuple* p = make_tuple(t, 100);
    if (!p) break;
    roots.v.push_back(val(p));
    made += sizeof(Tuple) + 800;
    REQUIRE(made < (size_t{64} << 20));
  }
  CHECK(made > (size_t{8} << 20));
  CHECK_FALSE(t->exception.is_unbound());
  t->exception = Value::unbound();
  CHECK_FALSE(heap.account_checked(t, size_t{1} << 30));
  t->exception = Value::unbound();
  CHECK(make_list(t, size_t{4} << 20) == nullptr);
  t->exception = Value::unbound();
  CHECK(make_tuple(t, 100) != nullptr);  // the reserve for handling it
  roots.v.clear();
  clear_stack();
  for (int i = 0; i < 100000; ++i) REQUIRE(make_tuple(t, 100) != nullptr);
  heap.set_limit(0);
  CHECK(heap.validate() == "");
}

__attribute__((noinline)) static void set_target(Thread* t, Tuple** target) {
  *target = make_tuple(t, 3);
}

TEST_CASE_FIXTURE(Fixture, "weak sources are told before a dead object's cell is used again") {
  struct State {
    Tuple* target = nullptr;
    int cleared = 0;
  };
  auto state = std::make_shared<State>();
  heap.add_weak_source([state, this] {
    if (state->target && !heap.is_marked(state->target)) {
      state->target = nullptr;
      state->cleared++;
    }
  });
  {
    RootVec roots(t);
    Tuple* p = make_tuple(t, 3);
    roots.v.push_back(val(p));
    state->target = p;
    heap.collect(t);
    CHECK(state->target == p);
  }
  // A stale word on the stack may keep one alive, not every one.
  for (int i = 0; i < 20; ++i) {
    set_target(t, &state->target);
    clear_stack();
    heap.collect(t);
  }
  CHECK(state->cleared > 10);
}

__attribute__((noinline)) static void drop_instances(Thread* t, uint32_t shape, int n) {
  for (int i = 0; i < n; ++i) {
    Tuple* inner = make_tuple(t, 17);
    Tuple* p = make_tuple(t, 13);
    p->shape = shape;
    p->items[0] = val(inner);
    t->vm->heap.watch(p);
  }
}

TEST_CASE_FIXTURE(Fixture, "dead instances of classes with __del__ are kept for it, once") {
  RootVec roots(t);
  auto* cls = heap.make<Class>(t, vm.shape_ids.type);
  REQUIRE(cls != nullptr);
  std::memset(static_cast<void*>(&cls->name), 0, sizeof(Class) - sizeof(Object));
  cls->class_flags = kClassDel;
  roots.v.push_back(val(cls));
  auto shape = std::make_unique<Shape>();
  shape->id = static_cast<uint32_t>(vm.shapes.size());
  shape->cls = cls;
  uint32_t id = shape->id;
  vm.shapes.push_back(std::move(shape));
  heap.set_enabled(false);
  drop_instances(t, id, 20);
  clear_stack();
  heap.collect(t);
  CHECK(vm.pending_finalizers.size() > 15);
  CHECK((t->gil.stop.load() & kStopGc) != 0);
  clear_stop(t->gil, kStopGc);
  CHECK(heap.validate() == "");
  for (Value v : vm.pending_finalizers) {
    CHECK((v.ptr()->flags & kFinalized) != 0);
    CHECK(as<Tuple>(as<Tuple>(v)->items[0])->size == 17);
  }
  vm.pending_finalizers.clear();  // as if __del__ had been called
  clear_stack();
  heap.collect(t);
  heap.collect(t);
  CHECK(vm.pending_finalizers.size() < 5);
  CHECK(count_tuples(17) < 5);
  vm.pending_finalizers.clear();
  // The class goes; its shape's number stays taken.
  roots.v.clear();
  cls = nullptr;
  clear_stack();
  heap.collect(t);
  CHECK(vm.shapes[id] != nullptr);
  CHECK(heap.validate() == "");
}

TEST_CASE_FIXTURE(Fixture, "root sources keep what they name") {
  static Value kept;
  kept = val(make_tuple(t, 23));
  heap.add_root_source([](Marker& m) { m.mark(kept); });
  for (int i = 0; i < 3; ++i) {
    clear_stack();
    heap.collect(t);
  }
  CHECK(heap.object_at(kept.ptr()) == kept.ptr());
  CHECK(as<Tuple>(kept)->size == 23);
  kept = Value::none();
}

// Values that only a blocked thread's stack or registers hold survive collections by another.
__attribute__((noinline)) static int64_t hold_and_block(Thread* t, std::atomic<int>* phase) {
  Tuple* a = make_tuple(t, 31);
  Tuple* b = make_tuple(t, 3000);
  a->items[30] = Value::from_int(5);
  b->items[2999] = Value::from_int(6);
  {
    Blocking blocking(t);
    phase->store(1);
    while (phase->load() < 2) usleep(500);
  }
  return a->items[30].as_int() + b->items[2999].as_int() + (t->vm->heap.object_at(a) == a) +
         (t->vm->heap.object_at(b) == b);
}

TEST_CASE_FIXTURE(Fixture, "a blocked thread keeps what its stack names") {
  std::atomic<int> phase{0};
  std::atomic<int64_t> result{0};
  OsThreadOptions options;
  options.object = val(make_tuple(t, 47));
  Thread* made = start_os_thread(t, options, [&](Thread* other) {
    result = hold_and_block(other, &phase);
    if (as<Tuple>(other->object)->size == 47) result += 100;
  });
  REQUIRE(made != nullptr);
  CHECK(made->ident != 0);
  while (phase.load() < 1) {
    Blocking blocking(t);
    usleep(500);
  }
  for (int i = 0; i < 3; ++i) {
    heap.collect(t);
    for (int k = 0; k < 5000; ++k) make_tuple(t, k % 2 ? 31 : 47);
  }
  CHECK(heap.validate() == "");
  phase.store(2);
  CHECK(join_os_threads(t, true, monotonic_ns() + 20'000'000'000));
  CHECK(result.load() == 113);
  CHECK(vm.threads == t);
}

TEST_CASE_FIXTURE(Fixture, "threads allocate side by side, and daemons are told to end") {
  std::atomic<int> done{0};
  for (int i = 0; i < 4; ++i) {
    Thread* made = start_os_thread(t, {}, [&](Thread* other) {
      RootVec roots(other);
      for (size_t k = 0; k < 40000 / kScale; ++k) {
        Tuple* p = make_tuple(other, k % 60);
        if (k % 64 == 0) roots.v.push_back(val(p));
        if (other->gil.stop.load(std::memory_order_relaxed) != 0 && !handle_stop(other)) return;
      }
      size_t n = 0;
      for (Value v : roots.v) n += as<Tuple>(v)->size < 60;
      if (n == roots.v.size()) ++done;
    });
    REQUIRE(made != nullptr);
  }
  CHECK(join_os_threads(t, false, monotonic_ns() + 60'000'000'000));
  CHECK(done.load() == 4);
  CHECK(heap.validate() == "");

  OsThreadOptions daemon;
  daemon.daemon = true;
  std::atomic<bool> ended{false};
  REQUIRE(start_os_thread(t, daemon, [&](Thread* other) {
            WaitQueue never;
            while (handle_stop(other)) park_thread(other, never, INT64_MAX);
            ended = true;
          }) != nullptr);
  CHECK(join_os_threads(t, false, 0));
  CHECK_FALSE(join_os_threads(t, true, monotonic_ns() + 50'000'000));
  kill_daemons(t);
  CHECK(join_os_threads(t, true, monotonic_ns() + 20'000'000'000));
  CHECK(ended.load());
}

TEST_CASE_FIXTURE(Fixture, "the recursion limit is a place on the VM stack") {
  uintptr_t before = t->gil.depth_limit.load();
  set_recursion_limit(&vm, 50);
  CHECK(reinterpret_cast<uintptr_t>(t->stack_top) - t->gil.depth_limit.load() ==
        50 * sizeof(Control));
  set_recursion_limit(&vm, UINT32_MAX);
  CHECK(t->gil.depth_limit.load() >= reinterpret_cast<uintptr_t>(t->stack_base));
  set_recursion_limit(&vm, 1000);
  CHECK(t->gil.depth_limit.load() == before);
  CHECK(t->native_limit < t->native_base);
  CHECK(t->native_base > stack_pointer());
  CHECK_FALSE(native_stack_exhausted(t));
}
