// Printing an exception as CPython 3.11 does, byte for byte: traceback with source lines and carets,
// causes and contexts, groups as a tree, notes, SyntaxErrors with their line.
//
// The whole text is made in memory and nothing is written here. str() of the exception and its notes
// may run script code; what fails there is named in the text, and no exception is left pending.
// Source lines come from the files as they are now. Lock held.
#include <algorithm>
#include <fstream>
#include <map>
#include <set>
#include <vector>

#include "vm/base/utf8.h"
#include "vm/core/format_exception.h"
#include "vm/objects/attribute.h"
#include "vm/objects/exception.h"

namespace baton {
namespace {

constexpr int kRepeatCutoff = 3;  // equal entries shown before they are only counted
constexpr size_t kTracebackLimit = 1000;
constexpr size_t kMaxGroupWidth = 15;
constexpr int kMaxGroupDepth = 10;
constexpr int kMaxChain = 500;

class Printer {
 public:
  explicit Printer(Thread* t) : t_(t) {}
  std::string take() { return std::move(out_); }

  void print_recursive(Value e) {
    if (++depth_ > kMaxChain) {
      --depth_;
      return;
    }
    seen_.insert(e.ptr());
    print_chain(e);
    if (is_exception_group(t_, e))
      print_group(e);
    else
      print_exception(e);
    --depth_;
  }

 private:
  void indent() { out_.append(2 * static_cast<size_t>(group_depth_), ' '); }
  void margin() {
    indent();
    if (group_depth_) out_ += "| ";
  }
  void line(std::string_view text) {
    margin();
    out_ += text;
    out_ += '\n';
  }

  void print_chain(Value v) {
    Exception* e = as<Exception>(v);
    Value other = Value::none();
    const char* message = nullptr;
    if (is<Exception>(e->cause)) {
      other = e->cause;
      message = "The above exception was the direct cause of the following exception:";
    } else if (is<Exception>(e->context) && !e->suppress_context) {
      other = e->context;
      message = "During handling of the above exception, another exception occurred:";
    }
    if (!message || seen_.count(other.ptr())) return;
    bool need_close = need_close_;
    print_recursive(other);
    need_close_ = need_close;
    line("");
    line(message);
    line("");
  }

  void print_group(Value v) {
    if (group_depth_ > kMaxGroupDepth) {
      line("... (max_group_depth is " + std::to_string(kMaxGroupDepth) + ")");
      return;
    }
    if (group_depth_ == 0) ++group_depth_;
    print_exception(v);
    Tuple* parts = as<Tuple>(as<Exception>(v)->extra[kGroupExceptions]);
    size_t n = parts->size <= kMaxGroupWidth ? parts->size : kMaxGroupWidth + 1;
    need_close_ = false;
    for (size_t i = 0; i < n; ++i) {
      bool last = i == n - 1;
      if (last) need_close_ = true;
      bool truncated = i >= kMaxGroupWidth;
      indent();
      out_ += i == 0 ? "+-" : "  ";
      out_ += "+---------------- " + (truncated ? "..." : std::to_string(i + 1)) +
              " ----------------\n";
      ++group_depth_;
      if (truncated) {
        size_t more = parts->size - kMaxGroupWidth;
        line("and " + std::to_string(more) + " more exception" + (more > 1 ? "s" : ""));
      } else {
        print_recursive(parts->items[i]);
      }
      if (last && need_close_) {
        indent();
        out_ += "+------------------------------------\n";
        need_close_ = false;
      }
      --group_depth_;
    }
    if (group_depth_ == 1) --group_depth_;
  }

  void print_exception(Value v) {
    Exception* e = as<Exception>(v);
    print_traceback(v);
    std::string text;
    bool has_text = print_file_and_line(e, &text);
    margin();
    Class* cls = class_of(t_->vm, v);
    out_ += qualified(cls);
    if (!has_text) {
      text.clear();
      if (!str_to(t_, v, &text)) {
        clear_exception(t_);
        text = "<exception str() failed>";
      }
    }
    if (!text.empty()) out_ += ": " + text;
    std::string meant = suggest_name(t_, e);
    if (!meant.empty()) out_ += ". Did you mean: '" + meant + "'?";
    out_ += '\n';
    print_notes(e->notes);
  }

