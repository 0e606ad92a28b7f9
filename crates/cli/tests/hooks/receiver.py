"""A receiver of webhooks for the tests: HTTPS with a certificate of an authority of its own, made by trustme.

python receiver.py FOLDER SECRETS

It writes the authority's certificate as `ca.pem` into the folder and prints its port when it listens. Each message that it is sent becomes a line
of JSON in the file `told`: its id, whether it is signed with one of the secrets in the file SECRETS (a line each, read anew each time), as the
Standard Webhooks say, and what it says. It ends when its input does.
"""

import base64
import hashlib
import hmac
import http.server
import json
import pathlib
import ssl
import sys
import threading
import time

import trustme

folder, secrets = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
lock = threading.Lock()


def is_signed(headers, body):
    content = f"{headers['webhook-id']}.{headers['webhook-timestamp']}.".encode() + body
    given = headers["webhook-signature"].split(" ")
    for secret in secrets.read_text().split():
        key = base64.b64decode(secret.removeprefix("whsec_"))
        own = "v1," + base64.b64encode(hmac.new(key, content, hashlib.sha256).digest()).decode()
        if any(hmac.compare_digest(own, one) for one in given):
            return abs(time.time() - int(headers["webhook-timestamp"])) < 300
    return False


class Receiver(http.server.BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers["content-length"]))
        line = {"id": self.headers["webhook-id"], "signed": is_signed(self.headers, body), "body": json.loads(body)}
        with lock, (folder / "told").open("a") as told:
            told.write(json.dumps(line) + "\n")
        # So that whoever else delivers has their turn.
        time.sleep(0.05)
        self.send_response(204)
        self.end_headers()

    def log_message(self, *args):
        pass


authority = trustme.CA()
authority.cert_pem.write_to_path(folder / "ca.pem")
context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
authority.issue_cert("localhost", "127.0.0.1").configure_cert(context)
server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Receiver)
server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
threading.Thread(target=server.serve_forever, daemon=True).start()
print(server.server_address[1], flush=True)
sys.stdin.read()
