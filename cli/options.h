// The command line as data.
#pragma once
#include <string>
#include <vector>

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
  bool unbuffered = false;
  VmOptions vm;
};

// Reads argv. False: what is wrong was told in one line on stderr; exit status 2.
bool parse_options(int argc, char** argv, CliOptions* out);
const char* usage_text();

}  // namespace baton
