#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs a step, says how many minutes it took, and passes its result on. Usage: minutes.sh NAME COMMAND [ARG…]
name=$1
shift
echo "=== $name"
begun=$(date +%s)
"$@"
result=$?
seconds=$(($(date +%s) - begun))
line=$(printf '%-22s %2d min %02d s%s' "$name" $((seconds / 60)) $((seconds % 60)) "$([ $result -eq 0 ] || echo "  FAILED ($result)")")
echo "=== $line"
[ -z "${OW_MINUTES:-}" ] || echo "$line" >>"$OW_MINUTES"
exit $result
