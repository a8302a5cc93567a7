// See process.h. Commands start through posix_spawn: fork() would be unsafe beside the runner's
// other threads.

#include "tests/run/process.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <thread>

extern char** environ;

namespace baton::testing {
namespace {

constexpr size_t kMostOutput = 64 << 20;  // bytes kept of each stream
constexpr size_t kMostDiffLines = 60;
constexpr size_t kMostLinesCompared = 2000;

using Clock = std::chrono::steady_clock;

std::vector<std::string> merged_environment(const std::vector<std::string>& extra) {
  std::vector<std::string> merged = extra;
  for (char** e = environ; *e; ++e) {
    const char* equals = std::strchr(*e, '=');
    if (!equals) continue;
    std::string name(*e, equals - *e + 1);
    bool overridden = std::any_of(extra.begin(), extra.end(),
                                  [&](const std::string& x) { return x.rfind(name, 0) == 0; });
    // The interpreter's own settings, when someone has them in their shell, must not change
    // results.
    bool foreign = name.rfind("BATON", 0) == 0 || name.rfind("PYTHON", 0) == 0;
    if (!overridden && !foreign) merged.push_back(*e);
  }
  return merged;
}

std::vector<char*> pointers(const std::vector<std::string>& words) {
  std::vector<char*> result;
  for (const std::string& word : words) result.push_back(const_cast<char*>(word.c_str()));
  result.push_back(nullptr);
  return result;
}

int milliseconds_left(Clock::time_point deadline) {
  auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now());
  return static_cast<int>(std::max<long long>(0, left.count()));
}

// Reads both pipes to their ends. False if the deadline came first.
bool drain(int out_fd, int err_fd, Clock::time_point deadline, Outcome* outcome) {
  pollfd fds[2] = {{out_fd, POLLIN, 0}, {err_fd, POLLIN, 0}};
  std::string* sinks[2] = {&outcome->out, &outcome->err};
  std::vector<char> buffer(1 << 16);
  while (fds[0].fd >= 0 || fds[1].fd >= 0) {
    int ready = poll(fds, 2, milliseconds_left(deadline));
    if (ready < 0 && errno == EINTR) continue;
    if (ready <= 0) return false;
    for (int i = 0; i < 2; ++i) {
      if (fds[i].fd < 0 || !fds[i].revents) continue;
      ssize_t n = read(fds[i].fd, buffer.data(), buffer.size());
      if (n < 0 && errno == EINTR) continue;
      if (n <= 0) {
        fds[i].fd = -1;
      } else if (sinks[i]->size() < kMostOutput) {
        sinks[i]->append(buffer.data(), n);
      }
    }
  }
  return true;
}

// Waits for the process until the deadline. False if it is still there then.
bool wait_until(pid_t pid, Clock::time_point deadline, int* status) {
  for (;;) {
    pid_t got = waitpid(pid, status, WNOHANG);
    if (got == pid) return true;
    if (got < 0 && errno != EINTR) return false;
    if (Clock::now() >= deadline) return false;
    std::this_thread::sleep_for(std::chrono::milliseconds(2));
  }
}

std::vector<std::string> split_lines(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  if (!text.empty() && text.back() != '\n') lines.push_back("\\ no newline at the end");
  return lines;
}

}  // namespace

