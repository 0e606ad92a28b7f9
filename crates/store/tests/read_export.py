"""Reads an export of a whole store, with nothing but the standard library of Python 3.

Written from docs/formats.md ("The whole store") and docs/record.md, as a stranger would who has to read one:

    python3 read_export.py FOLDER FOLDER-OF-verify.py

writes what there is as one JSON object, or says what does not hold and ends with status 1.
"""

import hashlib
import json
import os
import sys

sys.path.insert(0, sys.argv[2])
from verify import key_of, leaf_hash, leaf_of, node_hash, open_checkpoint, require, Refused, split


def root_of(hashes):
    """RFC 6962, 2.1: the hash of a tree."""
    if not hashes:
        return hashlib.sha256(b"").digest()
    if len(hashes) == 1:
        return hashes[0]
    k = split(len(hashes))
    return node_hash(root_of(hashes[:k]), root_of(hashes[k:]))


def lines_of(folder, name):
    with open(os.path.join(folder, name), encoding="utf-8", newline="\n") as file:
        for line in file:
            require(line.endswith("\n"), f"{name}: a line is cut off")
            value = json.loads(line)
            written = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
            require(written + "\n" == line, f"{name}: a line is not canonical")
            yield value


def read(folder):
    with open(os.path.join(folder, "manifest.json"), encoding="utf-8") as file:
        manifest = json.load(file)
    require((manifest["form"], manifest["version"]) == ("assize-store", 1), "it is of another form")
    for bound in manifest["files"]:
        with open(os.path.join(folder, bound["name"]), "rb") as file:
            content = file.read()
        found = (len(content), content.count(b"\n"), hashlib.sha256(content).hexdigest())
        require(found == (bound["bytes"], bound["lines"], bound["sha256"]), f"{bound['name']} is not what the manifest says")
    leaves = []
    for number, entry in enumerate(lines_of(folder, "journal.jsonl"), 1):
        require(entry["seq"] == number, f"entry {number} is missing")
        leaves.append(leaf_hash(leaf_of(entry)))
        require(leaves[-1].hex() == entry["leaf"], f"entry {number} has another leaf")
    require(len(leaves) == manifest["entries"], "entries are missing")
    require(root_of(leaves).hex() == manifest["root"], "the root is another")
    with open(os.path.join(folder, "log/key"), encoding="utf-8") as file:
        key = key_of(file.read().strip())
    with open(os.path.join(folder, "log/checkpoint"), encoding="utf-8") as file:
        size, root = open_checkpoint(file.read(), key[0], key)
    require(root_of(leaves[:size]) == root, "the checkpoint is of other entries")
    records = 0
    for name in sorted(os.listdir(os.path.join(folder, "records"))):
        last = ""
        for record in lines_of(folder, "records/" + name):
            require(last < record["id"], f"{name}: records are out of order")
            require(set(record) == {"id", "version", "record"}, f"{name}: a record has other members")
            last, records = record["id"], records + 1
    require(records == manifest["records"], "records are missing")
    blobs = 0
    for start, _, names in os.walk(os.path.join(folder, "blobs")):
        for name in names:
            with open(os.path.join(start, name), "rb") as file:
                require(hashlib.sha256(file.read()).hexdigest() == name, f"{name} is another file")
            require(os.path.basename(start) == name[:2], f"{name} stands elsewhere")
            blobs += 1
    require(blobs == manifest["blobs"], "files are missing")
    return {"entries": len(leaves), "published": size, "records": records, "blobs": blobs}


try:
    print(json.dumps(read(sys.argv[1])))
except (Refused, KeyError, ValueError, OSError) as refused:
    sys.exit(f"{type(refused).__name__}: {refused}")
