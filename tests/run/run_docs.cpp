// Runs the examples of the documentation, so that what a page shows is what the reader will see.
//
//     run_docs --interp CMD [--root DIR] [--slow FACTOR] PAGE.md...
//
// Run are: a ```python block directly followed by a ```text block, as a script whose output must be
// that text (the last line of stderr counts if the script fails); and a ```sh block under a line
// `<!-- run -->`, by `sh` in the root folder with the interpreter as the command `baton`, which
// must succeed, with the ```text block that follows (if one does) as its output. A line `...` in a
// text block stands for any number of lines. Every other block is left alone.

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "tests/run/process.h"

using baton::testing::Command;
using baton::testing::Outcome;

namespace {

constexpr double kLimit = 30;  // seconds for one example

struct Block {
  std::string language, text;
  size_t line = 0;      // of its opening fence, from 1
  size_t end_line = 0;  // of its closing fence
  bool marked = false;  // under `<!-- run -->`
};

std::vector<Block> blocks_of(const std::string& page) {
  std::vector<Block> blocks;
  std::istringstream in(page);
  std::string line;
  bool inside = false, marked = false;
  for (size_t number = 1; std::getline(in, line); ++number) {
    if (inside) {
      if (line.rfind("```", 0) == 0) {
        blocks.back().end_line = number;
        inside = false;
      } else {
        blocks.back().text += line + "\n";
      }
    } else if (line.rfind("```", 0) == 0) {
      blocks.push_back({line.substr(3), "", number, 0, marked});
      inside = true;
      marked = false;
    } else if (line == "<!-- run -->") {
      marked = true;
    } else if (!line.empty()) {
      marked = false;
    }
  }
  return blocks;
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

// Whether the lines from `l` on fit the pattern from `p` on, where a line `...` fits any lines.
bool fits(const std::vector<std::string>& pattern, size_t p, const std::vector<std::string>& lines,
          size_t l) {
  if (p == pattern.size()) return l == lines.size();
  if (pattern[p] == "...") {
    for (size_t next = l; next <= lines.size(); ++next) {
      if (fits(pattern, p + 1, lines, next)) return true;
    }
    return false;
  }
  return l < lines.size() && lines[l] == pattern[p] && fits(pattern, p + 1, lines, l + 1);
}

std::string faults_of(const Block& block, const Block* expected, const std::string& interpreter,
                      const std::string& root, double limit) {
  baton::testing::ScratchDir scratch;
  Command command;
  command.limit = limit;
  command.env = {"LC_ALL=C.UTF-8", "TMPDIR=" + scratch.path()};
  if (block.language == "python") {
    const std::string script = scratch.path() + "/example.py";
    std::ofstream(script) << block.text;
    command.argv = {interpreter, script};
    command.cwd = scratch.path();
  } else {
    command.argv = {
        "sh", "-ec",
        "baton() { " + baton::testing::shell_word(interpreter) + " \"$@\"; }\n" + block.text};
    command.cwd = root;
  }
  Outcome outcome = baton::testing::run(command);
  if (!outcome.failure.empty()) return "  could not be run: " + outcome.failure + "\n";
  if (outcome.timed_out) return "  took too long\n";
  std::string shown = outcome.out;
  std::vector<std::string> errors = lines_of(outcome.err);
  if (block.language == "python" && outcome.code != 0 && !errors.empty())
    shown += errors.back() + "\n";
  if (expected && !fits(lines_of(expected->text), 0, lines_of(shown), 0)) {
    return "  output (- on the page, + in fact):\n" + baton::testing::diff(expected->text, shown);
  }
  if (outcome.code != 0 && (!expected || block.language != "python")) {
    return "  exit status " + std::to_string(outcome.code) + ": " + outcome.err;
  }
  return "";
}

}  // namespace

int main(int argc, char** argv) {
  std::string interpreter, root = ".";
  double slow = 1;
  std::vector<std::string> pages;
  for (int i = 1; i < argc; ++i) {
    std::string word = argv[i];
    if (word.rfind("--", 0) != 0) {
      pages.push_back(word);
    } else if (i + 1 < argc && word == "--interp") {
      interpreter = argv[++i];
    } else if (i + 1 < argc && word == "--root") {
      root = argv[++i];
    } else if (i + 1 < argc && word == "--slow") {
      slow = std::max(1.0, std::atof(argv[++i]));
    } else {
      interpreter.clear();
      break;
    }
  }
  if (interpreter.empty() || pages.empty()) {
    std::fputs("usage: run_docs --interp CMD [--root DIR] [--slow FACTOR] PAGE.md...\n", stderr);
    return 2;
  }
  if (interpreter.find('/') != std::string::npos) {
    interpreter = std::filesystem::absolute(interpreter).string();
  }

  size_t run = 0, failed = 0;
  for (const std::string& path : pages) {
    std::string page;
    if (!baton::testing::read_file(path, &page)) {
      std::printf("FAIL %s: can't be read\n", path.c_str());
      ++failed;
      continue;
    }
    std::vector<Block> blocks = blocks_of(page);
    for (size_t i = 0; i < blocks.size(); ++i) {
      const Block& block = blocks[i];
      // At most one empty line between an example and its output.
      bool followed = i + 1 < blocks.size() && blocks[i + 1].language == "text" &&
                      blocks[i + 1].line <= block.end_line + 2;
      bool runs =
          (block.language == "python" && followed) || (block.language == "sh" && block.marked);
      if (!runs) continue;
      ++run;
      std::string faults =
          faults_of(block, followed ? &blocks[i + 1] : nullptr, interpreter, root, kLimit * slow);
      if (faults.empty()) continue;
      ++failed;
      std::printf("FAIL %s:%zu\n%s", path.c_str(), block.line, faults.c_str());
    }
  }
  std::printf("%zu examples run, %zu failed\n", run, failed);
  return failed ? 1 : 0;
}
