// The tree of shapes: finding a name's slot and growing by one name.
//
// What always holds: a shape never changes once made (only its search table is filled lazily), its
// id is never reused, and every instance with one shape has the same number of inline slots (a
// class that learns a larger number takes a new root: see instance.cpp). All with the lock held.
#include "vm/core/shape.h"

#include "vm/core/vm.h"

namespace baton {

namespace {
constexpr uint32_t kLinearNames = 8;  // up to here a walk along the parents beats hashing
}

Shape* new_root_shape(Vm* vm, Class* cls, bool dict_mode) {
  if (vm->shapes.empty()) vm->shapes.push_back(nullptr);
  auto shape = std::make_unique<Shape>();
  shape->id = static_cast<uint32_t>(vm->shapes.size());
  shape->cls = cls;
  shape->dict_mode = dict_mode;
  vm->shapes.push_back(std::move(shape));
  return vm->shapes.back().get();
}

uint32_t find_slot(Shape* shape, Str* name) {
  if (shape->count <= kLinearNames) {
    for (Shape* s = shape; s->parent; s = s->parent)
      if (s->name == name) return s->count - 1;
    return Shape::kNoSlot;
  }
  if (shape->table.empty()) {
    shape->table.reserve(shape->count);
    for (Shape* s = shape; s->parent; s = s->parent) shape->table.emplace(s->name, s->count - 1);
  }
  auto it = shape->table.find(name);
  return it == shape->table.end() ? Shape::kNoSlot : it->second;
}

Shape* add_slot(Vm* vm, Shape* shape, Str* name) {
  auto it = shape->children.find(name);
  if (it != shape->children.end()) return it->second;
  Shape* child = new_root_shape(vm, shape->cls);
  child->parent = shape;
  child->name = name;
  child->count = shape->count + 1;
  shape->children.emplace(name, child);
  return child;
}

std::vector<Str*> shape_names(Shape* shape) {
  std::vector<Str*> names(shape->count);
  for (Shape* s = shape; s->parent; s = s->parent) names[s->count - 1] = s->name;
  return names;
}

}  // namespace baton
