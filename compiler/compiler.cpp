// Parse, look for __future__ statements, settle names, generate code; or say what is wrong.
#include "compiler/compiler.h"

#include "compiler/codegen.h"
#include "compiler/scope.h"

namespace baton {

namespace {

using namespace compiler;

SyntaxErrorInfo describe(const CompileError& e, const ParseResult& parsed,
                         const CompileOptions& options) {
  SyntaxErrorInfo info;
  info.message = e.message;
  info.filename = options.filename;
  info.line = e.pos.line > 0 ? e.pos.line : 1;
  info.end_line = e.pos.line > 0 ? e.pos.end_line : info.line;
  if (parsed.source) {
    std::string_view line = parsed.source->line(info.line);
    info.col = count_characters(line, e.pos.col) + 1;
    if (e.pos.end_col >= 0 && e.pos.line > 0) {
      info.end_col = count_characters(parsed.source->line(info.end_line), e.pos.end_col) + 1;
    } else {
      info.end_col = -1;
    }
    info.text = std::string(line);
    info.text += '\n';
  }
  return info;
}

bool is_known_future(std::string_view name) {
  for (std::string_view known :
       {"nested_scopes", "generators", "division", "absolute_import", "with_statement",
        "print_function", "unicode_literals", "barry_as_FLUFL", "generator_stop", "annotations"}) {
    if (name == known) return true;
  }
  return false;
}

// Future statements stand first, only a docstring may precede them.
void find_futures(const ast::Mod* mod, Compilation* cx) {
  bool doc_allowed = true;
  for (const ast::Stmt* s : mod->body) {
    auto* from = ast::dyn<ast::ImportFrom>(s);
    if (from && from->module == "__future__" && from->level == 0) {
      for (const ast::Alias* a : from->names) {
        if (is_known_future(a->name)) {
          if (a->name == "annotations") cx->future_annotations = true;
          continue;
        }
        ast::Position start = *s;
        start.col = 0;
        start.end_col = -1;
        if (a->name == "braces") fail(start, "not a chance");
        fail(start, "future feature " + std::string(a->name) + " is not defined");
      }
      cx->last_future = s;
      doc_allowed = false;
      continue;
    }
    auto* e = ast::dyn<ast::ExprStmt>(s);
    auto* c = e && doc_allowed ? ast::dyn<ast::Constant>(e->value) : nullptr;
    if (!c || c->type != ast::ConstantKind::kStr) return;
    doc_allowed = false;
  }
}

}  // namespace

CompileResult compile_source(std::string_view bytes, const CompileOptions& options) {
  CompileResult result;
  ParseOptions parse_options;
  parse_options.is_text = options.is_text;
  ParseResult parsed = parse(bytes, options.filename, options.mode, parse_options);
  result.open_block = parsed.open_block;
  if (parsed.error) {
    result.error = std::move(parsed.error);
    return result;
  }
  try {
    Compilation cx;
    cx.filename = options.filename;
    cx.debug = !options.optimize_asserts;
    cx.name_mode = options.name_mode;
    cx.future_annotations = options.future_annotations;
    find_futures(parsed.mod, &cx);
    cx.keeps_locals =
        bytes.find("f_locals") != bytes.npos || bytes.find("capture_locals") != bytes.npos;
    std::vector<CompileWarning> warnings = std::move(parsed.warnings);
    ScopeOptions scopes;
    scopes.warnings = &warnings;
    scopes.name_mode = cx.name_mode;
    scopes.future_annotations = cx.future_annotations;
    cx.scopes.analyze(parsed.mod, scopes);
    result.blob = Unit::compile_module(&cx, parsed.mod);
    result.blob->warnings = std::move(warnings);
    result.future_annotations = cx.future_annotations;
  } catch (const CompileError& e) { result.error = describe(e, parsed, options); }
  return result;
}

}  // namespace baton
