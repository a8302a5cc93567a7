// "Did you mean": the candidate nearest to a name that was not found.
//
// The measure is the edit distance with a change of case at half the price of another edit, and a
// third of the characters may change at most; ties go to the first candidate. Candidates are read
// from code, namespaces and classes directly: no script code runs. Lock held.
#include <algorithm>
#include <climits>
#include <vector>

#include "vm/core/format_exception.h"
#include "vm/core/shape.h"
#include "vm/objects/attribute.h"
#include "vm/objects/exception.h"

namespace baton {
namespace {

constexpr size_t kMaxCandidates = 750;
constexpr size_t kMaxLength = 40;
constexpr size_t kEdit = 2;
constexpr size_t kCaseEdit = 1;

size_t substitution(char a, char b) {
  if (a == b) return 0;
  auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
  return lower(a) == lower(b) ? kCaseEdit : kEdit;
}

// Distance of a and b, or more than `limit` as soon as it is known to be that.
size_t edit_distance(std::string_view a, std::string_view b, size_t limit) {
  while (!a.empty() && !b.empty() && a[0] == b[0]) a.remove_prefix(1), b.remove_prefix(1);
  while (!a.empty() && !b.empty() && a.back() == b.back()) a.remove_suffix(1), b.remove_suffix(1);
  if (a.empty() || b.empty()) return (a.size() + b.size()) * kEdit;
  if (a.size() > kMaxLength || b.size() > kMaxLength) return limit + 1;
  if (b.size() < a.size()) std::swap(a, b);
  if ((b.size() - a.size()) * kEdit > limit) return limit + 1;
  size_t row[kMaxLength];
  for (size_t i = 0; i < a.size(); ++i) row[i] = (i + 1) * kEdit;
  size_t result = 0;
  for (size_t k = 0; k < b.size(); ++k) {
    size_t diagonal = result = k * kEdit;
    size_t least = SIZE_MAX;
    for (size_t i = 0; i < a.size(); ++i) {
      size_t replace = diagonal + substitution(b[k], a[i]);
      diagonal = row[i];
      size_t insert_or_delete = std::min(result, diagonal) + kEdit;
      result = std::min(insert_or_delete, replace);
      row[i] = result;
      least = std::min(least, result);
    }
    if (least > limit) return limit + 1;
  }
  return result;
}

std::string nearest(const std::vector<std::string_view>& names, std::string_view wanted) {
  if (names.size() >= kMaxCandidates) return "";
  size_t best = static_cast<size_t>(INT_MAX);
  std::string_view found;
  for (std::string_view name : names) {
    if (name == wanted) continue;
    size_t limit = (wanted.size() + name.size() + 3) * kEdit / 6;
    limit = std::min(limit, best - 1);
    size_t d = edit_distance(wanted, name, limit);
    if (d > limit) continue;
    if (found.empty() || d < best) {
      found = name;
      best = d;
    }
  }
  return std::string(found);
}

void add_keys(Dict* d, std::vector<std::string_view>* out) {
  for (uint32_t i = 0; d && i < d->used; ++i)
    if (is<Str>(d->entries[i].key)) out->push_back(as<Str>(d->entries[i].key)->view());
}

void add_class(Class* cls, std::vector<std::string_view>* out) {
  for (size_t i = 0; i < cls->mro->size; ++i) add_keys(as<Class>(cls->mro->items[i])->dict, out);
}

// What dir(o) would list by default.
std::vector<std::string_view> names_of(Vm* vm, Value o) {
  std::vector<std::string_view> names;
  if (Module* m = try_as<Module>(o)) {
    add_keys(m->dict, &names);
  } else if (Class* c = try_as<Class>(o)) {
    add_class(c, &names);
  } else {
    if (Instance* i = try_as<Instance>(o)) {
      if (i->flags & kDictMode)
        add_keys(reinterpret_cast<Dict*>(i->far), &names);
      else
        for (Str* s : shape_names(vm->shapes[i->shape].get())) names.push_back(s->view());
    } else if (o.is_ptr() && (o.ptr()->flags & kHasAttrs)) {
      auto at = vm->attrs.find(o.ptr());
      if (at != vm->attrs.end()) add_keys(at->second.dict, &names);
    }
    add_class(class_of(vm, o), &names);
  }
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

std::string for_name_error(Thread* t, Exception* e, std::string_view wanted) {
  Traceback* tb = try_as<Traceback>(e->traceback);
  if (!tb) return "";
  while (is<Traceback>(tb->next)) tb = as<Traceback>(tb->next);
  std::vector<std::string_view> names;
  const CodeBlob& blob = *tb->code->blob;
  auto params = static_cast<size_t>(blob.parameter_slots());
  if (!(blob.flags & (kCodeModule | kCodeNameMode))) {
    for (size_t i = 0; i < blob.locals.size(); ++i)
      if (i < params || !blob.locals[i].is_cell) names.push_back(blob.locals[i].name);
  }
  std::string found = nearest(names, wanted);
  if (!found.empty()) return found;
  names.clear();
  add_keys(try_as<Dict>(tb->globals), &names);
  found = nearest(names, wanted);
  if (!found.empty()) return found;
  names.clear();
  add_keys(t->vm->builtins, &names);
  return nearest(names, wanted);
}

}  // namespace

std::string suggest_name(Thread* t, Exception* e) {
  const CoreClasses& c = t->vm->classes;
  Class* cls = class_of(t->vm, val(e));
  if (is_subclass(cls, c.name_error)) {
    Str* name = try_as<Str>(e->extra[kNameErrorName]);
    return name ? for_name_error(t, e, name->view()) : "";
  }
  if (is_subclass(cls, c.attribute_error)) {
    Str* name = try_as<Str>(e->extra[kAttributeName]);
    Value o = e->extra[kAttributeObject];
    if (!name || o.is_unbound()) return "";
    return nearest(names_of(t->vm, o), name->view());
  }
  return "";
}

}  // namespace baton
