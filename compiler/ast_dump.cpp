// The tree as text, exactly as CPython's `ast.dump` words it, so that the parser can be checked
// against CPython's on any file. See ast.h.
#include <charconv>
#include <cstdio>
#include <cstring>
#include <string>

#include "compiler/ast.h"
#include "compiler/identifier.h"

namespace baton::ast {
namespace {

class Dumper {
 public:
  explicit Dumper(bool positions) : positions_(positions) {}

  std::string take() { return std::move(out_); }

  void mod(const Mod* m) {
    switch (m->kind) {
      case ModKind::kModule:
        open("Module");
        list("body", m->body);
        field("type_ignores");
        out_ += "[]";
        break;
      case ModKind::kInteractive:
        open("Interactive");
        list("body", m->body);
        break;
      case ModKind::kExpression:
        open("Expression");
        child("body", m->expr);
        break;
    }
    out_ += ')';
  }

 private:
  // ---- pieces ----
  void open(const char* name) {
    out_ += name;
    out_ += '(';
    first_ = true;
  }
  void close(const Position* p) {
    if (positions_ && p) {
      const char* names[] = {"lineno", "col_offset", "end_lineno", "end_col_offset"};
      int values[] = {p->line, p->col, p->end_line, p->end_col};
      for (int i = 0; i < 4; ++i) {
        field(names[i]);
        out_ += std::to_string(values[i]);
      }
    }
    out_ += ')';
    first_ = false;
  }
  void field(const char* name) {
    if (!first_) out_ += ", ";
    first_ = false;
    out_ += name;
    out_ += '=';
  }
  void name(const char* label, Name n) {
    if (n.empty()) return;
    field(label);
    quote(n, false);
  }
  void raw(const char* label, const char* text) {
    field(label);
    out_ += text;
    out_ += "()";
  }
  template <class T>
  void child(const char* label, const T* n) {
    if (!n) return;
    field(label);
    node(n);
  }
  template <class T>
  void list(const char* label, ArenaList<T> items) {
    field(label);
    out_ += '[';
    for (size_t i = 0; i < items.size; ++i) {
      if (i) out_ += ", ";
      item(items[i]);
    }
    out_ += ']';
    first_ = false;
  }
  template <class T>
  void item(T* n) {
    if (n) {
      node(n);
    } else {
      out_ += "None";
    }
  }
  void item(Name n) { quote(n, false); }
  void item(CmpOperator op) {
    const char* names[] = {"Eq", "NotEq", "Lt", "LtE", "Gt", "GtE", "Is", "IsNot", "In", "NotIn"};
    out_ += names[static_cast<int>(op)];
    out_ += "()";
  }
  void item(const Comprehension& c) {
    open("comprehension");
    child("target", c.target);
    child("iter", c.iter);
    list("ifs", c.ifs);
    field("is_async");
    out_ += '0';
    close(nullptr);
  }
  void item(const WithItem& w) {
    open("withitem");
    child("context_expr", w.context_expr);
    child("optional_vars", w.optional_vars);
    close(nullptr);
  }
  void item(const MatchCase& c) {
    open("match_case");
    child("pattern", c.pattern);
    child("guard", c.guard);
    list("body", c.body);
    close(nullptr);
  }
  void ctx(ExprContext c) {
    const char* names[] = {"Load", "Store", "Del"};
    raw("ctx", names[static_cast<int>(c)]);
  }
  static const char* operator_name(Operator op) {
    const char* names[] = {"Add",    "Sub",    "Mult",  "MatMult", "Div",    "Mod",     "Pow",
                           "LShift", "RShift", "BitOr", "BitXor",  "BitAnd", "FloorDiv"};
    return names[static_cast<int>(op)];
  }

