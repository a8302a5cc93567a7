// Slow paths that build containers and strings, and unpack iterables. Lock held.
#include <algorithm>

#include "vm/interp/bind.h"
#include "vm/interp/interp.h"

namespace baton {
namespace {

// `{**x}` and call keywords: x must be a mapping.
bool merge_mapping(Thread* t, Dict* into, Value from, Value callee, bool unique) {
  if (!is<Dict>(from)) {
    Value keys = get_attr_or_unbound(t, from, t->vm->names.n_keys);
    if (keys.is_failed()) return false;
    if (keys.is_unbound()) {
      if (!unique)
        return type_error(t, "'" + type_name(t, from) + "' object is not a mapping"), false;
      std::string who = callee_text(t, callee);
      type_error(t, who + " argument after ** must be a mapping, not " + type_name(t, from));
      return false;
    }
  }
  if (!unique) return dict_update(t, into, from);
  Value source = from;
  if (!is<Dict>(from)) {
    Dict* copy = new_dict(t);
    if (!copy || !dict_update(t, copy, from)) return false;
    source = val(copy);
  }
  Dict* d = as<Dict>(source);
  for (uint32_t i = 0; i < d->used; ++i) {
    DictEntry e = d->entries[i];
    if (e.key.is_unbound()) continue;
    if (!is<Str>(e.key)) return type_error(t, "keywords must be strings"), false;
    if (!dict_get_str(into, as<Str>(e.key)).is_unbound()) {
      type_error(t, callee_text(t, callee) + " got multiple values for keyword argument '" +
                        std::string(as<Str>(e.key)->view()) + "'");
      return false;
    }
    if (!dict_set_str(t, into, as<Str>(e.key), e.value)) return false;
  }
  return true;
}

// list.extend with TypeError worded for a star in a display or call: `who` must be an iterable.
bool extend_display(Thread* t, List* l, Value v, std::string (*who)(Thread*, Value), Value callee) {
  if (list_extend(t, l, v)) return true;
  if (exception_is(t, t->vm->classes.type_error) && !is<List>(v) && !is<Tuple>(v) &&
      find_in_class(t->vm, class_of(t->vm, v), t->vm->names.iter).is_unbound() &&
      find_in_class(t->vm, class_of(t->vm, v), t->vm->names.getitem).is_unbound()) {
    clear_exception(t);
    type_error(t, (who ? who(t, callee) + " argument" : "Value") +
                      " after * must be an iterable, not " + type_name(t, v));
  }
  return false;
}

}  // namespace

std::string callee_text(Thread* t, Value f) {
  std::string out;
  Value name = get_attr_or_unbound(t, f, t->vm->names.qualname);
  if (name.is_unbound() || name.is_failed() || !is<Str>(name)) {
    clear_exception(t);
    if (!str_to(t, f, &out)) clear_exception(t);
    return out;
  }
  Value module = get_attr_or_unbound(t, f, t->vm->names.module);
  if (module.is_failed()) clear_exception(t);
  if (Str* m = try_as<Str>(module); m && m->view() != "builtins")
    out = std::string(m->view()) + ".";
  return out + std::string(as<Str>(name)->view()) + "()";
}

Tuple* star_arguments(Thread* t, Value callee, Value v) {
  List* l = new_list(t);
  if (!l || !extend_display(t, l, v, callee_text, callee)) return nullptr;
  Tuple* made = new_tuple_from(t, l->items, l->size);
  keep_alive(val(l));
  return made;
}

const Insn* slow_build(Thread* t) {
  const Insn* pc = t->pc;
  Value* R = t->window;
  Object* made = nullptr;
  switch (static_cast<Op>(pc->op)) {
    case Op::LIST: made = new_list_from(t, R + pc->b, pc->c); break;
    case Op::TUPLE: made = new_tuple_from(t, R + pc->b, pc->c); break;
    case Op::LISTK: {
      Tuple* items = as<Tuple>(t->consts[pc->b]);
      made = new_list_from(t, items->items, items->size);
      break;
    }
    case Op::SET: {
      Set* s = new_set(t, false);
      if (!s) return unwind(t);
      for (int i = 0; i < pc->c; ++i) {
        if (!set_add(t, s, R[pc->b + i])) return unwind(t);
      }
      made = s;
      break;
    }
    case Op::DICT: {
      Dict* d = new_dict(t);
      if (!d) return unwind(t);
      for (int i = 0; i < pc->c; ++i) {
        if (!dict_set(t, d, R[pc->b + 2 * i], R[pc->b + 2 * i + 1])) return unwind(t);
      }
      made = d;
      break;
    }
    case Op::LISTTOTUPLE:
      made = new_tuple_from(t, as<List>(R[pc->b])->items, as<List>(R[pc->b])->size);
      break;
    case Op::SETADD: return set_add(t, as<Set>(R[pc->a]), R[pc->b]) ? pc + 1 : unwind(t);
    case Op::DICTADD:
      return dict_set(t, as<Dict>(R[pc->a]), R[pc->b], R[pc->c]) ? pc + 1 : unwind(t);
    case Op::LISTEXTEND:
      return extend_display(t, as<List>(R[pc->a]), R[pc->b], nullptr, Value::none()) ? pc + 1
                                                                                     : unwind(t);
    case Op::SETUPDATE: {
      Set* s = as<Set>(R[pc->a]);
      return for_each_item(t, R[pc->b], [&](Value v) { return set_add(t, s, v); }) ? pc + 1
                                                                                   : unwind(t);
    }
    case Op::DICTUPDATE:
      return merge_mapping(t, as<Dict>(R[pc->a]), R[pc->b], Value::none(), false) ? pc + 1
                                                                                  : unwind(t);
    case Op::DICTMERGE:
      return merge_mapping(t, as<Dict>(R[pc->a]), R[pc->b], R[pc->c], true) ? pc + 1 : unwind(t);
    default: __builtin_unreachable();
  }
  if (!made) return unwind(t);
  t->window[pc->a] = val(made);
  return pc + 1;
}

const Insn* slow_listappend(Thread* t) {
  const Insn* pc = t->pc;
  return list_append(t, as<List>(t->window[pc->a]), t->window[pc->b]) ? pc + 1 : unwind(t);
}

const Insn* slow_format(Thread* t) {
  const Insn* pc = t->pc;
  Value* R = t->window;
  if (static_cast<Op>(pc->op) == Op::BUILDSTR) {
    size_t bytes = 0;
    for (int i = 0; i < pc->c; ++i) bytes += as<Str>(R[pc->b + i])->size;
    std::string s;
    s.reserve(bytes);
    for (int i = 0; i < pc->c; ++i) s += as<Str>(R[pc->b + i])->view();
    Value v = str_value(t, s);
    if (v.is_failed()) return unwind(t);
    t->window[pc->a] = v;
    return pc + 1;
  }
  Value v = R[pc->b];
  switch (pc->c) {
    case 's': v = str_of(t, v); break;
    case 'r': v = repr(t, v); break;
    case 'a': v = ascii_of(t, v); break;
    default: break;
  }
  if (v.is_failed()) return unwind(t);
  bool with_spec = static_cast<Op>(pc->op) == Op::FORMATSPEC;
  bool exact_str = v.is_ptr() && v.ptr()->shape == t->vm->shape_ids.str;
  if (with_spec)
    v = format_value(t, v, t->window[pc->b + 1]);
  else if (!exact_str)
    v = v.is_int() ? str_of(t, v) : format_value(t, v, val(t->vm->empty_str));
  if (v.is_failed()) return unwind(t);
  t->window[pc->a] = v;
  return pc + 1;
}

const Insn* slow_unpack(Thread* t) {
  const Insn* pc = t->pc;
  Value o = t->window[pc->b];
  bool starred = static_cast<Op>(pc->op) == Op::UNPACKEX;
  size_t before = starred ? pc->c & 0xFF : pc->c, after = starred ? pc->c >> 8 : 0,
         want = before + after;
  RootVec items(t);
  Value it = get_iter(t, o);
  if (it.is_failed()) {
    if (exception_is(t, t->vm->classes.type_error)) {
      clear_exception(t);
      type_error(t, "cannot unpack non-iterable " + type_name(t, o) + " object");
    }
    return unwind(t);
  }
  for (;;) {
    if (!starred && items.v.size() == want) {
      Value v = iter_next(t, it);
      if (v.is_failed()) return unwind(t);
      if (v.is_unbound()) break;
      value_error(t, "too many values to unpack (expected " + std::to_string(want) + ")");
      return unwind(t);
    }
    Value v = iter_next(t, it);
    if (v.is_failed()) return unwind(t);
    if (v.is_unbound()) break;
    items.v.push_back(v);
  }
  size_t n = items.v.size();
  if (n < want) {
    value_error(t, "not enough values to unpack (expected " +
                       std::string(starred ? "at least " : "") + std::to_string(want) + ", got " +
                       std::to_string(n) + ")");
    return unwind(t);
  }
  Value* to = t->window + pc->a;
  std::copy(items.v.begin(), items.v.begin() + static_cast<ptrdiff_t>(before), to);
  if (starred) {
    List* rest = new_list_from(t, items.v.data() + before, n - want);
    if (!rest) return unwind(t);
    to[before] = val(rest);
    std::copy(items.v.end() - static_cast<ptrdiff_t>(after), items.v.end(), to + before + 1);
  }
  return pc + 1;
}

}  // namespace baton
