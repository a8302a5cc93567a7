// Decoding of source files: BOM, encoding cookie, UTF-8 validation, newlines. See source.h.
#include "compiler/source.h"

#include <cstring>

namespace baton {
namespace {

bool is_cookie_char(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
         c == '_' || c == '.';
}

// The name in a PEP 263 cookie on this line (it must be a comment), or empty.
std::string_view cookie_in_line(std::string_view line) {
  size_t i = line.find_first_not_of(" \t\f");
  if (i == std::string_view::npos || line[i] != '#') return {};
  for (size_t at = i; (at = line.find("coding", at)) != std::string_view::npos; at += 6) {
    size_t p = at + 6;
    if (p >= line.size() || (line[p] != ':' && line[p] != '=')) continue;
    ++p;
    while (p < line.size() && (line[p] == ' ' || line[p] == '\t')) ++p;
    size_t start = p;
    while (p < line.size() && is_cookie_char(line[p])) ++p;
    if (p > start) return line.substr(start, p - start);
  }
  return {};
}

// A cookie counts on the first line, or on the second if the first is blank or a comment.
std::string_view find_cookie(std::string_view bytes) {
  for (int n = 0; n < 2; ++n) {
    size_t end = bytes.find_first_of("\r\n");
    std::string_view line = bytes.substr(0, end);
    std::string_view cookie = cookie_in_line(line);
    if (!cookie.empty()) return cookie;
    size_t i = line.find_first_not_of(" \t\f");
    if (i != std::string_view::npos && line[i] != '#') return {};
    if (end == std::string_view::npos) return {};
    size_t skip = bytes.substr(end, 2) == "\r\n" ? 2 : 1;
    bytes.remove_prefix(end + skip);
  }
  return {};
}

enum class Encoding { kUtf8, kLatin1, kAscii, kUnknown };

Encoding encoding_named(std::string_view cookie) {
  std::string name;
  for (char c : cookie) {
    if (c == '_') c = '-';
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    name += c;
  }
  auto is = [&](std::string_view base) {
    return name == base || (name.size() > base.size() && name.compare(0, base.size(), base) == 0 &&
                            name[base.size()] == '-');
  };
  if (is("utf-8") || name == "utf8") return Encoding::kUtf8;
  if (is("latin-1") || is("iso-8859-1") || is("iso-latin-1") || name == "latin1" ||
      name == "iso8859-1" || name == "l1") {
    return Encoding::kLatin1;
  }
  if (name == "ascii" || name == "us-ascii") return Encoding::kAscii;
  return Encoding::kUnknown;
}

// What is wrong with the bytes at `p`, of which `n` are left; `length` says how many bytes are bad.
// Null when a valid sequence of `length` bytes starts there.
const char* utf8_fault(const unsigned char* p, size_t n, int* length) {
  unsigned char lead = p[0];
  *length = 1;
  if (lead < 0x80) return nullptr;
  int need = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (lead < 0xC2 || lead > 0xF4) return "invalid start byte";
  for (int i = 1; i < need; ++i) {
    if (static_cast<size_t>(i) >= n) {
      *length = i;
      return "unexpected end of data";
    }
    unsigned char low = 0x80, high = 0xBF;
    if (i == 1) {
      if (lead == 0xE0) low = 0xA0;
      if (lead == 0xED) high = 0x9F;
      if (lead == 0xF0) low = 0x90;
      if (lead == 0xF4) high = 0x8F;
    }
    if (p[i] < low || p[i] > high) {
      *length = i;
      return "invalid continuation byte";
    }
  }
  *length = need;
  return nullptr;
}

std::string hex_byte(unsigned char b) {
  const char* digits = "0123456789abcdef";
  return std::string("0x") + digits[b >> 4] + digits[b & 15];
}

// Fills in `error` for the fault at byte `at` of `text`.
void describe_fault(std::string_view text, size_t at, const std::string& message,
                    SyntaxErrorInfo* error) {
  error->message = message;
  int line = 1;
  size_t line_start = 0;
  for (size_t i = 0; i < at; ++i) {
    if (text[i] == '\n') {
      ++line;
      line_start = i + 1;
    }
  }
  size_t end = text.find('\n', at);
  error->line = error->end_line = line;
  error->col = count_characters(text.substr(line_start), static_cast<int>(at - line_start)) + 1;
  error->end_col = error->col;
  // Quoted text has to be valid itself.
  for (char c : text.substr(line_start, end == std::string_view::npos ? end : end - line_start)) {
    error->text += static_cast<unsigned char>(c) < 0x80 ? c : '?';
  }
}

// Position of the first byte that is not ASCII, or npos; eight bytes at a time.
size_t find_non_ascii(std::string_view text, size_t from) {
  size_t i = from;
  while (i + 8 <= text.size()) {
    uint64_t word;
    std::memcpy(&word, text.data() + i, 8);
    if (word & 0x8080808080808080u) break;
    i += 8;
  }
  while (i < text.size()) {
    if (static_cast<unsigned char>(text[i]) >= 0x80) return i;
    ++i;
  }
  return std::string_view::npos;
}

bool validate_utf8(std::string_view text, SyntaxErrorInfo* error) {
  size_t i = 0;
  while ((i = find_non_ascii(text, i)) != std::string_view::npos) {
    int length = 1;
    const auto* p = reinterpret_cast<const unsigned char*>(text.data()) + i;
    if (const char* reason = utf8_fault(p, text.size() - i, &length)) {
      std::string where = length == 1 ? "byte " + hex_byte(*p) + " in position " + std::to_string(i)
                                      : "bytes in position " + std::to_string(i) + "-" +
                                            std::to_string(i + static_cast<size_t>(length) - 1);
      describe_fault(text, i, "(unicode error) 'utf-8' codec can't decode " + where + ": " + reason,
                     error);
      return false;
    }
    i += static_cast<size_t>(length);
  }
  return true;
}

std::string latin1_to_utf8(std::string_view bytes) {
  std::string out;
  out.reserve(bytes.size() + bytes.size() / 8);
  for (char c : bytes) {
    auto b = static_cast<unsigned char>(c);
    if (b < 0x80) {
      out += c;
    } else {
      out += static_cast<char>(0xC0 | (b >> 6));
      out += static_cast<char>(0x80 | (b & 0x3F));
    }
  }
  return out;
}

void translate_newlines(std::string* text) {
  size_t first = text->find('\r');
  if (first == std::string::npos) return;
  size_t out = first;
  for (size_t i = first; i < text->size(); ++i) {
    char c = (*text)[i];
    if (c == '\r') {
      if (i + 1 < text->size() && (*text)[i + 1] == '\n') ++i;
      c = '\n';
    }
    (*text)[out++] = c;
  }
  text->resize(out);
}

// Offsets are kept in 32 bits.
constexpr size_t kMaxSource = size_t{1} << 30;

}  // namespace

std::shared_ptr<SourceText> SourceText::load(std::string_view bytes, std::string filename,
                                             bool is_text, std::optional<SyntaxErrorInfo>* error) {
  auto fail = [&](SyntaxErrorInfo info) {
    info.filename = filename;
    *error = std::move(info);
    return nullptr;
  };
  SyntaxErrorInfo info;
  if (bytes.size() > kMaxSource) {
    info.message = "source code is too large";
    return fail(info);
  }
  bool bom = bytes.substr(0, 3) == "\xEF\xBB\xBF";
  if (bom) bytes.remove_prefix(3);
  if (std::memchr(bytes.data(), 0, bytes.size())) {
    info.message = "source code string cannot contain null bytes";
    return fail(info);
  }

  Encoding encoding = Encoding::kUtf8;
  if (!is_text) {
    std::string_view cookie = find_cookie(bytes);
    if (!cookie.empty()) {
      encoding = encoding_named(cookie);
      if (encoding == Encoding::kUnknown) {
        info.message = "unknown encoding: " + std::string(cookie.substr(0, 100));
        return fail(info);
      }
      if (bom && encoding != Encoding::kUtf8) {
        info.message = "encoding problem: " + std::string(cookie.substr(0, 100)) + " with BOM";
        return fail(info);
      }
    }
  }

  std::shared_ptr<SourceText> source(new SourceText);
  if (encoding == Encoding::kLatin1) {
    source->text_ = latin1_to_utf8(bytes);
  } else {
    source->text_.assign(bytes);
  }
  if (encoding == Encoding::kAscii) {
    size_t at = find_non_ascii(source->text_, 0);
    if (at != std::string_view::npos) {
      describe_fault(source->text_, at,
                     "'ascii' codec can't decode byte " +
                         hex_byte(static_cast<unsigned char>(source->text_[at])) + " in position " +
                         std::to_string(at) + ": ordinal not in range(128)",
                     &info);
      return fail(info);
    }
  }
  if (encoding == Encoding::kUtf8 && !validate_utf8(source->text_, &info)) return fail(info);
  translate_newlines(&source->text_);
  source->filename_ = std::move(filename);
  source->index_lines();
  return source;
}

void SourceText::index_lines() {
  const char* base = text_.data();
  const char* end = base + text_.size();
  for (const char* p = base; p < end;) {
    line_starts_.push_back(static_cast<uint32_t>(p - base));
    const void* newline = std::memchr(p, '\n', static_cast<size_t>(end - p));
    if (!newline) break;
    p = static_cast<const char*>(newline) + 1;
  }
}

std::string_view SourceText::line(int n) const {
  if (n < 1 || n > line_count()) return {};
  size_t start = line_starts_[static_cast<size_t>(n) - 1];
  size_t end = n < line_count() ? line_starts_[static_cast<size_t>(n)] : text_.size();
  if (end > start && text_[end - 1] == '\n') --end;
  return std::string_view(text_).substr(start, end - start);
}

int count_characters(std::string_view line, int bytes) {
  int n = 0;
  size_t limit = bytes < 0 ? 0 : static_cast<size_t>(bytes);
  if (limit > line.size()) limit = line.size();
  for (size_t i = 0; i < limit; ++i) {
    if ((static_cast<unsigned char>(line[i]) & 0xC0) != 0x80) ++n;
  }
  return n;
}

}  // namespace baton