  // Python's repr of a str or bytes.
  void quote(std::string_view text, bool bytes) {
    char q = text.find('\'') != std::string_view::npos && text.find('"') == std::string_view::npos
                 ? '"'
                 : '\'';
    if (bytes) out_ += 'b';
    out_ += q;
    char buffer[16];
    for (size_t i = 0; i < text.size();) {
      auto c = static_cast<unsigned char>(text[i]);
      if (bytes || c < 0x80) {
        ++i;
        if (c == static_cast<unsigned char>(q) || c == '\\') {
          out_ += '\\';
          out_ += static_cast<char>(c);
        } else if (c == '\n' || c == '\r' || c == '\t') {
          out_ += '\\';
          out_ += c == '\n' ? 'n' : c == '\r' ? 'r' : 't';
        } else if (c < 0x20 || c >= 0x7F) {
          std::snprintf(buffer, sizeof buffer, "\\x%02x", c);
          out_ += buffer;
        } else {
          out_ += static_cast<char>(c);
        }
        continue;
      }
      int length = 1;
      int32_t p = syntax::decode_character(text.data() + i, &length);
      if (syntax::is_printable(p)) {
        out_ += text.substr(i, static_cast<size_t>(length));
      } else {
        const char* format = p < 0x100 ? "\\x%02x" : p < 0x10000 ? "\\u%04x" : "\\U%08x";
        std::snprintf(buffer, sizeof buffer, format, static_cast<unsigned>(p));
        out_ += buffer;
      }
      i += static_cast<size_t>(length);
    }
    out_ += q;
  }

  // Python's repr of a float, or, `whole`, of a complex number's part (no ".0").
  void number(double v, bool whole) {
    char digits[40];
    auto r = std::to_chars(digits, digits + sizeof digits, v, std::chars_format::scientific);
    std::string s(digits, r.ptr);
    if (s == "inf" || s == "nan") {
      out_ += s;
      return;
    }
    size_t e = s.find('e');
    int exponent = std::atoi(s.c_str() + e + 1);
    std::string mantissa = s.substr(0, e);
    if (mantissa.size() > 1) mantissa.erase(1, 1);
    int size = static_cast<int>(mantissa.size());
    if (exponent >= -4 && exponent < 16) {
      if (exponent < 0) {
        out_ += "0." + std::string(static_cast<size_t>(-exponent - 1), '0') + mantissa;
      } else if (size <= exponent + 1) {
        out_ += mantissa + std::string(static_cast<size_t>(exponent + 1 - size), '0');
        if (!whole) out_ += ".0";
      } else {
        out_ += mantissa.substr(0, static_cast<size_t>(exponent) + 1) + "." +
                mantissa.substr(static_cast<size_t>(exponent) + 1);
      }
      return;
    }
    out_ += mantissa[0];
    if (size > 1) out_ += "." + mantissa.substr(1);
    char buffer[16];
    std::snprintf(buffer, sizeof buffer, "e%c%02d", exponent < 0 ? '-' : '+',
                  exponent < 0 ? -exponent : exponent);
    out_ += buffer;
  }

  static const char* singleton(ConstantKind k) {
    return k == ConstantKind::kNone ? "None" : k == ConstantKind::kTrue ? "True" : "False";
  }

  void constant(const Constant* c) {
    open("Constant");
    field("value");
    switch (c->type) {
      case ConstantKind::kNone:
      case ConstantKind::kTrue:
      case ConstantKind::kFalse: out_ += singleton(c->type); break;
      case ConstantKind::kEllipsis: out_ += "Ellipsis"; break;
      case ConstantKind::kInt: out_ += std::to_string(c->int_value); break;
      case ConstantKind::kBigInt:  // not converted: the base is spelled out
        out_ += c->base == 16 ? "0x" : c->base == 8 ? "0o" : c->base == 2 ? "0b" : "";
        out_ += c->text;
        break;
      case ConstantKind::kFloat: number(c->float_value, false); break;
      case ConstantKind::kComplex:
        number(c->float_value, true);
        out_ += 'j';
        break;
      case ConstantKind::kStr: quote(c->text, false); break;
      case ConstantKind::kBytes: quote(c->text, true); break;
    }
    if (c->u_prefix) {
      field("kind");
      out_ += "'u'";
    }
    close(c);
  }