Outcome run(const Command& command) {
  Outcome outcome;
  int out[2], err[2];
  if (pipe2(out, O_CLOEXEC) != 0) {
    outcome.failure = std::strerror(errno);
    return outcome;
  }
  if (pipe2(err, O_CLOEXEC) != 0) {
    outcome.failure = std::strerror(errno);
    close(out[0]), close(out[1]);
    return outcome;
  }

  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  const std::string input = command.stdin_path.empty() ? "/dev/null" : command.stdin_path;
  posix_spawn_file_actions_addopen(&actions, 0, input.c_str(), O_RDONLY, 0);
  posix_spawn_file_actions_adddup2(&actions, out[1], 1);
  posix_spawn_file_actions_adddup2(&actions, err[1], 2);
  if (!command.cwd.empty()) { posix_spawn_file_actions_addchdir_np(&actions, command.cwd.c_str()); }

  posix_spawnattr_t attributes;
  posix_spawnattr_init(&attributes);
  sigset_t defaults, unblocked;
  sigemptyset(&unblocked);
  sigemptyset(&defaults);
  for (int s : {SIGINT, SIGQUIT, SIGTERM, SIGPIPE}) sigaddset(&defaults, s);
  posix_spawnattr_setflags(&attributes,
                           POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK);
  posix_spawnattr_setpgroup(&attributes, 0);
  posix_spawnattr_setsigdefault(&attributes, &defaults);
  posix_spawnattr_setsigmask(&attributes, &unblocked);

  std::vector<std::string> environment = merged_environment(command.env);
  pid_t pid = -1;
  auto deadline = Clock::now() + std::chrono::milliseconds(static_cast<long>(command.limit * 1e3));
  int error = posix_spawnp(&pid, command.argv[0].c_str(), &actions, &attributes,
                           pointers(command.argv).data(), pointers(environment).data());
  posix_spawn_file_actions_destroy(&actions);
  posix_spawnattr_destroy(&attributes);
  close(out[1]), close(err[1]);
  if (error != 0) {
    outcome.failure = command.argv[0] + ": " + std::strerror(error);
  } else {
    int status = 0;
    bool done = drain(out[0], err[0], deadline, &outcome) && wait_until(pid, deadline, &status);
    if (!done) {
      // The process itself may have left in time, with a stray child holding the pipes: that is a
      // hang as well.
      outcome.timed_out = true;
      kill(-pid, SIGKILL);
      waitpid(pid, &status, 0);
    }
    kill(-pid, SIGKILL);
    outcome.code = WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
  }
  close(out[0]), close(err[0]);
  return outcome;
}

ScratchDir::ScratchDir() {
  const char* base = std::getenv("TMPDIR");
  std::string name = std::string(base && *base ? base : "/tmp") + "/baton-test-XXXXXX";
  if (mkdtemp(name.data())) path_ = name;
}

ScratchDir::~ScratchDir() {
  std::error_code ignored;
  if (!path_.empty()) std::filesystem::remove_all(path_, ignored);
}

bool read_file(const std::string& path, std::string* text) {
  std::ifstream in(path, std::ios::binary);
  if (!in) return false;
  std::ostringstream all;
  all << in.rdbuf();
  *text = all.str();
  return true;
}

std::string shell_word(const std::string& text) {
  std::string word = "'";
  for (char c : text) word += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return word + "'";
}

std::string diff(const std::string& expected, const std::string& actual) {
  std::vector<std::string> a = split_lines(expected), b = split_lines(actual);
  size_t most = kMostLinesCompared;
  a.resize(std::min(a.size(), most));
  b.resize(std::min(b.size(), most));
  // common[i][j]: length of the longest common subsequence of a[i..] and b[j..].
  std::vector<std::vector<int>> common(a.size() + 1, std::vector<int>(b.size() + 1, 0));
  for (size_t i = a.size(); i-- > 0;) {
    for (size_t j = b.size(); j-- > 0;) {
      common[i][j] =
          a[i] == b[j] ? common[i + 1][j + 1] + 1 : std::max(common[i + 1][j], common[i][j + 1]);
    }
  }
  std::ostringstream text;
  size_t printed = 0, i = 0, j = 0, same = 0;
  while ((i < a.size() || j < b.size()) && printed < kMostDiffLines) {
    if (i < a.size() && j < b.size() && a[i] == b[j]) {
      ++i, ++j, ++same;
      continue;
    }
    if (same) text << "      (" << same << (same == 1 ? " line" : " lines") << " as expected)\n";
    same = 0;
    if (j == b.size() || (i < a.size() && common[i + 1][j] >= common[i][j + 1])) {
      text << "    - " << a[i++].substr(0, 400) << "\n";
    } else {
      text << "    + " << b[j++].substr(0, 400) << "\n";
    }
    ++printed;
  }
  if (printed == kMostDiffLines) text << "      (more differences not shown)\n";
  return text.str();
}

}  // namespace baton::testing
