#!/usr/bin/env python3
"""Takes the hub's requests to 120, and answers them: Python 3 and nothing else.

    DISPATCH_SECRETS="whsec_... [whsec_...]" receiver.py PORT      listens on 127.0.0.1
    CALLBACK_SECRET=whsec_...                                      signs the answers
    CALLBACK_CA=FILE.pem                                           authority of the hub's certificate

A production receiver stands behind TLS and writes to a database before it answers; here a set stands for it.
"""
import base64
import hashlib
import hmac
import json
import os
import ssl
import sys
import threading
import time
import urllib.request
import uuid
from http.server import BaseHTTPRequestHandler, HTTPServer

TOLERANCE_SECONDS = 300
LARGEST_BODY = 64 * 1024


def key(secret):
    """The bytes that the secret's text stands for: its base64 is decoded, not used as it is."""
    if not secret.startswith("whsec_"):
        raise ValueError("secret: expected whsec_ and base64")
    return base64.b64decode(secret[len("whsec_"):])


def signature(secret, message_id, timestamp, body):
    signed = f"{message_id}.{timestamp}.".encode() + body
    return "v1," + base64.b64encode(hmac.new(key(secret), signed, hashlib.sha256).digest()).decode()


def problem(secrets, headers, body, now):
    """What is wrong with a message; None when it is genuine and fresh."""
    message_id = headers.get("webhook-id", "")
    timestamp = headers.get("webhook-timestamp", "")
    if not message_id or not timestamp.isdigit():
        return "webhook-id or webhook-timestamp missing"
    if abs(now - int(timestamp)) > TOLERANCE_SECONDS:
        return "webhook-timestamp off by more than five minutes"
    given = headers.get("webhook-signature", "").split(" ")
    expected = [signature(secret, message_id, timestamp, body).encode() for secret in secrets]
    if not any(hmac.compare_digest(one, other.encode()) for one in expected for other in given):
        return "no webhook-signature agrees"
    return None


def answer(callback, secret, dispatch, state, by, certificates=None):
    """Tells the hub: accepted, dispatched, arrived or cancelled. The id is new for each answer, the same at a repeat."""
    body = json.dumps({"dispatch": dispatch, "state": state, "by": by}).encode()
    message_id = str(uuid.uuid4())
    timestamp = str(int(time.time()))
    request = urllib.request.Request(callback, data=body, method="POST", headers={
        "content-type": "application/json",
        "webhook-id": message_id,
        "webhook-timestamp": timestamp,
        "webhook-signature": signature(secret, message_id, timestamp, body),
    })
    context = ssl.create_default_context(cafile=certificates) if callback.startswith("https") else None
    with urllib.request.urlopen(request, timeout=10, context=context) as response:
        return response.status


class Receiver(BaseHTTPRequestHandler):
    secrets = []
    seen = set()
    lock = threading.Lock()

    def do_POST(self):
        length = int(self.headers.get("content-length", "0"))
        if length > LARGEST_BODY:
            return self.say(413, "too large")
        body = self.rfile.read(length)
        wrong = problem(self.secrets, self.headers, body, time.time())
        if wrong:
            return self.say(401, wrong)
        with self.lock:
            repeated = self.headers["webhook-id"] in self.seen
            self.seen.add(self.headers["webhook-id"])
        # 200 is a receipt: "this machine has it". Only a person's answer is an acceptance.
        self.say(200, "known" if repeated else "taken")
        if not repeated:
            self.handle_event(json.loads(body))

    def handle_event(self, event):
        data = event["data"]
        print(json.dumps({"type": event["type"], "dispatch": data["dispatch"], "case": data["case"]}), flush=True)
        secret = os.environ.get("CALLBACK_SECRET")
        if event["type"] == "org.ecgnet.dispatch.requested.v1" and secret and data.get("callback"):
            # A dispatcher would press a button here. ACCEPT_AS stands for the person in a test.
            by = os.environ.get("ACCEPT_AS")
            if by:
                status = answer(data["callback"], secret, data["dispatch"], "accepted", by, os.environ.get("CALLBACK_CA"))
                print(json.dumps({"answered": status}), flush=True)

    def say(self, status, text):
        body = text.encode()
        self.send_response(status)
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *unused):
        pass


def main():
    Receiver.secrets = os.environ["DISPATCH_SECRETS"].split()
    server = HTTPServer(("127.0.0.1", int(sys.argv[1])), Receiver)
    print(json.dumps({"listening": server.server_port}), flush=True)
    server.serve_forever()


if __name__ == "__main__":
    main()
