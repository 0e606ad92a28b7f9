"""Verifies what a log signs and proves, with nothing but the standard library of Python 3.

Written from RFC 8032 (Ed25519), RFC 6962 section 2.1 (trees and proofs) and the C2SP specifications signed-note and
tlog-checkpoint, to be read by whoever wants to check for themselves.

It reads one JSON object from standard input:
  key          the log's verifier key, `<name>+<id>+<base64>`
  origin       the origin of the log
  checkpoint   the signed note
  inclusion    optional: {"entry": hex, "index": number, "path": [hex, ...]}
  consistency  optional: {"old": the older signed note, "path": [hex, ...]}
and writes `ok`, or says what does not hold and ends with status 1.
"""

import base64
import hashlib
import json
import sys


class Refused(Exception):
    """What is to be verified does not hold."""


def require(holds, otherwise):
    if not holds:
        raise Refused(otherwise)


# Ed25519, RFC 8032 section 5.1: the curve -x^2 + y^2 = 1 + d x^2 y^2 over the integers modulo P.

P = 2**255 - 19
ORDER = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, -1, P) % P
SQRT_MINUS_1 = pow(2, (P - 1) // 4, P)
IDENTITY = (0, 1, 1, 0)


def add(a, b):
    """The sum of two points in extended coordinates (section 5.1.4)."""
    (x1, y1, z1, t1), (x2, y2, z2, t2) = a, b
    e = (y1 - x1) * (y2 - x2) % P
    f = (y1 + x1) * (y2 + x2) % P
    g = 2 * t1 * t2 * D % P
    h = 2 * z1 * z2 % P
    e, f, g, h = f - e, h - g, h + g, f + e
    return e * f % P, g * h % P, f * g % P, e * h % P


def times(scalar, point):
    result = IDENTITY
    while scalar:
        if scalar & 1:
            result = add(result, point)
        point = add(point, point)
        scalar >>= 1
    return result


def same_point(a, b):
    return (a[0] * b[2] - b[0] * a[2]) % P == 0 and (a[1] * b[2] - b[1] * a[2]) % P == 0


def point_of(data):
    """Section 5.1.3: the point that 32 bytes encode."""
    y = int.from_bytes(data, "little")
    sign, y = y >> 255, y & (2**255 - 1)
    require(y < P, "a point is not canonical")
    u, v = (y * y - 1) % P, (D * y * y + 1) % P
    x = u * v**3 * pow(u * v**7, (P - 5) // 8, P) % P
    if v * x * x % P == -u % P:
        x = x * SQRT_MINUS_1 % P
    require(v * x * x % P == u, "a point is not on the curve")
    require(x != 0 or sign == 0, "a point is not canonical")
    if x & 1 != sign:
        x = P - x
    return x, y, 1, x * y % P


BASE = point_of((4 * pow(5, -1, P) % P).to_bytes(32, "little"))


def ed25519_verify(public, message, signature):
    """Section 5.1.7, with the equation that is not multiplied by 8."""
    require(len(public) == 32 and len(signature) == 64, "a key or a signature has the wrong length")
    key, r = point_of(public), point_of(signature[:32])
    require(not same_point(times(8, key), IDENTITY), "the key is weak")
    s = int.from_bytes(signature[32:], "little")
    require(s < ORDER, "the signature is malleable")
    k = int.from_bytes(hashlib.sha512(signature[:32] + public + message).digest(), "little") % ORDER
    require(same_point(times(s, BASE), add(r, times(k, key))), "the signature does not hold")


# Notes and checkpoints: C2SP signed-note and tlog-checkpoint.


def unbase64(text):
    data = base64.b64decode(text, validate=True)
    require(base64.b64encode(data).decode() == text, "base64 is not canonical")
    return data


def key_of(text):
    name, key_id, encoded = text.split("+", 2)
    typed = unbase64(encoded)
    require(typed[:1] == b"\x01", "the key is not of Ed25519")
    computed = hashlib.sha256(name.encode() + b"\n" + typed).digest()[:4]
    require(computed.hex() == key_id, "the id of the key is wrong")
    return name, computed, typed[1:]


def open_note(note, key):
    """The text of a note that the key signed."""
    name, key_id, public = key
    end = note.rindex("\n\n")
    text, lines = note[: end + 1], note[end + 2 :]
    require(lines.endswith("\n"), "the note does not end in a newline")
    signed = False
    for line in lines[:-1].split("\n"):
        dash, signer, encoded = line.split(" ")
        require(dash == "\u2014", "a signature line does not begin with an em dash")
        signature = unbase64(encoded)
        if signer == name and signature[:4] == key_id:
            ed25519_verify(public, text.encode(), signature[4:])
            signed = True
    require(signed, "the key did not sign")
    return text


def open_checkpoint(note, origin, key):
    """Size and root of a signed checkpoint."""
    lines = open_note(note, key).split("\n")[:-1]
    require(len(lines) >= 3 and all(lines), "the text is not a checkpoint")
    require(lines[0] == origin, "the checkpoint is of another log")
    size, root = int(lines[1]), unbase64(lines[2])
    require(str(size) == lines[1] and 0 <= size < 2**64, "the size is not a size")
    require(len(root) == 32, "the root is not a hash")
    return size, root


# Trees: RFC 6962 section 2.1. The recursions are those of its definitions, run from the proof's end.


def leaf_hash(entry):
    return hashlib.sha256(b"\x00" + entry).digest()


def node_hash(left, right):
    return hashlib.sha256(b"\x01" + left + right).digest()


def split(size):
    """The largest power of two below the size."""
    return 1 << (size - 1).bit_length() - 1


def take(path):
    require(path, "the proof is too short")
    return path.pop()


def included_root(leaf, index, size, path):
    """The root that follows from a leaf and PATH(index, D[size]); takes the hashes it uses from the path."""
    if size == 1:
        return leaf
    k, sibling = split(size), take(path)
    if index < k:
        return node_hash(included_root(leaf, index, k, path), sibling)
    return node_hash(sibling, included_root(leaf, index - k, size - k, path))


def verify_inclusion(entry, index, path, size, root):
    require(0 <= index < size, "there is no such leaf")
    rest = list(path)
    require(included_root(leaf_hash(entry), index, size, rest) == root, "the inclusion proof leads to another root")
    require(not rest, "the inclusion proof is too long")


def consistent_roots(old_size, size, whole, old_root, path):
    """The roots of the old and the new part of a subtree that follow from SUBPROOF(old_size, D[size], whole)."""
    if old_size == size:
        known = old_root if whole else take(path)
        return known, known
    k, sibling = split(size), take(path)
    if old_size <= k:
        old, new = consistent_roots(old_size, k, whole, old_root, path)
        return old, node_hash(new, sibling)
    old, new = consistent_roots(old_size - k, size - k, False, old_root, path)
    return node_hash(sibling, old), node_hash(sibling, new)


def verify_consistency(old, new, path):
    (old_size, old_root), (size, root) = old, new
    require(old_size <= size, "the older checkpoint is the larger one")
    if old_size == 0:
        require(not path and old_root == hashlib.sha256().digest(), "the empty tree has no proof and one root")
        return
    rest = list(path)
    require(
        consistent_roots(old_size, size, True, old_root, rest) == (old_root, root),
        "the consistency proof leads to other roots",
    )
    require(not rest, "the consistency proof is too long")


def verify(case):
    key = key_of(case["key"])
    size, root = open_checkpoint(case["checkpoint"], case["origin"], key)
    if "inclusion" in case:
        proof = case["inclusion"]
        path = [bytes.fromhex(text) for text in proof["path"]]
        verify_inclusion(bytes.fromhex(proof["entry"]), proof["index"], path, size, root)
    if "consistency" in case:
        proof = case["consistency"]
        path = [bytes.fromhex(text) for text in proof["path"]]
        verify_consistency(open_checkpoint(proof["old"], case["origin"], key), (size, root), path)


if __name__ == "__main__":
    try:
        verify(json.load(sys.stdin))
    except (Refused, ValueError, KeyError) as refused:
        print(refused)
        sys.exit(1)
    print("ok")
