// What single exception types add: their attributes, and how str() words them.
//
// Every attribute here is one field of Exception::extra (exception.h says which), readable and
// settable; a field that was never set reads as None. Lock held.
#include "vm/base/utf8.h"
#include "vm/objects/attribute.h"
#include "vm/objects/exception.h"

namespace baton {
namespace {

Value field(Exception* e, int i) { return e->extra[i].is_unbound() ? Value::none() : e->extra[i]; }

bool is_absent(Value v) { return v.is_unbound() || v.is_none(); }

// str(a) for one argument, str(args) for more.
bool args_text(Thread* t, Exception* e, std::string* out) {
  Tuple* a = as<Tuple>(e->args);
  if (a->size == 0) return true;
  return str_to(t, a->size == 1 ? a->items[0] : e->args, out);
}

bool os_error_text(Thread* t, Exception* e, std::string* out) {
  if (is_absent(e->extra[kOsErrno]) && is_absent(e->extra[kOsFilename]))
    return args_text(t, e, out);
  if (is_absent(e->extra[kOsFilename]) &&
      (is_absent(e->extra[kOsErrno]) || is_absent(e->extra[kOsStrerror])))
    return args_text(t, e, out);
  *out += "[Errno ";
  if (!str_to(t, field(e, kOsErrno), out)) return false;
  *out += "] ";
  if (!str_to(t, field(e, kOsStrerror), out)) return false;
  if (is_absent(e->extra[kOsFilename])) return true;
  *out += ": ";
  if (!repr_to(t, e->extra[kOsFilename], out)) return false;
  if (is_absent(e->extra[kOsFilename2])) return true;
  *out += " -> ";
  return repr_to(t, e->extra[kOsFilename2], out);
}

bool syntax_error_text(Thread* t, Exception* e, std::string* out) {
  if (!str_to(t, field(e, kSyntaxMsg), out)) return false;
  Value file = e->extra[kSyntaxFilename], line = e->extra[kSyntaxLine];
  bool has_file = is<Str>(file), has_line = line.is_int();
  if (!has_file && !has_line) return true;
  *out += " (";
  if (has_file) {
    std::string_view name = as<Str>(file)->view();
    size_t slash = name.rfind('/');
    *out += slash == name.npos ? name : name.substr(slash + 1);
  }
  if (has_line) *out += std::string(has_file ? ", " : "") + "line " + std::to_string(line.as_int());
  *out += ')';
  return true;
}

std::string escaped_character(char32_t c) {
  return format_message(c <= 0xff     ? "\\x%02x"
                        : c <= 0xffff ? "\\u%04x"
                                      : "\\U%08x",
                        static_cast<unsigned>(c));
}

bool unicode_error_text(Thread* t, Exception* e, Class* cls, std::string* out) {
  const CoreClasses& c = t->vm->classes;
  Value object = e->extra[kUnicodeObject];
  int64_t start, end;
  if (object.is_unbound()) return true;  // no __init__ yet
  if (!index_of(t, field(e, kUnicodeStart), &start) || !index_of(t, field(e, kUnicodeEnd), &end))
    return false;
  std::string reason;
  if (!str_to(t, field(e, kUnicodeReason), &reason)) return false;
  bool translate = is_subclass(cls, c.unicode_translate_error);
  if (!translate) {
    *out += '\'';
    if (!str_to(t, field(e, kUnicodeEncoding), out)) return false;
    *out += "' codec ";
  }
  bool decode = is_subclass(cls, c.unicode_decode_error);
  *out += decode ? "can't decode " : translate ? "can't translate " : "can't encode ";
  bool single = end == start + 1 && start >= 0;
  if (single && decode) {
    const uint8_t* data = nullptr;
    size_t size = 0;
    if (Bytes* b = try_as<Bytes>(object)) data = b->data, size = b->size;
    if (ByteArray* b = try_as<ByteArray>(object)) data = b->data, size = b->size;
    if (static_cast<size_t>(start) < size) {
      *out += format_message("byte 0x%02x in position %lld: ", data[start],
                             static_cast<long long>(start)) +
              reason;
      return true;
    }
  } else if (single && is<Str>(object) && start < as<Str>(object)->length) {
    Str* s = as<Str>(object);
    char32_t ch = utf8_at(s->view(), str_byte_offset(s, static_cast<uint32_t>(start)));
    *out += "character '" + escaped_character(ch) + "' in position " + std::to_string(start) +
            ": " + reason;
    return true;
  }
  *out += std::string(decode ? "bytes" : "characters") + " in position " + std::to_string(start) +
          "-" + std::to_string(end - 1) + ": " + reason;
  return true;
}

}  // namespace

bool exception_text(Thread* t, Exception* e, std::string* out) {
  const CoreClasses& c = t->vm->classes;
  Class* cls = class_of(t->vm, val(e));
  Tuple* a = as<Tuple>(e->args);
  if (is_subclass(cls, c.os_error)) return os_error_text(t, e, out);
  if (is_subclass(cls, c.key_error))
    return a->size == 1 ? repr_to(t, a->items[0], out) : args_text(t, e, out);
  if (is_subclass(cls, c.import_error) && is<Str>(e->extra[kImportMsg]))
    return str_to(t, e->extra[kImportMsg], out);
  if (is_subclass(cls, c.syntax_error)) return syntax_error_text(t, e, out);
  if (is_subclass(cls, c.unicode_decode_error) || is_subclass(cls, c.unicode_encode_error) ||
      is_subclass(cls, c.unicode_translate_error))
    return unicode_error_text(t, e, cls, out);
  if (is_subclass(cls, c.base_exception_group)) {
    if (!str_to(t, field(e, kGroupMessage), out)) return false;
    Tuple* list = try_as<Tuple>(e->extra[kGroupExceptions]);
    size_t n = list ? list->size : 0;
    *out += " (" + std::to_string(n) + " sub-exception" + (n == 1 ? "" : "s") + ")";
    return true;
  }
  return args_text(t, e, out);
}

namespace {

NativeGroup stop_iteration_methods{"StopIteration"};
NativeGroup system_exit_methods{"SystemExit"};
NativeGroup os_error_methods{"OSError"};
NativeGroup import_error_methods{"ImportError"};
NativeGroup name_error_methods{"NameError"};
NativeGroup attribute_error_methods{"AttributeError"};
NativeGroup syntax_error_methods{"SyntaxError"};
NativeGroup decode_error_methods{"UnicodeDecodeError"};
NativeGroup encode_error_methods{"UnicodeEncodeError"};
NativeGroup translate_error_methods{"UnicodeTranslateError"};

template <int I>
Value get_field(Thread*, Exception* self) {
  return field(self, I);
}
template <int I>
Value set_field(Thread*, Exception* self, Value v) {
  barrier_store(self, &self->extra[I], v);
  return Value::none();
}

#define FIELD(group, id, name, index)                                                           \
  constexpr auto get_##group##_##id = &get_field<index>;                                        \
  constexpr auto set_##group##_##id = &set_field<index>;                                        \
  Value read_##group##_##id(Thread* t, Exception* self) { return get_##group##_##id(t, self); } \
  DEF_GET(group, read_##group##_##id, name "(self)", "exception " name)                         \
  Value write_##group##_##id(Thread* t, Exception* self, Value v) {                             \
    return set_##group##_##id(t, self, v);                                                      \
  }                                                                                             \
  DEF_SET(group, write_##group##_##id, name "(self, value, /)", "exception " name)

FIELD(stop_iteration_methods, value, "value", kStopValue)
FIELD(system_exit_methods, code, "code", kExitCode)
FIELD(os_error_methods, errno_, "errno", kOsErrno)
FIELD(os_error_methods, strerror, "strerror", kOsStrerror)
FIELD(os_error_methods, filename, "filename", kOsFilename)
FIELD(os_error_methods, filename2, "filename2", kOsFilename2)
FIELD(import_error_methods, name, "name", kImportName)
FIELD(import_error_methods, path, "path", kImportPath)
FIELD(import_error_methods, msg, "msg", kImportMsg)
FIELD(name_error_methods, name, "name", kNameErrorName)
FIELD(attribute_error_methods, name, "name", kAttributeName)
FIELD(attribute_error_methods, obj, "obj", kAttributeObject)
FIELD(syntax_error_methods, msg, "msg", kSyntaxMsg)
FIELD(syntax_error_methods, filename, "filename", kSyntaxFilename)
FIELD(syntax_error_methods, lineno, "lineno", kSyntaxLine)
FIELD(syntax_error_methods, offset, "offset", kSyntaxOffset)
FIELD(decode_error_methods, encoding, "encoding", kUnicodeEncoding)
FIELD(decode_error_methods, object, "object", kUnicodeObject)
FIELD(decode_error_methods, start, "start", kUnicodeStart)
FIELD(decode_error_methods, end, "end", kUnicodeEnd)
FIELD(decode_error_methods, reason, "reason", kUnicodeReason)
FIELD(encode_error_methods, encoding, "encoding", kUnicodeEncoding)
FIELD(encode_error_methods, object, "object", kUnicodeObject)
FIELD(encode_error_methods, start, "start", kUnicodeStart)
FIELD(encode_error_methods, end, "end", kUnicodeEnd)
FIELD(encode_error_methods, reason, "reason", kUnicodeReason)
FIELD(translate_error_methods, encoding, "encoding", kUnicodeEncoding)
FIELD(translate_error_methods, object, "object", kUnicodeObject)
FIELD(translate_error_methods, start, "start", kUnicodeStart)
FIELD(translate_error_methods, end, "end", kUnicodeEnd)
FIELD(translate_error_methods, reason, "reason", kUnicodeReason)
#undef FIELD

// The rest of SyntaxError's attributes share one field, a tuple.
template <int I>
Value get_end(Thread*, Exception* self) {
  Tuple* end = try_as<Tuple>(self->extra[kSyntaxEnd]);
  return end ? end->items[I] : Value::none();
}
template <int I>
Value set_end(Thread* t, Exception* self, Value v) {
  Tuple* old = try_as<Tuple>(self->extra[kSyntaxEnd]);
  Value items[4];
  for (int i = 0; i < 4; ++i) items[i] = old ? old->items[i] : Value::none();
  items[I] = v.is_unbound() ? Value::none() : v;
  Tuple* end = new_tuple_from(t, items, 4);
  if (!end) return Value::failed();
  barrier_store(self, &self->extra[kSyntaxEnd], val(end));
  return Value::none();
}
#define FIELD(id, index)                                                                           \
  Value read_end_##id(Thread* t, Exception* self) { return get_end<index>(t, self); }              \
  DEF_GET(syntax_error_methods, read_end_##id, #id "(self)", "exception " #id)                     \
  Value write_end_##id(Thread* t, Exception* self, Value v) { return set_end<index>(t, self, v); } \
  DEF_SET(syntax_error_methods, write_end_##id, #id "(self, value, /)", "exception " #id)
FIELD(text, 0)
FIELD(end_lineno, 1)
FIELD(end_offset, 2)
FIELD(print_file_and_line, 3)
#undef FIELD

}  // namespace

void register_exception_types(Vm* vm, Thread* t) {
  CoreClasses& c = vm->classes;
  install_methods(t, c.stop_iteration, stop_iteration_methods);
  install_methods(t, c.system_exit, system_exit_methods);
  install_methods(t, c.os_error, os_error_methods);
  install_methods(t, c.import_error, import_error_methods);
  install_methods(t, c.name_error, name_error_methods);
  install_methods(t, c.attribute_error, attribute_error_methods);
  install_methods(t, c.syntax_error, syntax_error_methods);
  install_methods(t, c.unicode_decode_error, decode_error_methods);
  install_methods(t, c.unicode_encode_error, encode_error_methods);
  install_methods(t, c.unicode_translate_error, translate_error_methods);
}

}  // namespace baton
