// A readable listing of a blob, for `--dis`, tests and debugging.
//
// Meant for blobs that passed verify(); on anything else it stays in bounds and shows what it can.
#include <algorithm>
#include <cstdio>
#include <map>

#include "vm/base/number_text.h"
#include "vm/base/unicode.h"
#include "vm/bytecode/code_blob.h"

namespace baton {

namespace {

constexpr size_t kMostConstantText = 120;

std::string constant_text(const CodeBlob& b, uint32_t index, int depth = 0) {
  if (index >= b.constants.size()) return "?";
  const Const& c = b.constants[index];
  switch (c.kind) {
    case Const::Kind::kNone: return "None";
    case Const::Kind::kTrue: return "True";
    case Const::Kind::kFalse: return "False";
    case Const::Kind::kEllipsis: return "Ellipsis";
    case Const::Kind::kInt: return std::to_string(c.i);
    case Const::Kind::kBigInt: return c.s[0] == '-' ? "-0x" + c.s.substr(1) : "0x" + c.s;
    case Const::Kind::kFloat: return float_repr(c.f);
    case Const::Kind::kComplex: return complex_repr(c.re, c.f);
    case Const::Kind::kStr: return repr_str(c.s);
    case Const::Kind::kBytes: return repr_bytes(c.s);
    case Const::Kind::kTuple:
    case Const::Kind::kFrozenSet: {
      bool tuple = c.kind == Const::Kind::kTuple;
      std::string out = tuple ? "(" : "frozenset({";
      for (size_t i = 0; i < c.items.size(); i++) {
        if (i) out += ", ";
        if (depth > 8 || out.size() > kMostConstantText) {
          out += "...";
          break;
        }
        out += constant_text(b, c.items[i], depth + 1);
      }
      if (tuple && c.items.size() == 1) out += ',';
      return out + (tuple ? ")" : "})");
    }
    case Const::Kind::kCode: return c.code ? "<code " + c.code->qualname + ">" : "<no code>";
  }
  return "?";
}

std::string shown(const CodeBlob& b, uint32_t index) {
  std::string text = constant_text(b, index);
  if (text.size() > kMostConstantText) {
    size_t end = kMostConstantText;
    while (end > 0 && (text[end] & 0xC0) == 0x80) end--;
    text.resize(end);
    text += "...";
  }
  return text;
}

class Lister {
 public:
  Lister(const CodeBlob& b, std::string* out) : b_(b), out_(*out) {}

  void run() {
    header();
    find_labels();
    int line = -1;
    for (uint32_t i = 0; i < b_.code.size();) {
      const Insn& insn = b_.code[i];
      auto label = labels_.find(i);
      if (label != labels_.end()) out_ += "L" + std::to_string(label->second) + ":\n";
      SourcePos pos = position_at(b_, i);
      char text[64];
      if (pos.line != line && pos.line > 0) {
        std::snprintf(text, sizeof text, "%5d %5u  ", pos.line, i);
        line = pos.line;
      } else {
        std::snprintf(text, sizeof text, "      %5u  ", i);
      }
      out_ += text;
      if (insn.op >= kOpCount) {
        out_ += "?" + std::to_string(insn.op) + "\n";
        i++;
        continue;
      }
      instruction(i, insn);
      out_ += '\n';
      i += 1 + op_info(static_cast<Op>(insn.op)).cache_words;
    }
    for (const ExcEntry& h : b_.handlers) {
      out_ += "  except " + std::to_string(h.start) + " to " + std::to_string(h.end) + " -> " +
              label_text(h.handler) + " r" + std::to_string(h.reg) + "\n";
    }
  }

