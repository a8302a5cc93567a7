// From the name of an encoding to its CodecSpec. Names are compared as Python does: case does not count,
// and every run of other characters than letters, digits and dots is one underscore. Constant data.
#include <algorithm>

#include "vm/objects/codec.h"

namespace baton {
namespace {

#include "vm/objects/codec_tables.inc"

struct Name {
  std::string_view alias;
  CodecId id;
};
constexpr Name kNames[] = {
    {"utf_8", CodecId::kUtf8},
    {"utf8", CodecId::kUtf8},
    {"u8", CodecId::kUtf8},
    {"utf", CodecId::kUtf8},
    {"utf8_ucs2", CodecId::kUtf8},
    {"utf8_ucs4", CodecId::kUtf8},
    {"cp65001", CodecId::kUtf8},
    {"utf_8_sig", CodecId::kUtf8Sig},
    {"utf8_sig", CodecId::kUtf8Sig},
    {"ascii", CodecId::kAscii},
    {"us_ascii", CodecId::kAscii},
    {"us", CodecId::kAscii},
    {"646", CodecId::kAscii},
    {"ansi_x3.4_1968", CodecId::kAscii},
    {"ansi_x3.4_1986", CodecId::kAscii},
    {"ansi_x3_4_1968", CodecId::kAscii},
    {"cp367", CodecId::kAscii},
    {"csascii", CodecId::kAscii},
    {"ibm367", CodecId::kAscii},
    {"iso646_us", CodecId::kAscii},
    {"iso_646.irv_1991", CodecId::kAscii},
    {"iso_ir_6", CodecId::kAscii},
    {"latin_1", CodecId::kLatin1},
    {"latin1", CodecId::kLatin1},
    {"latin", CodecId::kLatin1},
    {"l1", CodecId::kLatin1},
    {"iso_8859_1", CodecId::kLatin1},
    {"iso8859_1", CodecId::kLatin1},
    {"iso8859", CodecId::kLatin1},
    {"8859", CodecId::kLatin1},
    {"cp819", CodecId::kLatin1},
    {"csisolatin1", CodecId::kLatin1},
    {"ibm819", CodecId::kLatin1},
    {"iso_8859_1_1987", CodecId::kLatin1},
    {"iso_ir_100", CodecId::kLatin1},
    {"utf_16", CodecId::kUtf16},
    {"utf16", CodecId::kUtf16},
    {"u16", CodecId::kUtf16},
    {"utf_16_le", CodecId::kUtf16Le},
    {"utf_16le", CodecId::kUtf16Le},
    {"unicodelittleunmarked", CodecId::kUtf16Le},
    {"utf_16_be", CodecId::kUtf16Be},
    {"utf_16be", CodecId::kUtf16Be},
    {"unicodebigunmarked", CodecId::kUtf16Be},
    {"utf_32", CodecId::kUtf32},
    {"utf32", CodecId::kUtf32},
    {"u32", CodecId::kUtf32},
    {"utf_32_le", CodecId::kUtf32Le},
    {"utf_32le", CodecId::kUtf32Le},
    {"utf_32_be", CodecId::kUtf32Be},
    {"utf_32be", CodecId::kUtf32Be},
    {"unicode_escape", CodecId::kUnicodeEscape},
    {"raw_unicode_escape", CodecId::kRawUnicodeEscape},
};

const char* canonical_name(CodecId id) {
  switch (id) {
    case CodecId::kUtf8: return "utf-8";
    case CodecId::kUtf8Sig: return "utf-8-sig";
    case CodecId::kAscii: return "ascii";
    case CodecId::kLatin1: return "iso8859-1";
    case CodecId::kUtf16: return "utf-16";
    case CodecId::kUtf16Le: return "utf-16-le";
    case CodecId::kUtf16Be: return "utf-16-be";
    case CodecId::kUtf32: return "utf-32";
    case CodecId::kUtf32Le: return "utf-32-le";
    case CodecId::kUtf32Be: return "utf-32-be";
    case CodecId::kUnicodeEscape: return "unicode-escape";
    case CodecId::kRawUnicodeEscape: return "raw-unicode-escape";
    default: return "";
  }
}

std::string comparable(std::string_view encoding) {
  std::string name;
  bool gap = false;
  for (char c : encoding) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
    bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.';
    if (!plain) {
      if (static_cast<unsigned char>(c) >= 0x80) return "";
      gap = true;
      continue;
    }
    if (gap && !name.empty()) name += '_';
    gap = false;
    name += c;
  }
  return name;
}

}  // namespace

CodecSpec find_codec(std::string_view encoding) {
  if (encoding == "utf-8" || encoding == "UTF-8") return {CodecId::kUtf8, "utf-8", nullptr};
  std::string name = comparable(encoding);
  for (const Name& n : kNames)
    if (n.alias == name) return {n.id, canonical_name(n.id), nullptr};
  for (const CharmapName& n : kCharmaps)
    if (n.alias == name) return {CodecId::kCharmap, n.name, n.table};
  return {};
}

}  // namespace baton