  std::string qualified(Class* cls) {
    std::string full = class_full_name(cls);
    return full.rfind("__main__.", 0) == 0 ? full.substr(9) : full;
  }

  void print_notes(Value notes) {
    if (notes.is_unbound() || notes.is_none()) return;
    RootVec items(t_);
    if (List* l = try_as<List>(notes)) {
      items.v.assign(l->items, l->items + l->size);
    } else if (Tuple* tuple = try_as<Tuple>(notes)) {
      items.v.assign(tuple->items, tuple->items + tuple->size);
    } else {
      std::string s;
      if (!repr_to(t_, notes, &s)) {
        clear_exception(t_);
        s = "<__notes__ repr() failed>";
      }
      line(s);
      return;
    }
    for (Value note : items.v) {
      std::string s;
      if (!str_to(t_, note, &s)) {
        clear_exception(t_);
        s = "<note str() failed>";
      }
      size_t at = 0;
      for (;;) {
        size_t nl = s.find('\n', at);
        if (nl == s.npos) break;
        line(std::string_view(s).substr(at, nl - at));
        at = nl + 1;
      }
      line(std::string_view(s).substr(at));
    }
  }

  // --- tracebacks ---

  void print_traceback(Value v) {
    Exception* e = as<Exception>(v);
    size_t limit = traceback_limit();
    if (!is<Traceback>(e->traceback) || limit == 0) return;
    bool group = is_exception_group(t_, v);
    indent();
    if (group_depth_) out_ += group && group_depth_ == 1 ? "+ " : "| ";
    out_ += group ? "Exception Group Traceback (most recent call last):\n"
                  : "Traceback (most recent call last):\n";
    size_t count = 0;
    for (Value at = e->traceback; is<Traceback>(at); at = as<Traceback>(at)->next) ++count;
    Value at = e->traceback;
    for (; count > limit; --count) at = as<Traceback>(at)->next;
    Traceback* last = nullptr;
    int64_t repeated = 0;
    for (; is<Traceback>(at); at = as<Traceback>(at)->next) {
      Traceback* tb = as<Traceback>(at);
      if (!last || tb->line != last->line || !str_equal(tb->code->filename, last->code->filename) ||
          !str_equal(tb->code->name, last->code->name)) {
        print_repeated(repeated);
        last = tb;
        repeated = 0;
      }
      if (++repeated <= kRepeatCutoff) print_entry(tb);
    }
    print_repeated(repeated);
  }

  // sys.tracebacklimit, or the usual number of entries.
  size_t traceback_limit() {
    Module* sys = try_as<Module>(dict_get_str(t_->vm->modules, intern(t_, "sys")));
    Value v = sys ? dict_get_str(sys->dict, intern(t_, "tracebacklimit")) : Value::unbound();
    if (!v.is_int()) return kTracebackLimit;
    return static_cast<size_t>(std::max<int64_t>(v.as_int(), 0));
  }

  void print_repeated(int64_t n) {
    if (n <= kRepeatCutoff) return;
    n -= kRepeatCutoff;
    line("  [Previous line repeated " + std::to_string(n) + " more time" + (n > 1 ? "s" : "") +
         "]");
  }

  void print_entry(Traceback* tb) {
    std::string file(tb->code->filename->view());
    line("  File \"" + file + "\", line " + std::to_string(tb->line) + ", in " +
         std::string(tb->code->name->view()));
    const std::string* source = source_line(file, tb->line);
    if (!source) return;
    size_t start = source->find_first_not_of(" \t\f");
    line("    " + (start == source->npos ? "" : source->substr(start)));
    std::string carets = caret_line(*source, position_at(*tb->code->blob, tb->insn));
    if (carets.empty()) return;
    margin();
    out_ += carets;
  }

