"""Verifies what a log signs and proves, with nothing but the standard library of Python 3.

Written from RFC 8032 (Ed25519), RFC 6962 section 2.1 (trees and proofs) and the C2SP specifications signed-note and
tlog-checkpoint, W3C Web Authentication and FIPS 186-5 (P-256), to be read by whoever wants to check for themselves.

It reads one JSON object from standard input:
  key          the log's verifier key, `<name>+<id>+<base64>`
  origin       the origin of the log
  checkpoint   the signed note
  inclusion    optional: {"entry": hex, "index": number, "path": [hex, ...]}
  consistency  optional: {"old": the older signed note, "path": [hex, ...]}
or, of an act that somebody signed with a passkey (docs/record.md, "A signature"), without any of these:
  signature    {"signed": the entry, "leaf": the hash of its leaf, "bound": the entry that binds the passkey to its person,
               "bound_leaf": the hash of its leaf, "fields": the fields of the act that are signed};
               an entry has `seq`, `time`, `kind`, `v` and `fields`, as a dossier's journal has them
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


# Entries and signatures: docs/record.md.


def canonical(value):
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def leaf_of(entry):
    """The leaf of an entry, from its values."""
    lines = ["assize-entry/1", "seq %d" % entry["seq"], "time " + entry["time"], "kind " + entry["kind"], "v %d" % entry["v"]]
    for field in entry["fields"]:
        if "h" in field:
            commitment = field["h"]
        else:
            text = field["n"] + "\n" + canonical(field["c"])
            commitment = hashlib.sha256(b"assize-field/1\n" + bytes.fromhex(field["s"]) + text.encode()).hexdigest()
        lines.append("field %s %s" % (field["n"], commitment))
    return "".join(line + "\n" for line in lines).encode()


def values_of(entry):
    return {field["n"]: field["c"] for field in entry["fields"] if "c" in field}


def unbase64url(text):
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def cbor(data):
    """A value of CBOR (RFC 8949), as far as keys have them, and what stands behind it."""
    kind, count, rest = data[0] >> 5, data[0] & 31, data[1:]
    if count >= 24:
        length = 1 << (count - 24)
        count, rest = int.from_bytes(rest[:length], "big"), rest[length:]
    if kind == 0:
        return count, rest
    if kind == 1:
        return -1 - count, rest
    if kind == 2:
        return rest[:count], rest[count:]
    require(kind == 5, "the key is not as COSE has keys")
    found = {}
    for _ in range(count):
        name, rest = cbor(rest)
        found[name], rest = cbor(rest)
    return found, rest


# P-256, FIPS 186-5 and SP 800-186: y^2 = x^3 - 3 x + B256 over the integers modulo P256.

P256 = 2**256 - 2**224 + 2**192 + 2**96 - 1
B256 = 0x5AC635D8AA3A93E7B3EBBD55769886BC651D06B0CC53B0F63BCE3C3E27D2604B
N256 = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
G256 = (
    0x6B17D1F2E12C4247F8BCE6E563A440F277037D812DEB33A0F4A13945D898C296,
    0x4FE342E2FE1A7F9B8EE7EB4A7C0F9E162BCE33576B315ECECBB6406837BF51F5,
)


def p256_add(a, b):
    if a is None or b is None:
        return a or b
    if a[0] == b[0]:
        if (a[1] + b[1]) % P256 == 0:
            return None
        slope = (3 * a[0] * a[0] - 3) * pow(2 * a[1], -1, P256) % P256
    else:
        slope = (b[1] - a[1]) * pow(b[0] - a[0], -1, P256) % P256
    x = (slope * slope - a[0] - b[0]) % P256
    return x, (slope * (a[0] - x) - a[1]) % P256


def p256_times(scalar, point):
    result = None
    while scalar:
        if scalar & 1:
            result = p256_add(result, point)
        point = p256_add(point, point)
        scalar >>= 1
    return result


def der_integers(signature):
    """The two numbers of an ECDSA signature in DER, each shorter than 128 bytes."""
    require(signature[0] == 0x30 and signature[1] == len(signature) - 2, "the signature is no DER")
    numbers, rest = [], signature[2:]
    while rest:
        require(rest[0] == 2, "the signature is no DER")
        numbers.append(int.from_bytes(rest[2 : 2 + rest[1]], "big"))
        rest = rest[2 + rest[1] :]
    require(len(numbers) == 2, "the signature is no DER")
    return numbers


def p256_holds(x, y, message, signature):
    r, s = der_integers(signature)
    on_curve = (y * y - x * x * x + 3 * x - B256) % P256 == 0
    if not (on_curve and 0 < r < N256 and 0 < s < N256):
        return False
    inverse = pow(s, -1, N256)
    u = int.from_bytes(hashlib.sha256(message).digest(), "big") * inverse % N256
    point = p256_add(p256_times(u, G256), p256_times(r * inverse % N256, (x, y)))
    return point is not None and point[0] % N256 == r


def rsa_holds(modulus, exponent, message, signature):
    """RSASSA-PKCS1-v1_5 with SHA-256 (RFC 8017, 8.2.2)."""
    size = len(modulus)
    digest = bytes.fromhex("3031300d060960864801650304020105000420") + hashlib.sha256(message).digest()
    expected = b"\x00\x01" + b"\xff" * (size - len(digest) - 3) + b"\x00" + digest
    power = pow(int.from_bytes(signature, "big"), int.from_bytes(exponent, "big"), int.from_bytes(modulus, "big"))
    return len(signature) == size and power.to_bytes(size, "big") == expected


def key_signed(key, message, signature):
    """Whether a key in the form of COSE (RFC 9053) has signed."""
    kind = (key.get(1), key.get(3))
    if kind == (1, -8):
        try:
            ed25519_verify(key[-2], message, signature)
        except Refused:
            return False
        return True
    if kind == (2, -7):
        return p256_holds(int.from_bytes(key[-2], "big"), int.from_bytes(key[-3], "big"), message, signature)
    require(kind == (3, -257), "the key is of a kind that is not known here")
    return rsa_holds(key[-1], key[-2], message, signature)


def verify_signature(case):
    signed, bound = case["signed"], case["bound"]
    for entry, leaf in ((signed, case["leaf"]), (bound, case["bound_leaf"])):
        require(leaf_hash(leaf_of(entry)).hex() == leaf, "the values of an entry are not those of its leaf")
    values, owned = values_of(signed), values_of(bound)
    signature = values["signature"]
    require(values["actor"]["is"] == "person", "no person has acted")
    require(signature["method"] == "passkey", "it was not signed with a passkey")
    statement = {
        "act": signature["act"],
        "by": values["actor"]["person"],
        "content": signature.get("content"),
        "meaning": signature["meaning"],
        "nonce": signature["nonce"],
        "payload": {name: values.get("p." + name) for name in case["fields"]},
        "subject": values["subject"],
        "version": signature["version"],
    }
    digest = hashlib.sha256(b"assize-signature/1\n" + canonical(statement).encode()).digest()
    require(digest.hex() == signature["digest"], "the digest is not that of this act")
    assertion = signature["assertion"]
    client_bytes, data = unbase64url(assertion["client_data"]), unbase64url(assertion["authenticator_data"])
    client = json.loads(client_bytes)
    require(client["type"] == "webauthn.get", "the passkey answered something else")
    require(unbase64url(client["challenge"]) == digest, "the passkey signed something else")
    host = client["origin"].split("://", 1)[1].rsplit(":", 1)[0]
    require(data[:32] == hashlib.sha256(host.encode()).digest(), "the passkey signed for another site")
    require(data[32] & 5 == 5, "the owner of the passkey was not verified")
    key, _ = cbor(unbase64url(assertion["public_key"]))
    message = data + hashlib.sha256(client_bytes).digest()
    holds = key_signed(key, message, unbase64url(assertion["signature"]))
    require(holds, "the signature of the passkey does not hold")
    is_bound = (
        bound["kind"] == "passkey.bound"
        and bound["seq"] < signed["seq"]
        and owned["actor"] == values["actor"]
        and owned["p.person"] == values["actor"]["person"]
        and owned["p.credential"] == assertion["credential"]
        and owned["p.public_key"] == assertion["public_key"]
    )
    require(is_bound, "the key was not bound to who signed")


def verify(case):
    if "signature" in case:
        verify_signature(case["signature"])
        return
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
