// Iterators over str, bytes and bytearray.
//
// A str iterator walks byte offsets, so a step is constant time for any text. A bytearray's size
// is read anew at each step. At its end an iterator lets go of the object and stays at the end.
#include "vm/base/utf8.h"
#include "vm/objects/text.h"

namespace baton {

namespace {

struct TextIter : NativeObject {
  Value text;  // None: exhausted
  size_t pos;
};

void trace_iter(Object* o, Marker& m) { m.mark(static_cast<TextIter*>(o)->text); }

Value str_next(Thread* t, Object* o) {
  auto* it = static_cast<TextIter*>(o);
  if (it->text.is_none()) return Value::unbound();
  Str* s = as<Str>(it->text);
  if (BATON_LIKELY(it->pos < s->size)) {
    Str* c = str_char_at(t, s, &it->pos);
    return c ? val(c) : Value::failed();
  }
  it->text = Value::none();
  return Value::unbound();
}

Value bytes_next(Thread*, Object* o) {
  auto* it = static_cast<TextIter*>(o);
  if (it->text.is_none()) return Value::unbound();
  std::string_view bytes = bytes_view(it->text);
  if (it->pos < bytes.size()) return Value::from_int(static_cast<unsigned char>(bytes[it->pos++]));
  it->text = Value::none();
  return Value::unbound();
}

const NativeType kStrIter = {"str_iterator", trace_iter, nullptr, str_next};
const NativeType kAsciiIter = {"str_ascii_iterator", trace_iter, nullptr, str_next};
const NativeType kBytesIter = {"bytes_iterator", trace_iter, nullptr, bytes_next};
const NativeType kByteArrayIter = {"bytearray_iterator", trace_iter, nullptr, bytes_next};

Value make_iter(Thread* t, const NativeType* type, Value text) {
  auto* it = make_native<TextIter>(t, type);
  if (!it) return Value::failed();
  it->text = text;
  it->pos = 0;
  return val(it);
}

NativeGroup iter_methods{"str_iterator"};

Value text_iter_hint(Thread* t, Value self) {
  const NativeType* type = native_type_of(self);
  if (!type || type->trace != trace_iter)
    return type_error(t, "descriptor '__length_hint__' requires a text iterator");
  auto* it = static_cast<TextIter*>(self.ptr());
  if (it->text.is_none()) return Value::from_int(0);
  std::string_view text = text_view(it->text);
  if (it->pos >= text.size()) return Value::from_int(0);
  return Value::from_int(static_cast<int64_t>(text_length(it->text, text.substr(it->pos))));
}
DEF(iter_methods, text_iter_hint, "__length_hint__(self, /)",
    "Private method returning an estimate of len(list(it)).")

}  // namespace

Value new_str_iterator(Thread* t, Str* s) {
  return make_iter(t, s->ascii() ? &kAsciiIter : &kStrIter, val(s));
}

Value new_bytes_iterator(Thread* t, Value text) {
  return make_iter(t, is<Bytes>(text) ? &kBytesIter : &kByteArrayIter, text);
}

void register_text_iterators(Vm*, Thread* t) {
  for (const NativeType* type : {&kStrIter, &kAsciiIter, &kBytesIter, &kByteArrayIter})
    install_methods(t, new_iterator_class(t, type), iter_methods);
}

}  // namespace baton