  const std::string* source_line(const std::string& file, int32_t number) {
    auto it = files_.find(file);
    if (it == files_.end()) {
      it = files_.emplace(file, std::vector<std::string>()).first;
      if (!file.empty() && file[0] != '<') {
        std::ifstream in(file, std::ios::binary);
        std::string text;
        while (in && std::getline(in, text)) {
          if (!text.empty() && text.back() == '\r') text.pop_back();
          if (it->second.empty() && text.rfind("\xef\xbb\xbf", 0) == 0) text.erase(0, 3);
          it->second.push_back(utf8_validate(text).ok ? std::move(text) : std::string());
        }
      }
    }
    if (number < 1 || static_cast<size_t>(number) > it->second.size()) return nullptr;
    return &it->second[static_cast<size_t>(number) - 1];
  }

  // --- SyntaxError ---

  // True if e is a SyntaxError that says where it is: its place is printed and *message is its msg.
  bool print_file_and_line(Exception* e, std::string* message) {
    if (!is_instance(t_, val(e), t_->vm->classes.syntax_error)) return false;
    Value file = e->extra[kSyntaxFilename], number = e->extra[kSyntaxLine];
    Value at = e->extra[kSyntaxOffset];
    if (!number.is_int() || number.as_int() <= 0) return false;
    if (!str_to(t_, e->extra[kSyntaxMsg].is_unbound() ? Value::none() : e->extra[kSyntaxMsg],
                message)) {
      clear_exception(t_);
      return false;
    }
    std::string name = "<string>";
    if (is<Str>(file)) name = as<Str>(file)->view();
    line("  File \"" + name + "\", line " + std::to_string(number.as_int()));
    Tuple* end = try_as<Tuple>(e->extra[kSyntaxEnd]);
    if (!end || !is<Str>(end->items[0])) return true;
    Str* text = as<Str>(end->items[0]);
    int64_t offset = at.is_int() ? at.as_int() : -1;
    int64_t end_line = end->items[1].is_int() ? end->items[1].as_int() : number.as_int();
    int64_t end_offset = end->items[2].is_int() ? end->items[2].as_int() : -1;
    if (end_line > number.as_int()) end_offset = text->length;
    print_error_text(text->view(), offset, end_offset);
    return true;
  }

  void print_error_text(std::string_view text, int64_t offset, int64_t end_offset) {
    int64_t carets = end_offset > 0 && end_offset > offset ? end_offset - offset : 1;
    --offset;
    while (!text.empty() && (text[0] == ' ' || text[0] == '\t' || text[0] == '\f')) {
      text.remove_prefix(1);
      --offset;
    }
    int64_t length = static_cast<int64_t>(utf8_length(text));
    if (!text.empty() && text.back() == '\n') --length;
    if (offset > length) offset = length;
    for (;;) {
      size_t nl = text.find('\n');
      if (nl == text.npos) break;
      auto chars = static_cast<int64_t>(utf8_length(text.substr(0, nl)));
      if (chars >= offset) break;
      text.remove_prefix(nl + 1);
      offset -= chars + 1;
    }
    margin();
    out_ += "    ";
    out_ += text;
    if (text.empty() || text.back() != '\n') out_ += '\n';
    if (offset < 0) return;
    margin();
    out_.append(4 + static_cast<size_t>(offset), ' ');
    out_.append(static_cast<size_t>(carets), '^');
    out_ += '\n';
  }

  Thread* t_;
  std::string out_;
  std::set<const Object*> seen_;
  std::map<std::string, std::vector<std::string>> files_;
  int group_depth_ = 0;
  int depth_ = 0;
  bool need_close_ = false;
};

}  // namespace

std::string format_exception(Thread* t, Value exception) {
  Value pending = t->exception;
  t->exception = Value::unbound();
  std::string text;
  if (is<Exception>(exception)) {
    Printer p(t);
    p.print_recursive(exception);
    text = p.take();
  } else {
    text = "TypeError: print_exception(): Exception expected for value, " +
           type_name(t, exception) + " found\n";
  }
  t->exception = pending;
  return text;
}

}  // namespace baton
