# Everything a target of this project is compiled with: one interface library, linked by each.
add_library(streamdesk_common INTERFACE)
target_compile_features(streamdesk_common INTERFACE cxx_std_20)
target_include_directories(streamdesk_common INTERFACE ${PROJECT_SOURCE_DIR})
target_compile_definitions(streamdesk_common INTERFACE QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_KEYWORDS)

if(MSVC)
    target_compile_options(streamdesk_common INTERFACE /W4 /permissive- /utf-8 /Zc:__cplusplus /guard:cf)
    target_compile_definitions(streamdesk_common INTERFACE NOMINMAX WIN32_LEAN_AND_MEAN UNICODE _UNICODE)
else()
    target_compile_options(
        streamdesk_common
        INTERFACE -Wall
                  -Wextra
                  -Wpedantic
                  -Wconversion
                  -Wshadow
                  -Wnon-virtual-dtor
                  -fstack-protector-strong
                  $<$<CONFIG:Release,RelWithDebInfo>:-U_FORTIFY_SOURCE>
                  $<$<AND:$<CONFIG:Release,RelWithDebInfo>,$<NOT:$<BOOL:$<TARGET_PROPERTY:STREAMDESK_UNOPTIMISED>>>>:-D_FORTIFY_SOURCE=2>)
    if(CMAKE_SYSTEM_PROCESSOR MATCHES "x86_64|AMD64")
        target_compile_options(streamdesk_common INTERFACE -fcf-protection)
    endif()
    if(CMAKE_SYSTEM_NAME STREQUAL "Linux")
        target_link_options(streamdesk_common INTERFACE -Wl,-z,relro,-z,now,-z,noexecstack)
    endif()
endif()
# A hundred test programs are linked; this linker does it in a third of the time.
find_program(STREAMDESK_LLD ld.lld)
if(STREAMDESK_TESTS AND STREAMDESK_LLD AND CMAKE_SYSTEM_NAME STREQUAL "Linux")
    target_link_options(streamdesk_common INTERFACE -fuse-ld=lld)
endif()
# For what is built to be built quickly: tests, and under the sanitizers what is not the engine.
function(streamdesk_unoptimised target)
    if(NOT MSVC)
        target_compile_options(${target} PRIVATE -O0 -g1)
        set_target_properties(${target} PROPERTIES STREAMDESK_UNOPTIMISED ON) # fortifying needs optimisation
    endif()
endfunction()
if(STREAMDESK_WARNINGS_AS_ERRORS)
    target_compile_options(streamdesk_common INTERFACE $<IF:$<CXX_COMPILER_ID:MSVC>,/WX,-Werror>)
endif()

# -DSTREAMDESK_SANITIZE=address,undefined or thread or fuzzer-no-link,address,undefined
if(STREAMDESK_SANITIZE)
    target_compile_options(
        streamdesk_common INTERFACE -fsanitize=${STREAMDESK_SANITIZE} -fno-sanitize-recover=all
                                    -fno-omit-frame-pointer)
    target_link_options(streamdesk_common INTERFACE -fsanitize=${STREAMDESK_SANITIZE})
endif()
