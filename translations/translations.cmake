# stream-desk_<language>.ts become resources of the target under :/translations. English has a file too: for its plurals.
#   streamdesk_translations(ui en de)
find_program(
    STREAMDESK_LRELEASE
    NAMES lrelease lrelease-qt6
    HINTS ${QT6_INSTALL_PREFIX}/${QT6_INSTALL_BINS} ${QT6_INSTALL_PREFIX}/${QT6_INSTALL_LIBEXECS} /usr/lib/qt6/bin REQUIRED)

function(streamdesk_translations target)
    set(folder ${CMAKE_CURRENT_BINARY_DIR}/translations)
    set(entries "")
    set(compiled "")
    foreach(language ${ARGN})
        set(source ${PROJECT_SOURCE_DIR}/translations/stream-desk_${language}.ts)
        set(result ${folder}/stream-desk_${language}.qm)
        add_custom_command(
            OUTPUT ${result}
            COMMAND ${STREAMDESK_LRELEASE} -silent ${source} -qm ${result}
            DEPENDS ${source}
            VERBATIM)
        list(APPEND compiled ${result})
        string(APPEND entries "<file>stream-desk_${language}.qm</file>")
    endforeach()
    file(CONFIGURE OUTPUT ${folder}/translations.qrc
         CONTENT "<RCC><qresource prefix=\"/translations\">${entries}</qresource></RCC>\n")
    add_custom_command(
        OUTPUT ${folder}/qrc_translations.cpp
        COMMAND Qt6::rcc --name translations ${folder}/translations.qrc --output ${folder}/qrc_translations.cpp
        DEPENDS ${compiled} ${folder}/translations.qrc
        VERBATIM)
    set_source_files_properties(${folder}/qrc_translations.cpp PROPERTIES SKIP_AUTOGEN ON SKIP_PRECOMPILE_HEADERS ON)
    target_sources(${target} PRIVATE ${folder}/qrc_translations.cpp)
endfunction()
