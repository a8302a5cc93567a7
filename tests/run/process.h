#pragma once
// Running a command under a time limit with its output captured; what both test runners stand on.
//
// Always holds: the command and all it starts form one process group, which is gone when run()
// returns. Expectations, diffs and test discovery don't belong here. Threads: run() may be called
// from several at once.

#include <string>
#include <vector>

namespace baton::testing {

struct Command {
  std::vector<std::string> argv;  // argv[0] is looked up in PATH; never empty
  std::string cwd;                // working directory; empty: the runner's own
  std::string stdin_path;         // file to read as standard input; empty: /dev/null
  std::vector<std::string> env;   // NAME=value, on top of the runner's environment
  double limit = 20;              // seconds of wall time until the group is killed
};

struct Outcome {
  std::string out, err;
  int code = 0;  // exit status; 128 + signal number if a signal ended it
  bool timed_out = false;
  std::string failure;  // why it could not be started; empty if it could
};

// Runs the command to its end or its limit. Never throws for what the command does.
Outcome run(const Command& command);

// A fresh empty directory under $TMPDIR (or /tmp), removed with all its contents at the end of its
// scope.
class ScratchDir {
 public:
  ScratchDir();
  ~ScratchDir();
  ScratchDir(const ScratchDir&) = delete;
  ScratchDir& operator=(const ScratchDir&) = delete;
  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

// The file's bytes; false if it can't be read.
bool read_file(const std::string& path, std::string* text);

// The text as one word of a POSIX shell.
std::string shell_word(const std::string& text);

// The differences between two texts, line by line, with `-` for expected and `+` for actual lines.
std::string diff(const std::string& expected, const std::string& actual);

}  // namespace baton::testing
