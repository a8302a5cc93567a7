// The binascii module: bytes to and from hexadecimal, base64, uuencoding and quoted-printable text, and
// the CRCs. base64.py is written on it.
//
// Text arguments may be bytes-like or ASCII strings. No script runs between looking at a buffer and the
// end of its use. Lock held. Behaviour: https://docs.python.org/3.11/library/binascii.html
#include <array>
#include <cstring>

#include "stdlib/stdlib.h"
#include "vm/native/native.h"
#include "vm/objects/attribute.h"
#include "vm/objects/containers.h"
#include "vm/objects/number.h"
#include "vm/objects/text.h"

namespace baton {
namespace {

NativeGroup functions{"binascii"};

constexpr char kBase64[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
constexpr char kDigits[] = "0123456789abcdef";

Value binascii_error(Thread* t, const std::string& text) {
  Str* name = intern(t, "binascii");
  Module* m = name ? try_as<Module>(dict_get_str(t->vm->modules, name)) : nullptr;
  Str* key = m ? intern(t, "Error") : nullptr;
  Class* cls = key ? try_as<Class>(dict_get_str(m->dict, key)) : nullptr;
  return raise(t, cls ? cls : t->vm->classes.value_error, text);
}

// What is to be decoded: bytes-like, or a str of ASCII.
bool ascii_view(Thread* t, Value v, std::string_view* out) {
  if (Str* s = try_as<Str>(v)) {
    *out = s->view();
    if (s->ascii()) return true;
    value_error(t, "string argument should contain only ASCII characters");
    return false;
  }
  if (is_buffer(v)) return to_bytes_view(t, v, out);
  type_error(t, "argument should be bytes, buffer or ASCII string, not '" + type_name(t, v) + "'");
  return false;
}

Value bytes_result(Thread* t, const std::string& s) {
  Bytes* b = new_bytes(t, s);
  return b ? val(b) : Value::failed();
}

// --- hexadecimal ---

Value hexlify(Thread* t, Value data, Value sep, Int group) {
  std::string_view in;
  if (!to_bytes_view(t, data, &in)) return Value::failed();
  Bytes* copy = new_bytes(t, in);
  Str* name = copy ? intern(t, "hex") : nullptr;
  if (!name) return Value::failed();
  Value args[2] = {sep, new_int(t, group)};
  Value text = call_method(t, val(copy), name, args, sep.is_unbound() ? 0 : 2);
  return text.is_failed() ? text : bytes_result(t, std::string(as<Str>(text)->view()));
}
DEF(functions, hexlify, "hexlify(data, sep=<absent>, bytes_per_sep=1)",
    "Two hexadecimal digits for each byte.")
DEF(functions, hexlify, "b2a_hex(data, sep=<absent>, bytes_per_sep=1)",
    "Two hexadecimal digits for each byte.")

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}
Value unhexlify(Thread* t, Value hexstr) {
  std::string_view in;
  if (!ascii_view(t, hexstr, &in)) return Value::failed();
  if (in.size() % 2 != 0) return binascii_error(t, "Odd-length string");
  std::string out;
  out.reserve(in.size() / 2);
  for (size_t i = 0; i < in.size(); i += 2) {
    int high = hex_value(in[i]), low = hex_value(in[i + 1]);
    if (high < 0 || low < 0) return binascii_error(t, "Non-hexadecimal digit found");
    out.push_back(static_cast<char>(high << 4 | low));
  }
  return bytes_result(t, out);
}
DEF(functions, unhexlify, "unhexlify(hexstr, /)", "The bytes that hexadecimal digits stand for.")
DEF(functions, unhexlify, "a2b_hex(hexstr, /)", "The bytes that hexadecimal digits stand for.")

// --- base64 ---

Value b2a_base64(Thread* t, Value data, bool newline) {
  std::string_view in;
  if (!to_bytes_view(t, data, &in)) return Value::failed();
  std::string out;
  out.reserve((in.size() + 2) / 3 * 4 + 1);
  auto byte = [&](size_t i) { return i < in.size() ? static_cast<unsigned char>(in[i]) : 0u; };
  for (size_t i = 0; i < in.size(); i += 3) {
    uint32_t bits = byte(i) << 16 | byte(i + 1) << 8 | byte(i + 2);
    out.push_back(kBase64[bits >> 18]);
    out.push_back(kBase64[bits >> 12 & 63]);
    out.push_back(i + 1 < in.size() ? kBase64[bits >> 6 & 63] : '=');
    out.push_back(i + 2 < in.size() ? kBase64[bits & 63] : '=');
  }
  if (newline) out.push_back('\n');
  return bytes_result(t, out);
}
DEF(functions, b2a_base64, "b2a_base64(data, /, *, newline=True)", "One line of base64.")

const std::array<int8_t, 256>& base64_values() {
  static const auto table = [] {
    std::array<int8_t, 256> a;
    a.fill(-1);
    for (int i = 0; i < 64; ++i) a[static_cast<unsigned char>(kBase64[i])] = static_cast<int8_t>(i);
    return a;
  }();
  return table;
}

Value a2b_base64(Thread* t, Value data, bool strict) {
  std::string_view in;
  if (!ascii_view(t, data, &in)) return Value::failed();
  if (strict && !in.empty() && in[0] == '=')
    return binascii_error(t, "Leading padding not allowed");
  const auto& values = base64_values();
  std::string out;
  out.reserve(in.size() / 4 * 3 + 3);
  uint32_t quad = 0, left = 0, pads = 0;
  bool padded = false;
  for (size_t i = 0; i < in.size(); ++i) {
    char c = in[i];
    if (c == '=') {
      padded = true;
      if (quad >= 2 && quad + ++pads >= 4) {
        if (strict && i + 1 < in.size()) return binascii_error(t, "Excess data after padding");
        return bytes_result(t, out);
      }
      continue;
    }
    int v = values[static_cast<unsigned char>(c)];
    if (v < 0) {
      if (strict) return binascii_error(t, "Only base64 data is allowed");
      continue;
    }
    if (strict && padded) return binascii_error(t, "Discontinuous padding not allowed");
    pads = 0;
    auto bits = static_cast<uint32_t>(v);
    switch (quad) {
      case 0: left = bits; break;
      case 1:
        out.push_back(static_cast<char>(left << 2 | bits >> 4));
        left = bits & 15;
        break;
      case 2:
        out.push_back(static_cast<char>(left << 4 | bits >> 2));
        left = bits & 3;
        break;
      default: out.push_back(static_cast<char>(left << 6 | bits)); left = 0;
    }
    quad = (quad + 1) & 3;
  }
  if (quad == 0) return bytes_result(t, out);
  if (quad == 1) {
    return binascii_error(
        t, format_message("Invalid base64-encoded string: number of data characters (%zu) cannot "
                          "be 1 more than a multiple of 4",
                          out.size() / 3 * 4 + 1));
  }
  return binascii_error(t, "Incorrect padding");
}
DEF(functions, a2b_base64, "a2b_base64(data, /, *, strict_mode=False)",
    "The bytes that base64 text stands for.")

// --- uuencoding ---

Value b2a_uu(Thread* t, Value data, bool backtick) {
  std::string_view in;
  if (!to_bytes_view(t, data, &in)) return Value::failed();
  if (in.size() > 45) return binascii_error(t, "At most 45 bytes at once");
  auto letter = [&](uint32_t v) { return static_cast<char>(v == 0 && backtick ? '`' : ' ' + v); };
  auto byte = [&](size_t i) { return i < in.size() ? static_cast<unsigned char>(in[i]) : 0u; };
  std::string out(1, letter(static_cast<uint32_t>(in.size())));
  for (size_t i = 0; i < in.size(); i += 3) {
    uint32_t bits = byte(i) << 16 | byte(i + 1) << 8 | byte(i + 2);
    for (int shift = 18; shift >= 0; shift -= 6) out.push_back(letter(bits >> shift & 63));
  }
  out.push_back('\n');
  return bytes_result(t, out);
}
DEF(functions, b2a_uu, "b2a_uu(data, /, *, backtick=False)", "One line of uuencoded text.")

Value a2b_uu(Thread* t, Value data) {
  std::string_view in;
  if (!ascii_view(t, data, &in)) return Value::failed();
  if (in.empty()) return bytes_result(t, std::string(32, '\0'));
  size_t length = static_cast<size_t>((static_cast<unsigned char>(in[0]) - ' ') & 63);
  std::string out;
  uint32_t bits = 0;
  int have = 0;
  size_t i = 1;
  while (out.size() < length) {
    char c = i < in.size() ? in[i] : '\n';
    ++i;
    uint32_t v = 0;
    if (c != '\n' && c != '\r' && i <= in.size()) {
      if (c < ' ' || c > ' ' + 64) return binascii_error(t, "Illegal char");
      v = static_cast<uint32_t>(c - ' ') & 63;
    } else {
      --i;
      if (i < in.size()) i = in.size();  // a line that ends early is filled up with zeros
    }
    bits = bits << 6 | v;
    have += 6;
    if (have >= 8) {
      have -= 8;
      out.push_back(static_cast<char>(bits >> have));
    }
  }
  for (; i < in.size(); ++i) {
    if (in[i] != ' ' && in[i] != '`' && in[i] != '\n' && in[i] != '\r')
      return binascii_error(t, "Trailing garbage");
  }
  return bytes_result(t, out);
}
DEF(functions, a2b_uu, "a2b_uu(data, /)", "The bytes of one uuencoded line.")

// --- quoted-printable ---

Value a2b_qp(Thread* t, Value data, bool header) {
  std::string_view in;
  if (!ascii_view(t, data, &in)) return Value::failed();
  std::string out;
  size_t n = in.size();
  for (size_t i = 0; i < n;) {
    if (in[i] == '=') {
      if (++i >= n) break;
      if (in[i] == '\n' || in[i] == '\r') {
        while (i < n && in[i] != '\n') ++i;
        if (i < n) ++i;
      } else if (in[i] == '=') {
        out.push_back('=');
        ++i;
      } else if (i + 1 < n && hex_value(in[i]) >= 0 && hex_value(in[i + 1]) >= 0) {
        out.push_back(static_cast<char>(hex_value(in[i]) << 4 | hex_value(in[i + 1])));
        i += 2;
      } else {
        out.push_back('=');
      }
    } else {
      out.push_back(header && in[i] == '_' ? ' ' : in[i]);
      ++i;
    }
  }
  return bytes_result(t, out);
}
DEF(functions, a2b_qp, "a2b_qp(data, header=False)", "The bytes of quoted-printable text.")

Value b2a_qp(Thread* t, Value data, bool quotetabs, bool istext, bool header) {
  std::string_view in;
  if (!to_bytes_view(t, data, &in)) return Value::failed();
  constexpr size_t kLineLength = 76;
  constexpr char kUpper[] = "0123456789ABCDEF";
  size_t newline = in.find('\n');
  bool crlf = newline != std::string_view::npos && newline > 0 && in[newline - 1] == '\r';
  std::string out;
  size_t line = 0, n = in.size();
  auto soft_break = [&] {
    out += crlf ? "=\r\n" : "=\n";
    line = 0;
  };
  for (size_t i = 0; i < n;) {
    auto c = static_cast<unsigned char>(in[i]);
    char next = i + 1 < n ? in[i + 1] : 0;
    bool last = i + 1 == n;
    bool dot = c == '.' && line == 0 && (last || next == '\n' || next == '\r' || next == 0);
    bool blank_end = (c == ' ' || c == '\t') && last;
    bool quoted = c > 126 || c == '=' || (header && c == '_') || dot || blank_end ||
                  (!istext && (c == '\r' || c == '\n')) ||
                  (c < 33 && c != '\r' && c != '\n' && c != '\t' && c != ' ') ||
                  (c < 33 && c != '\r' && c != '\n' && quotetabs);
    if (quoted) {
      if (line + 3 >= kLineLength) soft_break();
      out.push_back('=');
      out.push_back(kUpper[c >> 4]);
      out.push_back(kUpper[c & 15]);
      line += 3;
      ++i;
    } else if (istext && (c == '\n' || (c == '\r' && next == '\n'))) {
      // A blank at the end of a line would be lost on the way.
      if (!out.empty() && (out.back() == ' ' || out.back() == '\t')) {
        auto blank = static_cast<unsigned char>(out.back());
        out.back() = '=';
        out.push_back(kUpper[blank >> 4]);
        out.push_back(kUpper[blank & 15]);
      }
      out += crlf ? "\r\n" : "\n";
      line = 0;
      i += c == '\r' ? 2 : 1;
    } else {
      if (!last && next != '\n' && line + 1 >= kLineLength) soft_break();
      ++line;
      out.push_back(header && c == ' ' ? '_' : static_cast<char>(c));
      ++i;
    }
  }
  return bytes_result(t, out);
}
DEF(functions, b2a_qp, "b2a_qp(data, quotetabs=False, istext=True, header=False)",
    "Quoted-printable text for bytes.")

// --- checks ---

Value crc32(Thread* t, Value data, Value start) {
  std::string_view in;
  uint64_t storage;
  Value n = to_index(t, start);
  if (n.is_failed() || !to_bytes_view(t, data, &in)) return Value::failed();
  if (n.is_bool()) n = Value::from_int(n.is_true());
  BigView big = int_view(n, &storage);
  auto crc = static_cast<uint32_t>(big.n ? big.limbs[0] : 0);
  if (big.neg) crc = 0u - crc;
  static const auto table = [] {
    std::array<uint32_t, 256> a;
    for (uint32_t i = 0; i < 256; ++i) {
      uint32_t c = i;
      for (int k = 0; k < 8; ++k) c = c & 1 ? c >> 1 ^ 0xEDB88320u : c >> 1;
      a[i] = c;
    }
    return a;
  }();
  crc = ~crc;
  for (char c : in) crc = table[(crc ^ static_cast<unsigned char>(c)) & 255] ^ crc >> 8;
  return new_uint(t, static_cast<uint32_t>(~crc));
}
DEF(functions, crc32, "crc32(data, crc=0, /)", "The CRC-32 of data, going on from another.")

Value crc_hqx(Thread* t, Value data, Value start) {
  std::string_view in;
  uint64_t storage;
  Value n = to_index(t, start);
  if (n.is_failed() || !to_bytes_view(t, data, &in)) return Value::failed();
  if (n.is_bool()) n = Value::from_int(n.is_true());
  BigView big = int_view(n, &storage);
  auto crc = static_cast<uint32_t>(big.n ? big.limbs[0] : 0);
  if (big.neg) crc = 0u - crc;
  crc &= 0xffff;
  for (char c : in) {
    crc ^= static_cast<uint32_t>(static_cast<unsigned char>(c)) << 8;
    for (int k = 0; k < 8; ++k) crc = (crc & 0x8000 ? crc << 1 ^ 0x1021 : crc << 1) & 0xffff;
  }
  return new_uint(t, crc);
}
DEF(functions, crc_hqx, "crc_hqx(data, crc, /)", "The 16-bit CRC of BinHex.")

}  // namespace

void init_binascii(Thread* t, Module* m) {
  Class* error = new_builtin_class(t, "binascii.Error", t->vm->classes.value_error,
                                   Kind::kException, kClassHasDict);
  Class* incomplete = new_builtin_class(t, "binascii.Incomplete", t->vm->classes.exception,
                                        Kind::kException, kClassHasDict);
  if (!error || !incomplete || !dict_set_cstr(t, m->dict, "Error", val(error)) ||
      !dict_set_cstr(t, m->dict, "Incomplete", val(incomplete)))
    return;
  install_functions(t, m, functions);
}

}  // namespace baton
