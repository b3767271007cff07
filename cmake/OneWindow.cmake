# SPDX-License-Identifier: GPL-3.0-or-later
# How every target of the house is built: one set of flags, one way to name a library and a test.

add_library(ow_options INTERFACE)
target_compile_options(ow_options INTERFACE -Wall -Wextra -Wpedantic -Wconversion -Wno-sign-conversion -Wshadow -Wnon-virtual-dtor -Wsuggest-override)
# GCC 12 takes the inside of an empty std::optional for something that is read.
target_compile_options(ow_options INTERFACE $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>)
target_compile_definitions(ow_options INTERFACE
    QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY QT_NO_KEYWORDS QT_USE_QSTRINGBUILDER
    QT_NO_URL_CAST_FROM_STRING QT_DISABLE_DEPRECATED_BEFORE=0x060400)
# What goes out to windows and halls: overflows are caught, and no table of the linker stays writable. The sanitizers
# and everyday work do without.
target_compile_options(ow_options INTERFACE
    $<$<CONFIG:Release>:-fstack-protector-strong;-fstack-clash-protection;-fcf-protection>)
target_compile_definitions(ow_options INTERFACE $<$<CONFIG:Release>:_FORTIFY_SOURCE=2>)
target_link_options(ow_options INTERFACE $<$<CONFIG:Release>:LINKER:-z,relro,-z,now>)
if(OW_WERROR)
    target_compile_options(ow_options INTERFACE -Werror)
endif()
if(OW_ASAN)
    target_compile_options(ow_options INTERFACE -fsanitize=address,undefined -fno-omit-frame-pointer -fno-sanitize-recover=undefined)
    target_link_options(ow_options INTERFACE -fsanitize=address,undefined)
endif()

# ow_library(domain SOURCES a.cpp … [PUBLIC targets…] [PRIVATE targets…] [PCH headers…] [ROOT dir])
# makes ow_domain with the alias ow::domain. Headers of app/ are included as "domain/guide.h",
# those of ui/ and center/ from the top: "center/store.h".
function(ow_library NAME)
    cmake_parse_arguments(A "" "ROOT" "SOURCES;PUBLIC;PRIVATE;PCH" ${ARGN})
    add_library(ow_${NAME} STATIC ${A_SOURCES})
    add_library(ow::${NAME} ALIAS ow_${NAME})
    if(NOT A_ROOT)
        set(A_ROOT ${PROJECT_SOURCE_DIR}/app)
    endif()
    target_include_directories(ow_${NAME} PUBLIC ${A_ROOT})
    target_link_libraries(ow_${NAME} PUBLIC Qt6::Core tl::expected ${A_PUBLIC} PRIVATE ow_options ${A_PRIVATE})
    if(OW_PCH AND A_PCH)
        target_precompile_headers(ow_${NAME} PRIVATE ${A_PCH})
    endif()
endfunction()

# ow_test(domain SOURCES a.cpp … LIBRARIES ow::domain [GUI]) makes test_domain and gives each TEST_CASE to ctest.
function(ow_test NAME)
    cmake_parse_arguments(A "GUI" "TIMEOUT" "SOURCES;LIBRARIES;PROPERTIES" ${ARGN})
    if(NOT A_TIMEOUT)
        set(A_TIMEOUT 300)
    endif()
    add_executable(test_${NAME} ${A_SOURCES})
    target_include_directories(test_${NAME} PRIVATE ${PROJECT_SOURCE_DIR} ${PROJECT_SOURCE_DIR}/tests)
    target_compile_definitions(test_${NAME} PRIVATE
        OW_SOURCE_DIR=u"${PROJECT_SOURCE_DIR}" OW_BINARY_DIR=u"${CMAKE_BINARY_DIR}")
    if(A_GUI)
        target_link_libraries(test_${NAME} PRIVATE ow_options ow_test_main_gui ${A_LIBRARIES})
    else()
        target_link_libraries(test_${NAME} PRIVATE ow_options ow_test_main ${A_LIBRARIES})
    endif()
    catch_discover_tests(test_${NAME} TEST_PREFIX "${NAME}: " PROPERTIES TIMEOUT ${A_TIMEOUT} ${A_PROPERTIES})
endfunction()

# Registers the tests of test_NAME a second time, with their centres on a PostgreSQL of the tests' own
# (tests/support/cluster.sh). TESTS: a Catch2 test spec, all of them when not given.
function(ow_test_on_postgres NAME)
    cmake_parse_arguments(A "" "TESTS" "" ${ARGN})
    catch_discover_tests(test_${NAME} TEST_SPEC "${A_TESTS}" EXTRA_ARGS --durations no
        TEST_PREFIX "${NAME} on PostgreSQL: "
        PROPERTIES TIMEOUT 300 FIXTURES_REQUIRED postgres "ENVIRONMENT" "OW_POSTGRES_FOLDER=${OW_POSTGRES_FOLDER}")
endfunction()
