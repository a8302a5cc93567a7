# The libraries Baton takes from the system. docs/design.md gives the reason for each; `./dev demo` installs them.
# The release executable links the archives where the system has them: fewer files to find and map at start-up.
set(THREADS_PREFER_PTHREAD_FLAG ON)
find_package(Threads REQUIRED)

# baton_system_library(TARGET HEADER NAMES...): an imported target for a library that has no CMake package.
function(baton_system_library target header)
  find_path(${target}_INCLUDE ${header} REQUIRED)
  find_library(${target}_LIBRARY NAMES ${ARGN} REQUIRED)
  add_library(${target} UNKNOWN IMPORTED GLOBAL)
  set_target_properties(${target} PROPERTIES IMPORTED_LOCATION ${${target}_LIBRARY}
                                             INTERFACE_INCLUDE_DIRECTORIES ${${target}_INCLUDE})
endfunction()

baton_system_library(baton_gmp gmp.h libgmp.a gmp)
baton_system_library(baton_utf8proc utf8proc.h libutf8proc.a utf8proc)
# The header has to know that it meets the archive; for the shared library the definition changes nothing.
set_target_properties(baton_utf8proc PROPERTIES INTERFACE_COMPILE_DEFINITIONS UTF8PROC_STATIC)
baton_system_library(baton_pcre2 pcre2.h libpcre2-8.a pcre2-8)
baton_system_library(baton_crypto openssl/evp.h libcrypto.a crypto)
