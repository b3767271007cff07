#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks recorded traffic of a centre against docs/api/openapi.yaml.

usage: check_contract.py openapi.yaml traffic.jsonl [--every-operation]

Each line of the traffic is one exchange: method, path, status, headers, request and response (JSON objects or absent).
Every answer must be one the contract lists for its operation, with the members it says and no others. The contract is
written in a small subset of YAML, read here without a library: block maps and lists, one-line scalars, flow lists.
"""
import json
import re
import sys


# What any route may answer beside what it lists, as the contract's head says.
ANYWHERE = {400: "malformed", 413: "too_large", 429: "too_many_requests", 431: "too_large", 500: "internal", 503: "busy"}


class Lines:
    def __init__(self, text):
        self.rows = []
        for raw in text.splitlines():
            if raw.strip() and not raw.lstrip().startswith("#"):
                self.rows.append((len(raw) - len(raw.lstrip(" ")), raw.strip()))
        self.at = 0

    def peek(self):
        return self.rows[self.at] if self.at < len(self.rows) else (-1, "")


def scalar(text):
    if text.startswith('"'):
        return json.loads(text)
    if text.startswith("["):
        inner = text[1:-1].strip()
        return [scalar(part.strip()) for part in inner.split(",")] if inner else []
    if re.fullmatch(r"-?\d+", text):
        return int(text)
    return {"true": True, "false": False}.get(text, text)


KEY = re.compile(r'("[^"]*"|[^\s":]+):(?:\s+(.*))?$')


def read_map(lines, indent):
    result = {}
    while lines.peek()[0] == indent and not lines.peek()[1].startswith("- "):
        match = KEY.match(lines.peek()[1])
        if not match:
            raise SystemExit("not in the subset: " + lines.peek()[1])
        lines.at += 1
        key = match.group(1).strip('"')
        result[key] = scalar(match.group(2)) if match.group(2) else read_block(lines, indent)
    return result


def read_block(lines, outer):
    indent, text = lines.peek()
    if indent <= outer:
        raise SystemExit("empty block before: " + text)
    if not text.startswith("- "):
        return read_map(lines, indent)
    result = []
    while lines.peek()[0] == indent and lines.peek()[1].startswith("- "):
        item = lines.peek()[1][2:]
        if KEY.match(item):
            lines.rows[lines.at] = (indent + 2, item)
            result.append(read_map(lines, indent + 2))
        else:
            lines.at += 1
            result.append(scalar(item))
    return result


class Contract:
    def __init__(self, text):
        lines = Lines(text)
        self.tree = read_map(lines, 0)
        if lines.at != len(lines.rows):
            raise SystemExit("the contract was not read to its end")
        self.faults = []
        self.answered = set()
        self.routes = []
        for path, methods in self.tree["paths"].items():
            shape = re.compile("".join("[^/]+" if p.startswith("{") else re.escape(p)
                                       for p in re.split(r"(\{[^}]*\})", path)) + r"\Z")
            for method, operation in methods.items():
                self.routes.append((method.upper(), shape, operation))

    def fault(self, where, what):
        self.faults.append(f"{where}: {what}")

    def resolve(self, schema):
        if "$ref" in schema:
            node = self.tree
            for part in schema["$ref"].lstrip("#/").split("/"):
                node = node[part]
            return node
        return schema

    def check(self, where, value, schema):
        schema = self.resolve(schema)
        kinds = {"object": dict, "array": list, "string": str, "integer": int, "boolean": bool}
        kind = schema["type"]
        if not isinstance(value, kinds[kind]) or (kind == "integer" and isinstance(value, bool)):
            return self.fault(where, f"is no {kind}")
        if "enum" in schema and value not in schema["enum"]:
            self.fault(where, f"{value!r} is not in the contract")
        if kind == "array":
            if len(value) > schema.get("maxItems", len(value)):
                self.fault(where, "has too many items")
            for i, item in enumerate(value):
                self.check(f"{where}[{i}]", item, schema["items"])
        if kind == "object" and "properties" in schema:
            for name in schema.get("required", []):
                if name not in value:
                    self.fault(where, f"{name} is missing")
            for name, member in value.items():
                if name not in schema["properties"]:
                    self.fault(where, f"{name} is not in the contract")
                else:
                    self.check(f"{where}.{name}", member, schema["properties"][name])

    def exchange(self, number, line):
        where = f"line {number} {line['method']} {line['path'].split('?')[0]} {line['status']}"
        headers = line["headers"]
        if headers.get("x-onewindow") != "1" or not headers.get("x-onewindow-time", "").isdigit():
            self.fault(where, "carries no marker")
        status, response = line["status"], line.get("response")
        if status >= 400 and line["method"] != "HEAD":
            if headers.get("content-type") != "application/problem+json" or response is None:
                self.fault(where, "is no problem+json")
            else:
                self.check(where, response, {"$ref": "#/components/schemas/Problem"})
                if response.get("status") != status:
                    self.fault(where, "says another status inside")
                if response.get("retryable") and "retry-after" not in headers:
                    self.fault(where, "is retryable without Retry-After")
        for method, shape, operation in self.routes:
            if method == line["method"] and shape.match(line["path"].split("?")[0]):
                self.operation(where, line, operation)
                break
        else:
            if status not in (404, 405):
                self.fault(where, "is no route of the contract")

    def operation(self, where, line, operation):
        answer = operation["responses"].get(str(line["status"]))
        if answer is None:
            told = (line.get("response") or {}).get("class")
            if line["status"] in ANYWHERE and (line["method"] == "HEAD" or told == ANYWHERE[line["status"]]):
                return None
            return self.fault(where, "is no answer the contract lists")
        if line["status"] >= 300:
            return None
        self.answered.add(operation["operationId"])
        content = answer.get("content", {}).get("application/json")
        if content:
            self.check(where, line.get("response"), content["schema"])
        elif line.get("response") is not None:
            self.fault(where, "has a body the contract does not know")
        body = operation.get("requestBody", {}).get("content", {}).get("application/json")
        if body:
            self.check(where + " request", line.get("request"), body["schema"])
        return None


def main(arguments):
    with open(arguments[0], encoding="utf-8") as file:
        contract = Contract(file.read())
    count = 0
    with open(arguments[1], encoding="utf-8") as file:
        for number, text in enumerate(file, 1):
            contract.exchange(number, json.loads(text))
            count += 1
    if "--every-operation" in arguments:
        for _, _, operation in contract.routes:
            if operation["operationId"] not in contract.answered:
                contract.fault(operation["operationId"], "was never answered well")
    if count == 0:
        contract.fault("traffic", "is empty")
    print("\n".join(contract.faults[:40]))
    return 1 if contract.faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
