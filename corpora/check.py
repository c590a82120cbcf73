#!/usr/bin/env python3
"""Check the form of the corpora in this folder.

usage: check.py [CORPORA]     (default: the folder that holds this file)

articles/*   text.txt, segments.tsv: the segments stand in the text verbatim and in order, and nothing lies between them
reports/*    de.txt, en.txt, de.tsv, en.tsv: relative links to articles; gold.tsv: links between sentences, strength 1 or 2
others       de.txt, en.txt; SRC.txt, TGT.txt: the same texts, a segment a line; gold.txt: every line in exactly one bead

Prints one line a folder, then the first error of each kind as file:line; exits 1 if there is any.
"""
import json, os, pathlib, re, sys

TYPES = {"sentence", "heading", "boilerplate"}
first_errors = {}


def error(kind, path, line, message):
    first_errors.setdefault(kind, f"{path}:{line}: {kind}: {message}")


def lines_of(path):
    """The lines of a text file; none, and an error, if it cannot be read."""
    try:
        return path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as problem:
        error("unreadable file", path, 1, problem)
    return []


def rows_of(path, header):
    """(line number, fields) of a table's rows below its header."""
    rows = [(n, line.split("\t")) for n, line in enumerate(lines_of(path), 1)]
    if not rows or rows[0][1][:3] != header:
        error("header", path, 1, "expected " + " ".join(header))
    return rows[1:]


def check_order(segments, text, path):
    """The (line number, text) segments follow one another in `text`, with only white space around them."""
    at = 0
    for line, segment in segments:
        found = text.find(segment, at)
        if found < 0 or not segment:
            return error("segment not in the text in order", path, line, segment[:60])
        if text[at:found].strip():
            error("text outside the segments", path, line, "before it: " + text[at:found].strip()[:60])
        at = found + len(segment)
    if text[at:].strip():
        error("text outside the segments", path, len(segments) + 1, "after the last: " + text[at:].strip()[:60])


def segments_of(path):
    """(line number, type, text) of each segment by index; checks the table itself."""
    segments = {}
    for line, fields in rows_of(path, ["index", "type", "text"]):
        if len(fields) != 3 or fields[0] != str(len(segments) + 1) or fields[1] not in TYPES:
            error("segment row", path, line, f"expected index {len(segments) + 1}, a type and a text")
        segments[len(segments) + 1] = line, fields[1] if len(fields) > 1 else "", fields[-1]
    return segments


def check_article(folder):
    segments = segments_of(folder / "segments.tsv").values()
    check_order([(line, text) for line, _, text in segments], "\n".join(lines_of(folder / "text.txt")), folder / "segments.tsv")
    types = [kind for _, kind, _ in segments]
    return f"{types.count('sentence')} sentences, {types.count('heading')} headings, {types.count('boilerplate')} of boilerplate"


def check_report(folder):
    for link in (folder / name for name in ("de.txt", "en.txt", "de.tsv", "en.tsv")):
        if not link.is_symlink() or os.path.isabs(os.readlink(link)) or not link.exists():
            error("link", link, 1, "not a relative symbolic link to a file")
    german, english = ({i for i, row in segments_of(folder / name).items() if row[1] == "sentence"} for name in ("de.tsv", "en.tsv"))
    gold, strengths = folder / "gold.tsv", {}
    for line, fields in rows_of(gold, ["de_index", "en_index", "strength"]):
        if len(fields) not in (3, 4) or not (fields[0].isdecimal() and fields[1].isdecimal()) or fields[2] not in ("1", "2"):
            error("gold row", gold, line, "expected two indexes, strength 1 or 2 and at most a note")
            continue
        pair = int(fields[0]), int(fields[1])
        if pair[0] not in german or pair[1] not in english or pair in strengths:
            error("gold index", gold, line, f"{pair} does not link two sentences, or is there twice")
        strengths[pair] = fields[2]
    return "{} links of strength 2, {} of strength 1".format(*(list(strengths.values()).count(s) for s in "21"))


def check_parallel(folder):
    sides = []
    for raw, segmented in (("de.txt", "SRC.txt"), ("en.txt", "TGT.txt")):
        segments = [(n, " ".join(line.split())) for n, line in enumerate(lines_of(folder / segmented), 1)]
        check_order(segments, " ".join(" ".join(lines_of(folder / raw)).split()), folder / segmented)
        sides.append(len(segments))
    gold, used = folder / "gold.txt", [0, 0]
    for number, line in enumerate(lines_of(gold), 1):
        if not re.fullmatch(r"\[(\d+(, \d+)*)?\]:\[(\d+(, \d+)*)?\]", line) or line == "[]:[]":
            error("bead", gold, number, line)
            continue
        for side, indexes in enumerate(map(json.loads, line.split(":"))):
            if indexes != list(range(used[side], used[side] + len(indexes))):
                error("bead out of order", gold, number, f"{line}, expected {used[side]} next on side {side + 1}")
            used[side] += len(indexes)
    if used != sides:
        error("lines not covered", gold, len(lines_of(gold)), f"{used} of {sides} lines")
    return f"{sides[0]} and {sides[1]} segments, {len(lines_of(gold))} beads"


def main():
    root = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else os.path.dirname(os.path.abspath(__file__)))
    for group in sorted(p for p in root.iterdir() if p.is_dir() and not p.name.startswith((".", "__"))):
        check = {"articles": check_article, "reports": check_report}.get(group.name, check_parallel)
        for folder in [group] if check is check_parallel else sorted(group.iterdir()):
            if folder.is_dir():
                print(f"{folder.relative_to(root)}: {check(folder)}")
            else:
                error("stray file", folder, 1, "only folders belong here")
    sys.exit("\n".join(first_errors.values()) or 0)


main()