  // ---- parts ----
  void node(const Arguments* a) {
    open("arguments");
    list("posonlyargs", a->posonlyargs);
    list("args", a->args);
    child("vararg", a->vararg);
    list("kwonlyargs", a->kwonlyargs);
    list("kw_defaults", a->kw_defaults);
    child("kwarg", a->kwarg);
    list("defaults", a->defaults);
    close(nullptr);
  }
  void node(const Arg* a) {
    open("arg");
    name("arg", a->arg);
    child("annotation", a->annotation);
    close(a);
  }
  void node(const Keyword* k) {
    open("keyword");
    name("arg", k->arg);
    child("value", k->value);
    close(k);
  }
  void node(const Alias* a) {
    open("alias");
    name("name", a->name);
    name("asname", a->asname);
    close(a);
  }
  void node(const ExceptHandler* h) {
    open("ExceptHandler");
    child("type", h->type);
    name("name", h->name);
    list("body", h->body);
    close(h);
  }

  void node(const Expr* e);
  void node(const Stmt* s);
  void node(const Pattern* p);

  bool positions_;
  bool first_ = true;
  std::string out_;
};

void Dumper::node(const Expr* e) {
  switch (e->kind) {
    case ExprKind::kBoolOp: {
      auto* n = as<BoolOp>(e);
      open("BoolOp");
      raw("op", n->op == BoolOperator::kAnd ? "And" : "Or");
      list("values", n->values);
      break;
    }
    case ExprKind::kNamedExpr:
      open("NamedExpr");
      child("target", as<NamedExpr>(e)->target);
      child("value", as<NamedExpr>(e)->value);
      break;
    case ExprKind::kBinOp:
      open("BinOp");
      child("left", as<BinOp>(e)->left);
      raw("op", operator_name(as<BinOp>(e)->op));
      child("right", as<BinOp>(e)->right);
      break;
    case ExprKind::kUnaryOp: {
      const char* names[] = {"Invert", "Not", "UAdd", "USub"};
      open("UnaryOp");
      raw("op", names[static_cast<int>(as<UnaryOp>(e)->op)]);
      child("operand", as<UnaryOp>(e)->operand);
      break;
    }
    case ExprKind::kLambda:
      open("Lambda");
      child("args", as<Lambda>(e)->args);
      child("body", as<Lambda>(e)->body);
      break;
    case ExprKind::kIfExp:
      open("IfExp");
      child("test", as<IfExp>(e)->test);
      child("body", as<IfExp>(e)->body);
      child("orelse", as<IfExp>(e)->orelse);
      break;
    case ExprKind::kDict:
      open("Dict");
      list("keys", as<Dict>(e)->keys);
      list("values", as<Dict>(e)->values);
      break;
    case ExprKind::kSet:
      open("Set");
      list("elts", as<Set>(e)->elts);
      break;
    case ExprKind::kListComp:
      open("ListComp");
      child("elt", as<ListComp>(e)->elt);
      list("generators", as<ListComp>(e)->generators);
      break;
    case ExprKind::kSetComp:
      open("SetComp");
      child("elt", as<SetComp>(e)->elt);
      list("generators", as<SetComp>(e)->generators);
      break;
    case ExprKind::kGeneratorExp:
      open("GeneratorExp");
      child("elt", as<GeneratorExp>(e)->elt);
      list("generators", as<GeneratorExp>(e)->generators);
      break;
    case ExprKind::kDictComp:
      open("DictComp");
      child("key", as<DictComp>(e)->key);
      child("value", as<DictComp>(e)->value);
      list("generators", as<DictComp>(e)->generators);
      break;
    case ExprKind::kYield:
      open("Yield");
      child("value", as<Yield>(e)->value);
      break;
    case ExprKind::kYieldFrom:
      open("YieldFrom");
      child("value", as<YieldFrom>(e)->value);
      break;
    case ExprKind::kCompare:
      open("Compare");
      child("left", as<Compare>(e)->left);
      list("ops", as<Compare>(e)->ops);
      list("comparators", as<Compare>(e)->comparators);
      break;
    case ExprKind::kCall:
      open("Call");
      child("func", as<Call>(e)->func);
      list("args", as<Call>(e)->args);
      list("keywords", as<Call>(e)->keywords);
      break;
    case ExprKind::kFormattedValue:
      open("FormattedValue");
      child("value", as<FormattedValue>(e)->value);
      field("conversion");
      out_ += std::to_string(as<FormattedValue>(e)->conversion);
      child("format_spec", as<FormattedValue>(e)->format_spec);
      break;
    case ExprKind::kJoinedStr:
      open("JoinedStr");
      list("values", as<JoinedStr>(e)->values);
      break;
    case ExprKind::kConstant: constant(as<Constant>(e)); return;
    case ExprKind::kAttribute:
      open("Attribute");
      child("value", as<Attribute>(e)->value);
      name("attr", as<Attribute>(e)->attr);
      ctx(as<Attribute>(e)->ctx);
      break;
    case ExprKind::kSubscript:
      open("Subscript");
      child("value", as<Subscript>(e)->value);
      child("slice", as<Subscript>(e)->slice);
      ctx(as<Subscript>(e)->ctx);
      break;
    case ExprKind::kStarred:
      open("Starred");
      child("value", as<Starred>(e)->value);
      ctx(as<Starred>(e)->ctx);
      break;
    case ExprKind::kNameExpr:
      open("Name");
      name("id", as<NameExpr>(e)->id);
      ctx(as<NameExpr>(e)->ctx);
      break;
    case ExprKind::kList:
      open("List");
      list("elts", as<List>(e)->elts);
      ctx(as<List>(e)->ctx);
      break;
    case ExprKind::kTuple:
      open("Tuple");
      list("elts", as<Tuple>(e)->elts);
      ctx(as<Tuple>(e)->ctx);
      break;
    case ExprKind::kSlice:
      open("Slice");
      child("lower", as<Slice>(e)->lower);
      child("upper", as<Slice>(e)->upper);
      child("step", as<Slice>(e)->step);
      break;
  }
  close(e);
}

void Dumper::node(const Pattern* p) {
  switch (p->kind) {
    case PatternKind::kMatchValue:
      open("MatchValue");
      child("value", as<MatchValue>(p)->value);
      break;
    case PatternKind::kMatchSingleton:
      open("MatchSingleton");
      field("value");
      out_ += singleton(as<MatchSingleton>(p)->value);
      break;
    case PatternKind::kMatchSequence:
      open("MatchSequence");
      list("patterns", as<MatchSequence>(p)->patterns);
      break;
    case PatternKind::kMatchMapping:
      open("MatchMapping");
      list("keys", as<MatchMapping>(p)->keys);
      list("patterns", as<MatchMapping>(p)->patterns);
      name("rest", as<MatchMapping>(p)->rest);
      break;
    case PatternKind::kMatchClass:
      open("MatchClass");
      child("cls", as<MatchClass>(p)->cls);
      list("patterns", as<MatchClass>(p)->patterns);
      list("kwd_attrs", as<MatchClass>(p)->kwd_attrs);
      list("kwd_patterns", as<MatchClass>(p)->kwd_patterns);
      break;
    case PatternKind::kMatchStar:
      open("MatchStar");
      name("name", as<MatchStar>(p)->name);
      break;
    case PatternKind::kMatchAs:
      open("MatchAs");
      child("pattern", as<MatchAs>(p)->pattern);
      name("name", as<MatchAs>(p)->name);
      break;
    case PatternKind::kMatchOr:
      open("MatchOr");
      list("patterns", as<MatchOr>(p)->patterns);
      break;
  }
  close(p);
}

void Dumper::node(const Stmt* s) {
  switch (s->kind) {
    case StmtKind::kFunctionDef: {
      auto* n = as<FunctionDef>(s);
      open("FunctionDef");
      name("name", n->name);
      child("args", n->args);
      list("body", n->body);
      list("decorator_list", n->decorator_list);
      child("returns", n->returns);
      break;
    }
    case StmtKind::kClassDef: {
      auto* n = as<ClassDef>(s);
      open("ClassDef");
      name("name", n->name);
      list("bases", n->bases);
      list("keywords", n->keywords);
      list("body", n->body);
      list("decorator_list", n->decorator_list);
      break;
    }
    case StmtKind::kReturn:
      open("Return");
      child("value", as<Return>(s)->value);
      break;
    case StmtKind::kDelete:
      open("Delete");
      list("targets", as<Delete>(s)->targets);
      break;
    case StmtKind::kAssign:
      open("Assign");
      list("targets", as<Assign>(s)->targets);
      child("value", as<Assign>(s)->value);
      break;
    case StmtKind::kAugAssign:
      open("AugAssign");
      child("target", as<AugAssign>(s)->target);
      raw("op", operator_name(as<AugAssign>(s)->op));
      child("value", as<AugAssign>(s)->value);
      break;
    case StmtKind::kAnnAssign:
      open("AnnAssign");
      child("target", as<AnnAssign>(s)->target);
      child("annotation", as<AnnAssign>(s)->annotation);
      child("value", as<AnnAssign>(s)->value);
      field("simple");
      out_ += as<AnnAssign>(s)->simple ? '1' : '0';
      break;
    case StmtKind::kFor:
      open("For");
      child("target", as<For>(s)->target);
      child("iter", as<For>(s)->iter);
      list("body", as<For>(s)->body);
      list("orelse", as<For>(s)->orelse);
      break;
    case StmtKind::kWhile:
      open("While");
      child("test", as<While>(s)->test);
      list("body", as<While>(s)->body);
      list("orelse", as<While>(s)->orelse);
      break;
    case StmtKind::kIf:
      open("If");
      child("test", as<If>(s)->test);
      list("body", as<If>(s)->body);
      list("orelse", as<If>(s)->orelse);
      break;
    case StmtKind::kWith:
      open("With");
      list("items", as<With>(s)->items);
      list("body", as<With>(s)->body);
      break;
    case StmtKind::kMatch:
      open("Match");
      child("subject", as<Match>(s)->subject);
      list("cases", as<Match>(s)->cases);
      break;
    case StmtKind::kRaise:
      open("Raise");
      child("exc", as<Raise>(s)->exc);
      child("cause", as<Raise>(s)->cause);
      break;
    case StmtKind::kTry:
      open("Try");
      list("body", as<Try>(s)->body);
      list("handlers", as<Try>(s)->handlers);
      list("orelse", as<Try>(s)->orelse);
      list("finalbody", as<Try>(s)->finalbody);
      break;
    case StmtKind::kTryStar:
      open("TryStar");
      list("body", as<TryStar>(s)->body);
      list("handlers", as<TryStar>(s)->handlers);
      list("orelse", as<TryStar>(s)->orelse);
      list("finalbody", as<TryStar>(s)->finalbody);
      break;
    case StmtKind::kAssert:
      open("Assert");
      child("test", as<Assert>(s)->test);
      child("msg", as<Assert>(s)->msg);
      break;
    case StmtKind::kImport:
      open("Import");
      list("names", as<Import>(s)->names);
      break;
    case StmtKind::kImportFrom:
      open("ImportFrom");
      name("module", as<ImportFrom>(s)->module);
      list("names", as<ImportFrom>(s)->names);
      field("level");
      out_ += std::to_string(as<ImportFrom>(s)->level);
      break;
    case StmtKind::kGlobal:
      open("Global");
      list("names", as<Global>(s)->names);
      break;
    case StmtKind::kNonlocal:
      open("Nonlocal");
      list("names", as<Nonlocal>(s)->names);
      break;
    case StmtKind::kExprStmt:
      open("Expr");
      child("value", as<ExprStmt>(s)->value);
      break;
    case StmtKind::kPass: open("Pass"); break;
    case StmtKind::kBreak: open("Break"); break;
    case StmtKind::kContinue: open("Continue"); break;
  }
  close(s);
}

}  // namespace

std::string dump(const Mod* mod, bool positions) {
  Dumper d(positions);
  d.mod(mod);
  return d.take();
}

}  // namespace baton::ast
