#!/bin/sh
# Tells the hub what 120 does about a request, with curl and openssl.
#   answer.sh CALLBACK-URL DISPATCH-ID STATE BY    accepted, dispatched, arrived or cancelled; the secret is in CALLBACK_SECRET
# CURL_OPTIONS: such as "--cacert county-ca.pem". Prints the hub's status and words; ends with 0 for 200 only.
set -eu
url=$1 dispatch=$2 state=$3 by=$4
id=$(openssl rand -hex 16) timestamp=$(date +%s)
body=$(printf '{"dispatch":"%s","state":"%s","by":"%s"}' "$dispatch" "$state" "$by")
key=$(printf '%s' "${CALLBACK_SECRET#whsec_}" | openssl base64 -d -A | od -An -v -tx1 | tr -d ' \n')
signature=v1,$(printf '%s.%s.%s' "$id" "$timestamp" "$body" | openssl dgst -sha256 -mac HMAC -macopt "hexkey:$key" -binary | openssl base64 -A)
# shellcheck disable=SC2086
said=$(curl --silent --show-error --max-time 10 ${CURL_OPTIONS:-} --write-out ' %{http_code}' \
  --header 'content-type: application/json' --header "webhook-id: $id" --header "webhook-timestamp: $timestamp" \
  --header "webhook-signature: $signature" --data-binary "$body" "$url")
echo "$said"
case $said in *' 200') ;; *) exit 1 ;; esac