 private:
  void header() {
    out_ += "code " + b_.qualname + " (" + b_.filename + ":" + std::to_string(b_.first_line) + ")";
    out_ += " registers " + std::to_string(b_.registers);
    static constexpr struct {
      uint32_t flag;
      const char* name;
    } kFlags[] = {{kCodeVarArgs, "*args"},       {kCodeVarKw, "**kwargs"},
                  {kCodeGenerator, "generator"}, {kCodeClassBody, "class"},
                  {kCodeModule, "module"},       {kCodeNameMode, "names"},
                  {kCodeNested, "nested"}};
    for (const auto& f : kFlags) {
      if (b_.flags & f.flag) out_ += std::string(" ") + f.name;
    }
    out_ += '\n';
    if (!b_.locals.empty()) {
      out_ += "  locals";
      for (const LocalName& l : b_.locals) {
        out_ += " r" + std::to_string(l.reg) + "=" + l.name + (l.is_cell ? " (cell)" : "");
      }
      out_ += '\n';
    }
    for (size_t i = 0; i < b_.captures.size(); i++) {
      out_ += "  free " + std::to_string(i) + "=" +
              (i < b_.free_names.size() ? b_.free_names[i] : "?") +
              (b_.captures[i].from_free ? " from free " : " from r") +
              std::to_string(b_.captures[i].index) + "\n";
    }
  }

  static int64_t target(uint32_t i, const Insn& insn, const OpInfo& info, int operand) {
    int64_t next = int64_t{i} + 1 + info.cache_words;
    if (info.operands[operand] == 'L') return next + operand_bc(insn);
    return next + static_cast<int16_t>(operand == 1 ? insn.b : insn.c);
  }

  void find_labels() {
    std::map<uint32_t, int> found;
    auto add = [&](int64_t at) {
      if (at >= 0 && at <= static_cast<int64_t>(b_.code.size()))
        found[static_cast<uint32_t>(at)] = 0;
    };
    for (uint32_t i = 0; i < b_.code.size();) {
      const Insn& insn = b_.code[i];
      if (insn.op >= kOpCount) {
        i++;
        continue;
      }
      const OpInfo& info = op_info(static_cast<Op>(insn.op));
      for (int k = 1; k < 3; k++) {
        if (info.operands[k] == 'L' || info.operands[k] == 'J') add(target(i, insn, info, k));
      }
      i += 1 + info.cache_words;
    }
    for (const ExcEntry& h : b_.handlers) add(h.handler);
    int n = 1;
    for (auto& [at, number] : found) number = n++;
    labels_ = std::move(found);
  }

  std::string label_text(int64_t at) {
    auto it = at < 0 ? labels_.end() : labels_.find(static_cast<uint32_t>(at));
    return it == labels_.end() ? "?" : "L" + std::to_string(it->second);
  }

  std::string register_text(uint16_t r) { return "r" + std::to_string(r); }

  void instruction(uint32_t i, const Insn& insn) {
    const OpInfo& info = op_info(static_cast<Op>(insn.op));
    std::string name = info.name;
    if (i < b_.inplace.size() && b_.inplace[i]) name += "=";
    name.resize(std::max<size_t>(name.size() + 1, 14), ' ');
    out_ += name;
    const uint16_t words[3] = {insn.a, insn.b, insn.c};
    bool first = true;
    auto put = [&](const std::string& text) {
      if (!first) out_ += ", ";
      first = false;
      out_ += text;
    };
    for (int k = 0; k < 3; k++) {
      switch (info.operands[k]) {
        case 'D':
        case 'S':
        case 'X':
        case 'W': put(register_text(words[k])); break;
        case 'K': put(shown(b_, words[k])); break;
        case 'I': put("#" + std::to_string(static_cast<int16_t>(words[k]))); break;
        case 'U': put(std::to_string(words[k])); break;
        case 'J':
        case 'L': put(label_text(target(i, insn, info, k))); break;
        case 'Q': put(shown(b_, static_cast<uint32_t>(operand_bc(insn)))); break;
        default: break;
      }
    }
    if (static_cast<Op>(insn.op) == Op::MAKEFUNC && i + 1 < b_.code.size() &&
        b_.code[i + 1].a != 0xFFFF) {
      put("with " + register_text(b_.code[i + 1].a));
    }
  }

  const CodeBlob& b_;
  std::string& out_;
  std::map<uint32_t, int> labels_;
};

void list(const CodeBlob& b, std::string* out, int depth) {
  Lister(b, out).run();
  if (depth > 1000) return;
  for (const Const& c : b.constants) {
    if (c.kind != Const::Kind::kCode || !c.code) continue;
    *out += '\n';
    list(*c.code, out, depth + 1);
  }
}

}  // namespace

std::string disassemble(const CodeBlob& blob) {
  std::string out;
  list(blob, &out, 0);
  return out;
}

}  // namespace baton
