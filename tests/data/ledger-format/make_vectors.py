#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Worked entries of docs/ledger-format.md, made without any code of the program: own SM3, HMAC, SM4-GCM and
canonical JSON, from the standards' texts, with nothing but Python's standard library.

  make_vectors.py            writes ledger.jsonl and vectors.json beside itself
  make_vectors.py --check    says whether both are what it would write
  make_vectors.py --verify F [k0 in hex]   walks an exported ledger (one entry a line) and says what is wrong
"""
import base64
import json
import pathlib
import sys

# ---------------------------------------------------------------- SM3 (GB/T 32905-2016)

MASK = 0xFFFFFFFF


def rol(x, n):
    n %= 32
    return ((x << n) | (x >> (32 - n))) & MASK


def sm3(data):
    state = [0x7380166F, 0x4914B2B9, 0x172442D7, 0xDA8A0600, 0xA96F30BC, 0x163138AA, 0xE38DEE4D, 0xB0FB0E4E]
    padded = data + b"\x80" + bytes((55 - len(data)) % 64) + (8 * len(data)).to_bytes(8, "big")
    for start in range(0, len(padded), 64):
        w = [int.from_bytes(padded[start + 4 * i:start + 4 * i + 4], "big") for i in range(16)]
        for j in range(16, 68):
            x = w[j - 16] ^ w[j - 9] ^ rol(w[j - 3], 15)
            w.append((x ^ rol(x, 15) ^ rol(x, 23)) ^ rol(w[j - 13], 7) ^ w[j - 6])
        a, b, c, d, e, f, g, h = state
        for j in range(64):
            t = 0x79CC4519 if j < 16 else 0x7A879D8A
            ss1 = rol((rol(a, 12) + e + rol(t, j)) & MASK, 7)
            ss2 = ss1 ^ rol(a, 12)
            ff = a ^ b ^ c if j < 16 else (a & b) | (a & c) | (b & c)
            gg = e ^ f ^ g if j < 16 else (e & f) | (~e & MASK & g)
            tt1 = (ff + d + ss2 + (w[j] ^ w[j + 4])) & MASK
            tt2 = (gg + h + ss1 + w[j]) & MASK
            a, b, c, d = tt1, a, rol(b, 9), c
            e, f, g, h = tt2 ^ rol(tt2, 9) ^ rol(tt2, 17), e, rol(f, 19), g
        state = [x ^ y for x, y in zip(state, (a, b, c, d, e, f, g, h))]
    return b"".join(x.to_bytes(4, "big") for x in state)


def hmac_sm3(key, data):
    if len(key) > 64:
        key = sm3(key)
    key = key.ljust(64, b"\0")
    return sm3(bytes(k ^ 0x5C for k in key) + sm3(bytes(k ^ 0x36 for k in key) + data))


# ---------------------------------------------------------------- SM4 (GB/T 32907-2016) in GCM (SP 800-38D)

SBOX = bytes.fromhex(
    "d690e9fecce13db716b614c228fb2c052b679a762abe04c3aa441326498606999c4250f491ef987a33540b43edcfac62"
    "e4b31ca9c908e89580df94fa758f3fa64707a7fcf37317ba83593c19e6854fa8686b81b27164da8bf8eb0f4b70569d35"
    "1e240e5e6358d1a225227c3b01217887d40046579fd327524c3602e7a0c4c89eeabf8ad240c738b5a3f7f2cef96115a1"
    "e0ae5da49b341a55ad933230f58cb1e31df6e22e8266ca60c02923ab0d534e6fd5db3745defd8e2f03ff6a726d6c5b51"
    "8d1baf92bbddbc7f11d95c411f105ad80ac13188a5cd7bbd2d74d012b8e5b4b08969974a0c96777e65b9f109c56ec684"
    "18f07dec3adc4d2079ee5f3ed7cb3948")


def sub(x):
    return int.from_bytes(bytes(SBOX[b] for b in x.to_bytes(4, "big")), "big")


def sm4_schedule(key):
    fk = (0xA3B1BAC6, 0x56AA3350, 0x677D9197, 0xB27022DC)
    k = [int.from_bytes(key[4 * i:4 * i + 4], "big") ^ fk[i] for i in range(4)]
    for i in range(32):
        ck = int.from_bytes(bytes((4 * i + j) * 7 % 256 for j in range(4)), "big")
        t = sub(k[i + 1] ^ k[i + 2] ^ k[i + 3] ^ ck)
        k.append(k[i] ^ t ^ rol(t, 13) ^ rol(t, 23))
    return k[4:]


def sm4_block(schedule, block):
    x = [int.from_bytes(block[4 * i:4 * i + 4], "big") for i in range(4)]
    for rk in schedule:
        t = sub(x[1] ^ x[2] ^ x[3] ^ rk)
        x = [x[1], x[2], x[3], x[0] ^ t ^ rol(t, 2) ^ rol(t, 10) ^ rol(t, 18) ^ rol(t, 24)]
    return b"".join(v.to_bytes(4, "big") for v in reversed(x))


def gf_multiply(x, y):
    z = 0
    for i in range(127, -1, -1):
        if (x >> i) & 1:
            z ^= y
        y = (y >> 1) ^ (0xE1 << 120 if y & 1 else 0)
    return z


def sm4_gcm(key, nonce, aad, plain):
    """ciphertext | tag, for a nonce of 12 bytes"""
    schedule = sm4_schedule(key)
    h = int.from_bytes(sm4_block(schedule, bytes(16)), "big")
    cipher = bytearray()
    for i in range(0, len(plain), 16):
        pad = sm4_block(schedule, nonce + (i // 16 + 2).to_bytes(4, "big"))
        cipher += bytes(a ^ b for a, b in zip(plain[i:i + 16], pad))
    y = 0
    for part in (aad, bytes(cipher)):
        for i in range(0, len(part), 16):
            y = gf_multiply(y ^ int.from_bytes(part[i:i + 16].ljust(16, b"\0"), "big"), h)
    y = gf_multiply(y ^ ((8 * len(aad)) << 64 | 8 * len(cipher)), h)
    tag = y ^ int.from_bytes(sm4_block(schedule, nonce + b"\0\0\0\1"), "big")
    return bytes(cipher) + tag.to_bytes(16, "big")


# ---------------------------------------------------------------- canonical JSON (§2)

ESCAPES = {'"': '\\"', "\\": "\\\\", "\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r"}


def canonical_string(text):
    out = []
    for c in text:
        assert c != "\0"
        if c in ESCAPES:
            out.append(ESCAPES[c])
        elif c < " ":
            out.append("\\u%04x" % ord(c))
        else:
            out.append(c)
    return b'"' + "".join(out).encode("utf-8") + b'"'


def canonical(value):
    if value is None:
        return b"null"
    if isinstance(value, bool):
        return b"true" if value else b"false"
    if isinstance(value, int):
        assert abs(value) < 2 ** 53
        return str(value).encode()
    if isinstance(value, str):
        return canonical_string(value)
    if isinstance(value, list):
        return b"[" + b",".join(canonical(v) for v in value) + b"]"
    assert isinstance(value, dict), type(value)
    members = sorted((k.encode("utf-8"), k, v) for k, v in value.items())
    return b"{" + b",".join(canonical_string(k) + b":" + canonical(v) for _, k, v in members) + b"}"


# ---------------------------------------------------------------- entries (§3-§5)


def framed(data):
    return len(data).to_bytes(4, "big") + data


def entry_hash(prev, header, body_hash):
    return sm3(b"OW1" + framed(prev) + framed(header) + body_hash)


def next_key(key):
    return sm3(b"\x02" + key)


ENROLMENT_KEY = bytes(range(32))
CASE = "JT62-W03-20261123-0007-3"
GUIDE = {"code": "62-JT-XK-0006", "version": 1, "sm3": sm3(b"a guide").hex()}
BOOT = "7b0c0b3e-2f6a-4d59-9a53-0c7a3b1f9d42"


def entry_id(n):
    return "019aaf00-%04x-7%03x-8%03x-0123456789ab" % (0x1000 + n, n, n)


def header(seq, kind, audience, **more):
    made = {"v": 1, "device": "d-62-w03", "seq": seq, "id": entry_id(seq), "kind": kind, "at": 1795399200000 + 60000 * seq,
            "boot": BOOT, "tick": 1000 + 60000 * seq, "actor": "u-1007", "station": "W03", "audience": audience}
    made.update(more)
    return made


def ledger():
    """(what it shows, header, what)"""
    yield ("the least a header can have", header(1, "enrol", "device"), {"program": "0.1.0", "build": 1})
    yield ("all optional members, text in many scripts, integers at the bounds",
           header(2, "receive", "case", case=CASE, clock={"offset": -1250, "age": 86400000}, guide=GUIDE,
                  blobs=[{"id": hmac_sm3(b"k" * 32, b"page 1").hex(), "size": 6},
                         {"id": hmac_sm3(b"k" * 32, b"").hex(), "size": 0}]),
           {"applicant": {"name": "马𠮷祥", "kind": "person"},
            "form": {"total_mass_kg": 49000, "length_mm": 18100, "fee": "0.00", "none": None, "escort": False, "gps": True,
                     "least": -(2 ** 53 - 1), "most": 2 ** 53 - 1},
            # By UTF-8 bytes U+FF5E stands before U+20BB7; by UTF-16 units it would stand after.
            "order": {"𠮷": 3, "～": 2, "a": 1, "": 0, "Z": 0},
            "remark": "一\"二\\三\b\t\n\f\r\u0001\u001f\u007f\u2028/é\ufeff🚚"})
    yield ("an act on a case, based on the entry before", header(3, "accept", "case", case=CASE, base=entry_id(2), guide=GUIDE),
           {"paper": {"kind": "acceptance", "number": "甘交受〔2026〕W03-12号", "serial": 12}, "due": "2026-12-21"})
    yield ("an empty body and empty containers beside it", header(4, "signOut", "device"), {})
    yield ("empty arrays, maps and strings", header(5, "note", "case", case=CASE, base=entry_id(3), clock={"offset": 0, "age": 0}),
           {"text": "", "about": [], "form": {}, "deep": [[[[]]], {"a": {"b": {}}}]})
    yield ("a kind this version does not know", header(6, "weighBridge", "case", case=CASE, base=entry_id(5)),
           {"axles_kg": [7000, 11500, 11500, 9500, 9500]})
    yield ("a future version: v 2, unknown members, an unknown audience",
           header(7, "accept", "county", v=2, case=CASE, base=entry_id(6), zone={"id": "见证", "list": [1, {"x": None}]}, priority=3,
                  Ünknown="～𠮷"),
           {"later": True})
    yield ("the chain goes on behind what was not understood", header(8, "issue", "case", case=CASE, base=entry_id(7)),
           {"taken_by": "本人", "proof": 1})


def build():
    entries, lines = [], []
    prev, key = bytes(32), ENROLMENT_KEY
    for number, (shows, head, what) in enumerate(ledger(), 1):
        head_bytes = canonical(head)
        body_bytes = canonical({"salt": sm3(b"salt %d" % number)[:16].hex(), "what": what})
        body_hash = sm3(body_bytes)
        hashed = entry_hash(prev, head_bytes, body_hash)
        mac = hmac_sm3(key, hashed)
        wire = {"body": base64.b64encode(body_bytes).decode(), "body_hash": body_hash.hex(), "hash": hashed.hex(),
                "header": base64.b64encode(head_bytes).decode(), "mac": mac.hex(), "prev": prev.hex()}
        entries.append({"shows": shows, "seq": number, "header": head_bytes.decode(), "body": body_bytes.decode(),
                        "mac_key": key.hex(), "body_hash": body_hash.hex(), "prev": prev.hex(), "hash": hashed.hex(),
                        "mac": mac.hex()})
        lines.append(canonical(wire))
        prev, key = hashed, next_key(key)
    vectors = {"enrolment_key": ENROLMENT_KEY.hex(), "last_mac_key": key.hex(), "entries": entries, "seals": seals()}
    return b"\n".join(lines) + b"\n", (json.dumps(vectors, ensure_ascii=False, indent=1) + "\n").encode()


# ---------------------------------------------------------------- sealed values (§6)


def column_aad(table, row, column, version):
    return b"OW1 column" + framed(table) + framed(row) + framed(column) + version.to_bytes(8, "big")


def seals():
    key = sm3(b"a key of 32 bytes")
    nonce = bytes(range(0x40, 0x4C))
    aad = column_aad(b"entry_body", b"7", b"body", 0)
    cipher_key = hmac_sm3(key, b"OW1 suite\x01")[:16]
    plain = "身份证".encode()
    column = b"\x01" + nonce + sm4_gcm(cipher_key, nonce, aad, plain)
    head = b"OWSEG\x01\x01\x14" + bytes(range(0x80, 0x98))
    blob_key = hmac_sm3(key, b"OW1 segments" + head)[:16]
    segments = []
    for index, last, text in ((0, True, b""), (0, True, b"one short segment"), (0, False, b"first"), (1, True, b"last"),
                              (0x01020304, False, b"far")):
        nonce_of = head[8:15] + index.to_bytes(4, "big") + (b"\1" if last else b"\0")
        segments.append({"index": index, "last": last, "plain": text.hex(),
                         "sealed": sm4_gcm(blob_key, nonce_of, b"context", text).hex()})
    return {"key": key.hex(),
            "column": {"table": "entry_body", "row": "7", "column": "body", "version": 0, "aad": aad.hex(), "plain": plain.hex(),
                       "sealed": column.hex()},
            "blob": {"context": b"context".hex(), "header": head.hex(), "segments": segments},
            "derived": {name: hmac_sm3(key, b"OW1 key " + name.encode()).hex()
                        for name in ("columns", "blobs", "blob ids", "index", "mirror")}}


# ---------------------------------------------------------------- a stranger's verifier (§7)


def verify(path, key):
    faults, prev, expected = [], bytes(32), 1
    for line in pathlib.Path(path).read_bytes().splitlines():
        wire = json.loads(line)
        head_bytes = base64.b64decode(wire["header"], validate=True)
        head = json.loads(head_bytes)
        seq, hashed, body_hash = head["seq"], bytes.fromhex(wire["hash"]), bytes.fromhex(wire["body_hash"])
        while key and expected < seq:
            key, expected = next_key(key), expected + 1
        if canonical(head) != head_bytes:
            faults.append((seq, "the header is not canonical"))
        if entry_hash(bytes.fromhex(wire["prev"]), head_bytes, body_hash) != hashed:
            faults.append((seq, "edited"))
        if bytes.fromhex(wire["prev"]) != prev:
            faults.append((seq, "does not continue the entry before"))
        if "body" in wire and sm3(base64.b64decode(wire["body"], validate=True)) != body_hash:
            faults.append((seq, "the body was edited"))
        if key and hmac_sm3(key, hashed) != bytes.fromhex(wire["mac"]):
            faults.append((seq, "the MAC is wrong"))
        prev, expected, key = hashed, seq + 1, next_key(key) if key else key
    return faults


def self_test():
    assert sm3(b"abc").hex() == "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0"
    block = bytes.fromhex("0123456789abcdeffedcba9876543210")
    assert sm4_block(sm4_schedule(block), block).hex() == "681edf34d206965e86b3e94f536e4246"
    # RFC 8998 A.1
    text = bytes.fromhex("".join(c * 16 for c in "abcdefea"))
    sealed = sm4_gcm(block, bytes.fromhex("00001234567800000000abcd"),
                     bytes.fromhex("feedfacedeadbeeffeedfacedeadbeefabaddad2"), text)
    assert sealed[-16:].hex() == "83de3541e4c2b58177e065a9bf7b62ec"


def main():
    self_test()
    folder = pathlib.Path(__file__).resolve().parent
    if sys.argv[1:2] == ["--verify"]:
        faults = verify(sys.argv[2], bytes.fromhex(sys.argv[3]) if len(sys.argv) > 3 else b"")
        for seq, reason in faults:
            print(f"entry {seq}: {reason}")
        return 1 if faults else 0
    made = dict(zip(("ledger.jsonl", "vectors.json"), build()))
    if sys.argv[1:2] == ["--check"]:
        stale = [name for name, data in made.items() if (folder / name).read_bytes() != data]
        print("stale: " + " ".join(stale) if stale else "as written")
        return 1 if stale else 0
    for name, data in made.items():
        (folder / name).write_bytes(data)
    return 0


if __name__ == "__main__":
    sys.exit(main())
