"""Papers of an invented council that are evidence for something, and others that only look so."""

TOKENS = """\
# Looking after your token

You sign in to ContactPoint with a security token and a PIN. The helpdesk keeps the token register.

## Getting one

A token is issued by the helpdesk to each user who has been trained. You sign for it, and the serial number is
written down.

## If it is lost or stolen

Tell the helpdesk at once, on extension 4400. The token is disabled while you are on the telephone. Your line
manager must be
told on the same day, and a replacement is only issued when the form is in.

## If it is damaged

Do not open it. Bring the faulty token back to the helpdesk, who will replace it and send the broken one to the maker.

## When you leave

Hand your token back on the last day. The manager must return it to the helpdesk within two working days, so
that the account
can be closed.
"""
ALLOTMENTS = """\
# Allotment rules

Each tenant of a plot is issued with a key to the gate. Lost keys must be reported to the allotment officer at
once, and a new
one costs five pounds; a damaged or stolen key is replaced once a year. When you give up your plot, return the
key. As a token
of thanks the best plot holder gets a book token. Bonfires, sheds and compost need the consent of the officer.
"""
AGENDA = """\
# Agenda

1. Apologies
2. Security tokens: lost and damaged tokens, procedure to note
3. Subject access requests: procedure to be written
4. Shielding policy for ContactPoint: for information
5. Date of next meeting
"""
GLOSSARY = """\
# Words we use

Audit: a look at whether things are done as they should be.

Consent: saying yes, and knowing to what.

Disclosure: a check with the Criminal Records Bureau.

Helpdesk: whom you ring when ContactPoint does not work.

Override: opening a shielded record in an emergency.

Shielding: hiding the address of a child on ContactPoint.

Subject access request: asking to see your own record.

Token: what you sign in with, together with a PIN.
"""
REQUESTS = """\
# [Council name]: people who ask to see their own record

A subject access request may come by letter or by e-mail. Whoever gets it must send it to the data protection
officer on the
same day. Ask for proof of identity before anything is sent. The reply is due within one month. Data about a
third party is
redacted unless they agree. Every request is entered in the log of requests, and what was withheld under an
exemption is noted
there with the reason. A child may ask too, if they understand what they ask for; a parent may ask on behalf
of a child.
"""
PAPERS = {
    "HR/token handout.md": TOKENS,
    "Parks/allotment rules.md": ALLOTMENTS,
    "Board/agenda 3 June.md": AGENDA,
    "Board/words we use.md": GLOSSARY,
    "Data protection/asking to see a record.md": REQUESTS,
}
