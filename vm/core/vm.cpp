// Making and ending a Vm: the order in which things come to exist. First the heap and the calling
// thread, then names (strings need only a reserved shape id), classes, stubs, methods.
//
// The Vm constructor's thread becomes the main thread and holds the lock; the destructor runs on it.
#include "vm/core/vm.h"

#include <sys/mman.h>

#include <cstdlib>

#include "vm/interp/interp.h"
#include "vm/native/native.h"
#include "vm/objects/bootstrap.h"
#include "vm/objects/import.h"
#include "vm/thread/threads.h"

namespace baton {
namespace {

Gil::Options gil_options(const VmOptions& o) {
  Gil::Options g;
  g.interval_ns = o.switch_interval_ns;
  g.policy = o.switch_ticks > 0 ? GilPolicy::kTicks : o.policy;
  g.slice_ns = o.slice_ns;
  if (o.switch_ticks > 0) g.ticks = o.switch_ticks;
  return g;
}

void reserve_shape(Vm* vm, uint32_t id) {
  while (vm->shapes.size() <= id) {
    auto s = std::make_unique<Shape>();
    s->id = static_cast<uint32_t>(vm->shapes.size());
    s->cls = nullptr;
    vm->shapes.push_back(std::move(s));
  }
}

}  // namespace

MappedMemory::MappedMemory(size_t size) : bytes(size) {
  data = mmap(nullptr, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (data == MAP_FAILED) std::abort();
}
MappedMemory::~MappedMemory() { munmap(data, bytes); }

Vm::Vm(const VmOptions& o) : options(o), gil(gil_options(o)), heap(this) {
  recursion_limit = o.recursion_limit;
  heap.set_enabled(false);  // nothing is rooted until the classes are
  interned.reserve(2048);   // what the builtins and their methods are called, with room to grow
  reserve_shape(this, 4);
  shape_ids.str = 1;
  shape_ids.tuple = 2;
  shape_ids.dict = 3;
  shape_ids.type = 4;
  Thread* t = attach_thread(this, 0);
  main_thread = t;
  t->is_main = true;
  t->dispatch = dispatch_table(gil.policy() == GilPolicy::kTicks);
  empty_str = new_str(t, "");
  empty_tuple = new_tuple(t, 0);
#define NAME(id, text) names.id = intern(t, text);
#include "vm/core/names.def"
#undef NAME
  modules = new_dict(t);
  builtins = new_dict(t);
  make_core_classes(this, t);
  make_stubs(t);
  t->window = t->stack_base + 2;
  t->window[-1] = t->window[-2] = Value::none();
  t->consts = stub_consts;
  t->control = t->stack_top;
  register_classes(this, t);
  register_numbers(this, t);
  register_str(this, t);
  register_sequences(this, t);
  register_mappings(this, t);
  register_exceptions(this, t);
  register_generators(this, t);
  register_index_iterator(t);
  object_new = find_in_class(this, classes.object, names.new_);
  object_init = find_in_class(this, classes.object, names.init);
  if (o.memory_limit > 0) heap.set_limit(o.memory_limit);
  heap.set_enabled(true);
}

Vm::~Vm() {
  closing = true;
  if (Thread* t = current_thread(); t != nullptr && t->vm == this) detach_thread(t);
}

}  // namespace baton
