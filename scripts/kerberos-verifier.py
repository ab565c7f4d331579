"""The accepting side of HTTP Negotiate, for the sandbox's windows grant: who sends this token?

One line in, one line out, in the order of asking. In: the base64 text after `Authorization: Negotiate `. Out: JSON,
    {"principal": "lenea@CONTOSO.COM", "token": "..."}   token: what goes back after `WWW-Authenticate: Negotiate `, or null
    {"error": "..."}                                     the token is not accepted, and why
The service's key is in the keytab that KRB5_KTNAME names. Needs Debian's python3-gssapi, so run by the system's Python.

A browser's SPNEGO around Kerberos is over in one step; what would need another is not accepted (NTLM, for one).
"""

import base64
import json
import sys

import gssapi


def verdict(line):
    context = gssapi.SecurityContext(usage="accept")
    try:
        answer = context.step(base64.b64decode(line.strip(), validate=True))
    except (ValueError, gssapi.exceptions.GSSError) as error:
        return {"error": str(error)}
    if not context.complete:
        return {"error": "the token does not settle it in one step"}
    token = None if answer is None else base64.b64encode(answer).decode("ascii")
    return {"principal": str(context.initiator_name), "token": token}


for line in sys.stdin:
    print(json.dumps(verdict(line)), flush=True)
