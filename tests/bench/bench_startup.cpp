// What starting costs: the time from spawning `baton -c pass` to its end, beside that of a process
// that does nothing. Prints `name: value unit`, one figure a line.
//
//   startup.empty   a static program whose main returns at once
//   startup.baton   baton -c pass
//   startup.cost    the difference
//   startup.python3 python3 -S -E -c pass, where there is one
//
// The programs take turns, so that a slow moment of the machine meets all of them; medians.
// Usage: startup [ROUNDS [BATON]]; without BATON, the one beside this program's build folder.

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include "vm/base/clock.h"

extern char** environ;

namespace {

struct Program {
  const char* name;
  std::vector<std::string> argv;
  std::vector<double> ms;
};

// Runs a program to its end with no output; false when it can't be run or fails.
bool run(const Program& p, double* ms) {
  std::vector<char*> argv;
  for (const std::string& word : p.argv) argv.push_back(const_cast<char*>(word.c_str()));
  argv.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0);
  int64_t begin = baton::monotonic_ns();
  pid_t child;
  int error = posix_spawnp(&child, argv[0], &actions, nullptr, argv.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  if (error != 0) return false;
  int status = 0;
  if (waitpid(child, &status, 0) != child) return false;
  *ms = static_cast<double>(baton::monotonic_ns() - begin) / 1e6;
  return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

double median(std::vector<double>& v) {
  std::sort(v.begin(), v.end());
  return v[v.size() / 2];
}

// Makes an empty static program with the system's compiler; "" when there is none.
std::string make_empty_program() {
  char folder[] = "/tmp/bench_startup.XXXXXX";
  if (!mkdtemp(folder)) return "";
  std::string program = std::string(folder) + "/empty";
  std::string command =
      "echo 'int main() { return 0; }' | c++ -O1 -static -x c++ -o " + program + " - 2>/dev/null";
  if (std::system(command.c_str()) == 0) return program;
  rmdir(folder);
  return "";
}

// The interpreter of this build: this program is BUILD/bench/startup, that one BUILD/baton.
std::string own_baton() {
  char path[4096];
  ssize_t n = readlink("/proc/self/exe", path, sizeof path);
  if (n <= 0) return "baton";
  std::string folder(path, static_cast<size_t>(n));
  for (int up = 0; up < 2; ++up) folder.erase(folder.rfind('/'));
  return folder + "/baton";
}

}  // namespace

int main(int argc, char** argv) {
  int rounds = argc > 1 ? std::max(1, std::atoi(argv[1])) : 200;
  std::string empty = make_empty_program();
  std::string baton = argc > 2 ? argv[2] : own_baton();
  std::vector<Program> programs = {{"baton", {baton, "-c", "pass"}, {}}};
  if (!empty.empty()) programs.push_back({"empty", {empty}, {}});
  programs.push_back({"python3", {"python3", "-S", "-E", "-c", "pass"}, {}});
  for (Program& p : programs) {  // also warms the page cache
    double ms;
    if (run(p, &ms)) continue;
    if (&p == &programs[0]) {
      std::fprintf(stderr, "startup: can't run %s -c pass\n", baton.c_str());
      return 1;
    }
    p.argv.clear();
  }
  for (int i = 0; i < rounds; ++i) {
    for (Program& p : programs) {
      double ms;
      if (!p.argv.empty() && run(p, &ms)) p.ms.push_back(ms);
    }
  }
  double of_empty = -1, of_baton = -1;
  for (Program& p : programs) {
    if (p.ms.empty()) continue;
    double m = median(p.ms);
    std::printf("startup.%s: %.3f ms\n", p.name, m);
    if (p.name == std::string("empty")) of_empty = m;
    if (p.name == std::string("baton")) of_baton = m;
  }
  if (of_empty >= 0) std::printf("startup.cost: %.3f ms\n", of_baton - of_empty);
  if (!empty.empty()) {
    unlink(empty.c_str());
    rmdir(empty.substr(0, empty.rfind('/')).c_str());
  }
}
