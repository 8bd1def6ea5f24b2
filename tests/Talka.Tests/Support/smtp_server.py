"""A mail server on loopback that keeps what it takes as numbered files.

    smtp_server.py PORT FOLDER [--user NAME PASSWORD] [--tls CERTIFICATE KEY]

Addresses that begin with "refused" are refused for good, those that begin with "busy" the first time.
"""
import asyncio
import itertools
import pathlib
import ssl
import sys

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, LoginPassword

port, folder, options = int(sys.argv[1]), pathlib.Path(sys.argv[2]), sys.argv[3:]


def option(name, count):
    return options[options.index(name) + 1:][:count] if name in options else None


class Keeper:
    def __init__(self):
        self.numbers = itertools.count(len(list(folder.glob("*.eml"))) + 1)
        self.busy = set()

    async def handle_RCPT(self, server, session, envelope, address, rcpt_options):
        if address.startswith("refused"):
            return "550 5.1.1 No such mailbox"
        if address.startswith("busy") and address not in self.busy:
            self.busy.add(address)
            return "451 4.3.0 Try again later"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        part = folder / "arriving.part"
        part.write_bytes(envelope.content)
        part.rename(folder / f"{next(self.numbers):05}.eml")
        return "250 Taken"


def authenticator(server, session, envelope, mechanism, data):
    user, password = option("--user", 2)
    known = isinstance(data, LoginPassword) and (data.login, data.password) == (user.encode(), password.encode())
    return AuthResult(success=known, handled=False)


more = {}
if option("--user", 2):
    more.update(authenticator=authenticator, auth_required=True, auth_require_tls=False)
if option("--tls", 2):
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(*option("--tls", 2))
    more.update(tls_context=context, require_starttls=True)
controller = Controller(Keeper(), hostname="127.0.0.1", port=port, **more)
controller.start()
print("ready", flush=True)
asyncio.new_event_loop().run_forever()
