// Runs test scripts and compares what they show with what is recorded beside them.
//
//     run_scripts --interp CMD [--flag ARG]... [--slow N] [--limit S] [--jobs N] [--filter TEXT] PATH...
//
// A test is NAME.py, run by the interpreter, or NAME.cmd, a script for `sh` to which the
// interpreter is the command `baton` (flags included; the bare program is $BATON) and its own
// folder $DIR; both run in a fresh directory. A PATH is such a file or a folder searched for them;
// names beginning with `_` are helpers, not tests. Beside it lie, as far as they matter:
//
//     NAME.out     stdout, exactly
//     NAME.has     regular expressions, one a line, each found somewhere in stdout
//     NAME.err     stderr, exactly; if it is one line, the last line of stderr
//     NAME.errhas  regular expressions, one a line, each found somewhere in stderr
//     NAME.code    exit status (without it: 0)
//     NAME.args    arguments, one a line
//     NAME.in      standard input
//
// A test needs an expectation; the stream without one must stay empty. In tracebacks, paths are cut
// to their last part, and addresses are made the same (tests/record does likewise when it records).
// A line `# limit: SECONDS` among a test's first five sets its time limit. This program knows
// nothing of how expectations come about, and needs nothing but the interpreter and `sh`.

#include <algorithm>
#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <mutex>
#include <regex>
#include <sstream>
#include <string>
#include <thread>
#include <vector>

#include "tests/run/process.h"

namespace fs = std::filesystem;
using baton::testing::Command;
using baton::testing::Outcome;

