"""A mail server for the tests, of aiosmtpd: what it takes is written into a folder, a file for each letter.

python server.py FOLDER [plain|tls|starttls]

It prints its port when it listens. With TLS, the certificate of the authority that it is to be trusted by is `ca.pem` in the folder. What it
answers follows from the address alone: to `later@...` no the first time that it is asked, to `never@...` no, to everybody else yes. It ends
when its input does.
"""

import asyncio
import email
import email.policy
import json
import pathlib
import ssl
import sys

from aiosmtpd.smtp import SMTP

folder = pathlib.Path(sys.argv[1])
kind = sys.argv[2] if len(sys.argv) > 2 else "plain"


class Taker:
    def __init__(self):
        self.asked = set()
        self.count = 0

    async def handle_RCPT(self, server, session, envelope, address, options):
        name = address.split("@")[0]
        if name == "never":
            return "550 5.1.1 no such mailbox"
        if name.startswith("later") and address not in self.asked:
            self.asked.add(address)
            return "451 4.3.0 come back later"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        self.count += 1
        taken = {
            "sender": envelope.mail_from,
            "whom": envelope.rcpt_tos,
            "data": envelope.original_content.decode("utf-8", "replace"),
        }
        read = email.message_from_bytes(envelope.original_content, policy=email.policy.default)
        taken["headers"] = [name.lower() for name in read.keys()]
        for name in ("subject", "message-id", "from", "to"):
            taken[name] = str(read[name])
        for part, name in (("plain", "text"), ("html", "html")):
            body = read.get_body((part,))
            taken[name] = body.get_content() if body else ""
        part = folder / f"{self.count:04}.part"
        part.write_text(json.dumps(taken))
        part.rename(folder / f"{self.count:04}.json")
        return "250 taken"


async def serve():
    more, whole = {}, None
    if kind in ("tls", "starttls"):
        import trustme

        authority = trustme.CA()
        authority.cert_pem.write_to_path(str(folder / "ca.pem"))
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        authority.issue_cert("localhost", "127.0.0.1").configure_cert(context)
        if kind == "starttls":
            more = {"tls_context": context, "require_starttls": True}
        else:
            whole = context
    taker, loop = Taker(), asyncio.get_running_loop()
    server = await loop.create_server(lambda: SMTP(taker, hostname="localhost", loop=loop, **more), "127.0.0.1", 0, ssl=whole)
    print(server.sockets[0].getsockname()[1], flush=True)
    await loop.run_in_executor(None, sys.stdin.read)
    server.close()


asyncio.run(serve())
