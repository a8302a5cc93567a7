# What a build may vary in, and the compiler flags that follow. Presets set these; nothing else should.

set(BATON_SANITIZE "" CACHE STRING "Sanitizers to build with, as g++ spells them: address,undefined or thread")
set(BATON_CONFIG "" CACHE STRING "Name put before each test's name, so that several builds' tests can be run as one")
set(BATON_TEST_LABELS "" CACHE STRING "Register only tests with one of these labels (empty: every test)")
set(BATON_TEST_SLOW 1 CACHE STRING "Factor on every test's time limit")
option(BATON_TESTS "Build the tests" ON)
option(BATON_BENCH "Build the benchmark programs of tests/bench" OFF)
option(BATON_GC_STRESS "Collect garbage at every chance" OFF)

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
if(NOT CMAKE_BUILD_TYPE)
  set(CMAKE_BUILD_TYPE Release CACHE STRING "" FORCE)
endif()
set(CMAKE_CXX_FLAGS_RELEASE "-O3 -DNDEBUG")

# -Wrestrict misfires on std::string in g++ 12 (GCC bug 105651).
add_compile_options(-Wall -Wextra -Wno-restrict -Wno-stringop-overflow -Wno-array-bounds -fno-strict-aliasing -fno-plt)
add_compile_options($<$<CXX_COMPILER_ID:GNU>:-fdiagnostics-color=auto>)
# Includes are written from the root of the repository; <baton/...> are the public headers.
include_directories(${PROJECT_SOURCE_DIR} ${PROJECT_SOURCE_DIR}/vm/include)
add_compile_definitions(BATON_VERSION="${PROJECT_VERSION}")

if(BATON_GC_STRESS)
  add_compile_definitions(BATON_GC_STRESS=1)
endif()

if(BATON_SANITIZE)
  # A report must fail the test that provoked it, hence no recovery.
  add_compile_options(-fsanitize=${BATON_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  add_link_options(-fsanitize=${BATON_SANITIZE})
elseif(CMAKE_BUILD_TYPE STREQUAL "Release")
  # A static C++ runtime and fixed addresses start faster: the dynamic linker has half as much to do.
  add_compile_options($<$<NOT:$<STREQUAL:$<TARGET_PROPERTY:TYPE>,MODULE_LIBRARY>>:-fno-pie>)
  add_link_options(-static-libstdc++ -static-libgcc
                   $<$<STREQUAL:$<TARGET_PROPERTY:TYPE>,EXECUTABLE>:-no-pie>)
endif()

# Link-time optimisation goes into the `baton` executable alone. Its objects carry machine code too
# (-ffat-lto-objects), so that tests and benchmark programs link in a second.
set(BATON_LTO OFF)
if(CMAKE_BUILD_TYPE STREQUAL "Release" AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND NOT BATON_SANITIZE)
  set(BATON_LTO ON)
  add_compile_options(-flto=2 -ffat-lto-objects)
  add_link_options($<IF:$<BOOL:$<TARGET_PROPERTY:BATON_LINK_LTO>>,-flto=2,-fno-lto>)
endif()

find_program(CCACHE ccache)
if(CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  # The sloppiness is what ccache asks for where a precompiled header is used.
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env CCACHE_SLOPPINESS=pch_defines,time_macros ${CCACHE})
endif()

# baton_library(NAME FILES...): a static library of the project, with the precompiled header where there is one.
function(baton_library name)
  add_library(${name} STATIC ${ARGN})
  if(EXISTS ${PROJECT_SOURCE_DIR}/vm/pch.h AND NOT name MATCHES "baton_(base|bytecode)")
    target_precompile_headers(${name} PRIVATE ${PROJECT_SOURCE_DIR}/vm/pch.h)
  endif()
endfunction()
