#!/usr/bin/env python3
"""Writes a translation that nobody speaks, to see what is not translated and what has too little room.

Usage: pseudo-translation.py SOURCE.ts RESULT.ts

Every text of SOURCE, whose translations do not matter, becomes a longer one with accents, in brackets that no text has
otherwise, behind a mark that makes it one of a language written from right to left. Placeholders, keys of menus,
shortcuts and file filters stay as they are.
"""
import re
import sys
import xml.etree.ElementTree as ElementTree

RIGHT_TO_LEFT_MARK = "\u200f"
ACCENTS = str.maketrans("aeiouyAEIOUYcnsz", "äëïöüÿÅÉÎÔÛÝçñšž")
# Placeholders, a menu's key, the patterns of a file filter.
KEPT = re.compile(r"(%L?(?:\d+|n)|&.|\(\*[^)]*\))")
SHORTCUT = re.compile(r"(?:(?:Ctrl|Shift|Alt)\+)*(?:F\d+|.)|(?:Ctrl|Shift|Alt)\+.*")


def pseudo(text: str) -> str:
    if SHORTCUT.fullmatch(text):
        return text
    parts = KEPT.split(text)
    for at in range(0, len(parts), 2):  # what is kept stands between
        doubled = re.sub(r"([aeiouAEIOU])", lambda vowel: vowel[0] + vowel[0].lower(), parts[at])
        parts[at] = doubled.translate(ACCENTS)
    return RIGHT_TO_LEFT_MARK + "⟦" + "".join(parts) + "⟧"


def main() -> None:
    tree = ElementTree.parse(sys.argv[1])
    tree.getroot().set("language", "en_US")  # two forms
    for message in tree.getroot().iter("message"):
        text = pseudo(message.findtext("source"))
        translation = message.find("translation")
        translation.attrib.clear()
        translation.clear()
        if message.get("numerus") == "yes":
            for _ in range(2):
                ElementTree.SubElement(translation, "numerusform").text = text
        else:
            translation.text = text
    tree.write(sys.argv[2], encoding="utf-8", xml_declaration=True)


main()
