#!/bin/sh
# Is a message of the hub genuine? With openssl and nothing else.
#   verify.sh ID TIMESTAMP SIGNATURES BODY-FILE    the secret is in DISPATCH_SECRET
# Ends with 0 and "genuine", or with 1 and what is wrong.
set -eu
id=$1 timestamp=$2 signatures=$3 body=$4
case $timestamp in ''|*[!0-9]*) echo "webhook-timestamp is no number of seconds"; exit 1 ;; esac
age=$(($(date +%s) - timestamp))
if [ "$age" -gt 300 ] || [ "$age" -lt -300 ]; then echo "webhook-timestamp is off by $age s"; exit 1; fi
key=$(printf '%s' "${DISPATCH_SECRET#whsec_}" | openssl base64 -d -A | od -An -v -tx1 | tr -d ' \n')
expected=v1,$({ printf '%s.%s.' "$id" "$timestamp"; cat "$body"; } | openssl dgst -sha256 -mac HMAC -macopt "hexkey:$key" -binary | openssl base64 -A)
for one in $signatures; do
  if [ "$one" = "$expected" ]; then echo genuine; exit 0; fi
done
echo "no webhook-signature agrees"; exit 1
