// Reading the command line: options up to the script, -c, -m or `-`; the rest belongs to the program.
#include "cli/options.h"

#include <getopt.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <optional>

#include "vm/base/clock.h"
#include "vm/base/hash_seed.h"

namespace baton {
namespace {

enum Long : int { kInterval = 256, kTicks, kPolicy, kSlice, kDis, kMemory };

const option kLongOptions[] = {{"help", no_argument, nullptr, 'h'},
                               {"version", no_argument, nullptr, 'V'},
                               {"switch-interval", required_argument, nullptr, kInterval},
                               {"switch-ticks", required_argument, nullptr, kTicks},
                               {"gil-policy", required_argument, nullptr, kPolicy},
                               {"slice", required_argument, nullptr, kSlice},
                               {"memory-limit", required_argument, nullptr, kMemory},
                               {"dis", required_argument, nullptr, kDis},
                               {nullptr, 0, nullptr, 0}};

bool fail(const std::string& message) {
  std::fprintf(stderr, "baton: %s\n", message.c_str());
  return false;
}

bool read_duration(const char* option, const char* text, int64_t* out) {
  std::string why;
  std::optional<int64_t> ns = parse_duration(text, &why);
  if (!ns) return fail(std::string("--") + option + ": " + (why.empty() ? "bad duration" : why));
  if (*ns <= 0) return fail(std::string("--") + option + ": must be more than 0");
  *out = *ns;
  return true;
}

bool read_count(const char* option, const char* text, int64_t least, int64_t* out) {
  errno = 0;
  char* end = nullptr;
  long long n = std::strtoll(text, &end, 10);
  if (end == text || *end != '\0' || errno != 0 || n < least)
    return fail(std::string("--") + option + ": '" + text + "' is not a whole number of at least " +
                std::to_string(least));
  *out = n;
  return true;
}

// A variable that is set to something.
const char* variable(const char* name) {
  const char* v = std::getenv(name);
  return v && *v ? v : nullptr;
}
std::vector<std::string> split(const std::string& text, char sep) {
  std::vector<std::string> parts;
  for (size_t from = 0;;) {
    size_t to = text.find(sep, from);
    parts.push_back(text.substr(from, to == text.npos ? to : to - from));
    if (to == text.npos) return parts;
    from = to + 1;
  }
}

bool read_policy(const char* text, VmOptions* vm) {
  if (!std::strcmp(text, "default"))
    vm->policy = GilPolicy::kDefault;
  else if (!std::strcmp(text, "classic"))
    vm->policy = GilPolicy::kClassic;
  else if (!std::strcmp(text, "ticks"))
    vm->policy = GilPolicy::kTicks;
  else
    return fail(std::string("--gil-policy: '") + text + "' is none of default, classic, ticks");
  return true;
}

}  // namespace

const char* usage_text() {
  return "usage: baton [option]... [file | -c command | -m module | -] [argument]...\n"
         "\n"
         "  -c command             run a program given as a string\n"
         "  -m module              run a module found on sys.path\n"
         "  -                      read the program from standard input\n"
         "  -u                     standard output is not buffered\n"
         "  -O                     leave assert statements out; __debug__ is False\n"
         "  -W action              a warning filter, for sys.warnoptions\n"
         "  -X name[=value]        for sys._xoptions\n"
         "  -E                     ignore PYTHON... environment variables\n"
         "  -P                     don't put the program's folder on sys.path\n"
         "  -I                     isolated: -E and -P\n"
         "  -x                     skip the first line of the program\n"
         "  -h, --help             show this text\n"
         "  -V, --version          show the version\n"
         "  --dis FILE             show the bytecode of a file\n"
         "  --memory-limit BYTES   MemoryError past this much heap\n"
         "\n"
         "The global interpreter lock:\n"
         "  --switch-interval D    hand the lock over after D (250us, 5ms, 1s), default 5ms\n"
         "  --switch-ticks N       hand it over every N bytecodes instead\n"
         "  --gil-policy NAME      default, classic (CPython's algorithm) or ticks\n"
         "  --slice D|off          time slice asked of the kernel for each thread\n"
         "\n"
         "Environment: PYTHONPATH, PYTHONSAFEPATH, PYTHONHASHSEED, PYTHONUNBUFFERED,\n"
         "PYTHONOPTIMIZE, PYTHONWARNINGS, PYTHONINTMAXSTRDIGITS.\n"
         "Shown in sys.flags, without other effect: -b -d -s -S -v -B -q\n";
}

bool parse_options(int argc, char** argv, CliOptions* out) {
  opterr = 0;
  optind = 1;
  for (;;) {
    int at = optind;
    int c = getopt_long(argc, argv, "+:c:m:hVuIEsSBOPbdqvxiX:W:", kLongOptions, nullptr);
    if (c == -1) break;
    switch (c) {
      case 'h': out->run = CliOptions::Run::kHelp; return true;
      case 'V': out->run = CliOptions::Run::kVersion; return true;
      case 'c':
      case 'm':
        out->run = c == 'c' ? CliOptions::Run::kCommand : CliOptions::Run::kModule;
        out->what = optarg;
        out->args.assign(argv + optind, argv + argc);
        return true;
      case 'i': return fail("-i: there is no interactive mode after a program");
      case 'u': out->startup.unbuffered = true; break;
      case 'I':
        out->startup.isolated = out->startup.ignore_environment = true;
        out->startup.no_user_site = out->startup.safe_path = true;
        break;
      case 'E': out->startup.ignore_environment = true; break;
      case 'P': out->startup.safe_path = true; break;
      case 's': out->startup.no_user_site = true; break;
      case 'S': out->startup.no_site = true; break;
      case 'B': break;  // there are no bytecode files
      case 'O': ++out->startup.optimize; break;
      case 'b': ++out->startup.bytes_warning; break;
      case 'd': ++out->startup.debug; break;
      case 'v': ++out->startup.verbose; break;
      case 'q': out->startup.quiet = true; break;
      case 'x': out->skip_first_line = true; break;
      case 'X': out->startup.xoptions.emplace_back(optarg); break;
      case 'W': out->startup.warnoptions.emplace_back(optarg); break;
      case kInterval:
        if (!read_duration("switch-interval", optarg, &out->vm.switch_interval_ns)) return false;
        break;
      case kTicks:
        if (!read_count("switch-ticks", optarg, 1, &out->vm.switch_ticks)) return false;
        break;
      case kPolicy:
        if (!read_policy(optarg, &out->vm)) return false;
        break;
      case kSlice:
        if (!std::strcmp(optarg, "off"))
          out->vm.slice_ns = 0;
        else if (!read_duration("slice", optarg, &out->vm.slice_ns))
          return false;
        break;
      case kMemory: {
        int64_t n = 0;
        if (!read_count("memory-limit", optarg, 1 << 20, &n)) return false;
        out->vm.memory_limit = static_cast<size_t>(n);
        break;
      }
      case kDis:
        out->run = CliOptions::Run::kDisassemble;
        out->what = optarg;
        return true;
      case ':': return fail(std::string("argument expected for the option ") + argv[optind - 1]);
      default:
        return fail(std::string("unknown option ") + (at < argc ? argv[at] : "") +
                    " (baton --help lists them)");
    }
  }
  if (optind >= argc) return true;
  out->what = argv[optind];
  out->args.assign(argv + optind + 1, argv + argc);
  out->run = CliOptions::Run::kFile;
  if (out->what == "-") {
    out->run = CliOptions::Run::kStdin;
    out->dash = true;
  }
  return true;
}

bool read_environment(CliOptions* o) {
  Startup& s = o->startup;
  if (s.ignore_environment) return true;
  if (const char* path = variable("PYTHONPATH")) {
    std::error_code none;
    for (const std::string& dir : split(path, ':')) {
      std::string full =
          std::filesystem::absolute(dir.empty() ? "." : dir, none).lexically_normal().string();
      if (full.size() > 1 && full.back() == '/') full.pop_back();
      std::vector<std::string>& all = o->vm.path;
      if (std::find(all.begin(), all.end(), full) == all.end()) all.push_back(full);
    }
  }
  if (variable("PYTHONSAFEPATH")) s.safe_path = true;
  if (variable("PYTHONUNBUFFERED")) s.unbuffered = true;
  if (const char* level = variable("PYTHONOPTIMIZE"))
    s.optimize = std::max(s.optimize, std::max(1, std::atoi(level)));
  if (const char* filters = variable("PYTHONWARNINGS")) {
    std::vector<std::string> first = split(filters, ',');
    s.warnoptions.insert(s.warnoptions.begin(), first.begin(), first.end());
  }
  if (const char* seed = variable("PYTHONHASHSEED"); seed && std::strcmp(seed, "random") != 0) {
    char* end = nullptr;
    errno = 0;
    unsigned long n = std::strtoul(seed, &end, 10);
    if (*end || errno || n > 4294967295UL)
      return fail("PYTHONHASHSEED must be \"random\" or an integer in range [0; 4294967295]");
    fix_hash_seed(static_cast<uint32_t>(n));
    s.fixed_hash_seed = n == 0;
  }
  if (const char* digits = variable("PYTHONINTMAXSTRDIGITS")) {
    char* end = nullptr;
    errno = 0;
    long n = std::strtol(digits, &end, 10);
    if (*end || errno || (n != 0 && n < 640) || n > INT32_MAX)
      return fail("PYTHONINTMAXSTRDIGITS: invalid limit; must be >= 640 or 0 for unlimited.");
    o->max_str_digits = n;
  }
  return true;
}

}  // namespace baton