namespace {

constexpr const char* kUsage =
    "usage: run_scripts --interp CMD [--flag ARG]... [--slow FACTOR] [--limit SECONDS] [--jobs N]\n"
    "                   [--filter TEXT] [--list] PATH...\n";

struct Options {
  std::vector<std::string> interpreter;
  double slow = 1;
  double limit = 20;
  int jobs = 2;
  std::string filter;
  bool list = false;
  std::vector<std::string> paths;
};

// `File "/some/where/x.py"` becomes `File "x.py"`, and `at 0x7f00...` becomes `at 0x...`.
std::string normalised(const std::string& text) {
  static const std::string kFile = "File \"", kAddress = " at 0x";
  std::string result;
  size_t at = 0;
  while (at < text.size()) {
    size_t file = text.find(kFile, at), address = text.find(kAddress, at);
    size_t next = std::min(file, address);
    if (next == std::string::npos) break;
    if (next == file) {
      size_t start = file + kFile.size(), end = text.find_first_of("\"\n", start);
      if (end == std::string::npos) break;
      size_t slash = text.rfind('/', end);
      result.append(text, at, start - at);
      at = slash != std::string::npos && slash >= start ? slash + 1 : start;
      result.append(text, at, end - at);
      at = end;
    } else {
      size_t digits = address + kAddress.size();
      size_t end = text.find_first_not_of("0123456789abcdef", digits);
      result.append(text, at, digits - at);
      result += "...";
      at = end == std::string::npos ? text.size() : end;
    }
  }
  return result.append(text, std::min(at, text.size()), std::string::npos);
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

std::string last_line(const std::string& text) {
  std::string last;
  for (const std::string& line : lines_of(text)) {
    if (!line.empty()) last = line;
  }
  return last;
}

bool beside(const fs::path& test, const char* extension, std::string* text) {
  fs::path path = test;
  return baton::testing::read_file(path.replace_extension(extension).string(), text);
}

double limit_of(const fs::path& test, double otherwise) {
  static const std::string kMark = "# limit:";
  std::string source;
  baton::testing::read_file(test.string(), &source);
  size_t end = 0;
  for (int i = 0; i < 5 && end != std::string::npos; ++i) {
    size_t start = i == 0 ? 0 : end + 1;
    end = source.find('\n', start);
    if (source.compare(start, kMark.size(), kMark) == 0) {
      double seconds = std::strtod(source.c_str() + start + kMark.size(), nullptr);
      if (seconds > 0) return seconds;
    }
  }
  return otherwise;
}

// Appends a complaint for each pattern of `patterns` that `text` doesn't hold.
void expect_patterns(const std::string& patterns, const std::string& text, const char* stream,
                     std::string* faults) {
  bool missing = false;
  for (const std::string& pattern : lines_of(patterns)) {
    if (pattern.empty()) continue;
    try {
      if (std::regex_search(text,
                            std::regex(pattern, std::regex::ECMAScript | std::regex::multiline)))
        continue;
      *faults += std::string("  not in ") + stream + ": " + pattern + "\n";
      missing = true;
    } catch (const std::regex_error& e) {
      *faults += "  bad pattern " + pattern + ": " + e.what() + "\n";
    }
  }
  if (missing) *faults += std::string("  ") + stream + " was:\n" + baton::testing::diff("", text);
}

// Runs one test. Returns what is wrong with it, empty if nothing is.
std::string faults_of(const fs::path& test, const Options& options) {
  baton::testing::ScratchDir scratch;
  if (scratch.path().empty()) return "  no temporary directory could be made\n";

  Command command;
  command.cwd = scratch.path();
  command.limit = limit_of(test, options.limit) * options.slow;
  command.env = {"LC_ALL=C.UTF-8", "PYTHONDONTWRITEBYTECODE=1", "TMPDIR=" + scratch.path(),
                 "DIR=" + test.parent_path().string()};
  std::string text;
  if (test.extension() == ".cmd") {
    std::string words;
    for (const std::string& word : options.interpreter) {
      words += (words.empty() ? "" : " ") + baton::testing::shell_word(word);
    }
    // A command line of several words, quoted: only a function gives the script that.
    baton::testing::read_file(test.string(), &text);
    command.argv = {"sh", "-c", "baton() { " + words + " \"$@\"; }\n" + text};
    command.env.push_back("BATON=" + options.interpreter[0]);
  } else {
    command.argv = options.interpreter;
    command.argv.push_back(test.string());
    if (beside(test, ".args", &text)) {
      for (const std::string& line : lines_of(text)) command.argv.push_back(line);
    }
    fs::path input = test;
    if (fs::exists(input.replace_extension(".in"))) command.stdin_path = input.string();
  }

  Outcome outcome = baton::testing::run(command);
  if (!outcome.failure.empty()) return "  could not be run: " + outcome.failure + "\n";
  outcome.out = normalised(outcome.out);
  outcome.err = normalised(outcome.err);

  std::string faults;
  if (outcome.timed_out) {
    char limit[64];
    std::snprintf(limit, sizeof limit, "  killed after %g s\n", command.limit);
    faults += limit;
  }

  int code = 0;
  if (beside(test, ".code", &text)) code = std::atoi(text.c_str());
  if (!outcome.timed_out && outcome.code != code) {
    faults += "  exit status " + std::to_string(outcome.code) + ", expected " +
              std::to_string(code) + "\n";
  }

  bool expects_out = false, expects_err = false;
  if (beside(test, ".out", &text)) {
    expects_out = true;
    if (outcome.out != text) {
      faults += "  stdout (- expected, + actual):\n" + baton::testing::diff(text, outcome.out);
    }
  }
  if (beside(test, ".has", &text)) {
    expects_out = true;
    expect_patterns(text, outcome.out, "stdout", &faults);
  }

  if (beside(test, ".err", &text)) {
    expects_err = true;
    bool whole = lines_of(text).size() > 1;
    std::string actual = whole ? outcome.err : last_line(outcome.err);
    std::string expected = whole ? text : last_line(text);
    if (actual != expected) {
      faults += "  stderr (- expected, + actual):\n" +
                baton::testing::diff(whole ? text : expected + "\n", outcome.err);
    }
  }
  if (beside(test, ".errhas", &text)) {
    expects_err = true;
    expect_patterns(text, outcome.err, "stderr", &faults);
  }
  if (!expects_out && !expects_err) faults += "  nothing is recorded of what it should show\n";
  if (!expects_out && !outcome.out.empty()) {
    faults += "  stdout, where nothing was expected:\n" + baton::testing::diff("", outcome.out);
  }
  if (!expects_err && !outcome.err.empty()) {
    faults += "  stderr, where nothing was expected:\n" + baton::testing::diff("", outcome.err);
  } else if (!faults.empty() && !outcome.err.empty() &&
             faults.find("stderr") == std::string::npos) {
    faults += "  its stderr ended: " + last_line(outcome.err) + "\n";
  }
  return faults;
}

bool is_test(const fs::path& path) {
  return (path.extension() == ".py" || path.extension() == ".cmd") &&
         path.filename().string().front() != '_';
}

// The tests that the paths name, in order of name. False, with a message, if a path isn't there.
bool collect(const Options& options, std::vector<fs::path>* tests) {
  for (const std::string& path : options.paths) {
    std::error_code error;
    fs::path absolute = fs::absolute(path, error);
    if (fs::is_directory(absolute, error)) {
      for (const auto& entry : fs::recursive_directory_iterator(absolute, error)) {
        if (entry.is_regular_file() && is_test(entry.path())) tests->push_back(entry.path());
      }
    } else if (fs::is_regular_file(absolute, error)) {
      tests->push_back(absolute);
    } else {
      std::fprintf(stderr, "run_scripts: no such file or folder: %s\n", path.c_str());
      return false;
    }
  }
  std::erase_if(*tests, [&](const fs::path& test) {
    return test.string().find(options.filter) == std::string::npos;
  });
  std::sort(tests->begin(), tests->end());
  return true;
}

bool parse(int argc, char** argv, Options* options) {
  for (int i = 1; i < argc; ++i) {
    std::string word = argv[i];
    if (word == "--list") {
      options->list = true;
    } else if (word.rfind("--", 0) == 0) {
      if (++i == argc) return false;
      std::string value = argv[i];
      if (word == "--interp") {
        options->interpreter.insert(options->interpreter.begin(), value);
      } else if (word == "--flag") {
        options->interpreter.push_back(value);
      } else if (word == "--slow") {
        options->slow = std::max(1.0, std::atof(value.c_str()));
      } else if (word == "--limit") {
        options->limit = std::atof(value.c_str());
      } else if (word == "--jobs") {
        options->jobs = std::max(1, std::atoi(value.c_str()));
      } else if (word == "--filter") {
        options->filter = value;
      } else {
        return false;
      }
    } else {
      options->paths.push_back(word);
    }
  }
  return !options->paths.empty() && options->limit > 0 &&
         (options->list || !options->interpreter.empty());
}

}  // namespace

int main(int argc, char** argv) {
  Options options;
  if (!parse(argc, argv, &options)) {
    std::fputs(kUsage, stderr);
    return 2;
  }
  std::vector<fs::path> tests;
  if (!collect(options, &tests)) return 2;
  if (options.list) {
    for (const fs::path& test : tests) std::printf("%s\n", test.c_str());
    return 0;
  }
  if (tests.empty()) {
    std::fputs("run_scripts: no tests found\n", stderr);
    return 2;
  }
  // Tests run in folders of their own, so a relative path to the interpreter has to be made whole.
  std::string& program = options.interpreter[0];
  if (program.find('/') != std::string::npos) program = fs::absolute(program).string();

  std::atomic<size_t> next{0};
  std::mutex printing;
  size_t failed = 0;
  auto work = [&] {
    for (size_t i; (i = next++) < tests.size();) {
      std::string faults = faults_of(tests[i], options);
      std::lock_guard<std::mutex> hold(printing);
      if (faults.empty()) continue;
      ++failed;
      std::printf("FAIL %s\n%s", tests[i].c_str(), faults.c_str());
      std::fflush(stdout);
    }
  };
  std::vector<std::thread> workers;
  for (int i = 0; i < options.jobs; ++i) workers.emplace_back(work);
  for (std::thread& worker : workers) worker.join();
  std::printf("%zu of %zu tests passed\n", tests.size() - failed, tests.size());
  return failed ? 1 : 0;
}
