// The command line as data.
#pragma once
#include <string>
#include <vector>

#include "stdlib/stdlib.h"
#include "vm/core/vm.h"

namespace baton {

struct CliOptions {
  enum class Run {
    kFile,
    kCommand,
    kModule,
    kStdin,
    kHelp,
    kVersion,
    kDisassemble
  } run = Run::kStdin;
  std::string what;               // file, command or module name
  std::vector<std::string> args;  // after it
  bool dash = false;              // `-` was given: argv[0] is "-", else ""
  bool skip_first_line = false;
  int64_t max_str_digits = -1;  // -1: as it is
  Startup startup;
  VmOptions vm;
};

// Reads argv. False: what is wrong was told in one line on stderr; exit status 2.
bool parse_options(int argc, char** argv, CliOptions* out);
// Adds what the PYTHON... variables say, unless the options forbid it. As parse_options.
bool read_environment(CliOptions* out);
const char* usage_text();

}  // namespace baton
