### Signing acts that bind, and the signatures on a record.

## What a signature means: word for word what is signed.

meaning-programme_establish = I establish this audit programme as it stands now.
meaning-plan_present = I present this audit plan to the auditee as it stands now.
meaning-plan_overrule_objection = I overrule this objection to the audit plan, for the reason I give.
meaning-report_review = I have reviewed the audit report with this content.
meaning-report_approve = I approve the audit report with this content.
meaning-report_issue = I issue the audit report with this content.
meaning-finding_acknowledge = I acknowledge this finding for the auditee.
meaning-finding_verify = I have verified that the corrective action was carried out, as I describe it.
meaning-certification_review = I have reviewed what the certification rests on, and this is my result.
meaning-certification_decide = I take this decision on the certification.

## The page on which one signs.

sign-about = This act binds you. Read what you sign, then sign it; nothing is done before you have.
sign-what = What you sign
sign-record = Record
sign-content = Digest of the report’s content
sign-digest = Digest that is signed
sign-kept = Your name, what it means, the time and this digest are kept in the journal. You have { $minutes } minutes, and the signature is good for this act alone.
sign-by-passkey = Sign with a passkey
sign-by-codes = Sign with passphrase and code
sign-code = Code of now
sign-code-help = The six digits that your app shows now. A recovery code does not sign.
sign-wrong = That does not show that it is you: the passphrase or the code is another, the code was used before, or the passkey is not yours. Nothing was done yet.
sign-late = That took too long, or it was signed already. What you typed is still here: please sign once more.
sign-passkey-failed = The passkey did not sign. Try again, or sign another way.
sign-none = You have nothing to sign with yet
sign-none-about = Whoever signs shows it by a passkey, or by a passphrase and one-time codes together. Set one of them up: it opens beside this page, and what you typed stays here. Then come back and go on.
sign-other-way = Signing by passphrase and code
sign-other-about = You have a passkey and can sign with it where scripts run. To sign without, set up a passphrase and one-time codes.
sign-set-up = Set up how I sign in
sign-go-on = I have set it up: go on

## The signatures on a record.

signatures = Signatures
signed-digest = Digest that was signed:
signed-entry = Entry { $seq } of the journal holds the signature.
signed-passkey = Signed with a passkey. The signature is kept, and whoever verifies the record checks it.
signed-server = Signed with passphrase and one-time code; attested by the server.
signed-door = Given by the auditee’s door, which a link and a one-time code had opened; attested by the server.
signed-operator = Attested by the operator of the host, unsigned.
signed-before = From before acts were signed.
verify-by-spot = Signatures on the spot by a passkey, each checked
verify-by-passkey = Acts signed with a passkey, each checked
verify-by-server = Acts signed with passphrase and code, attested by the server
verify-by-operator = Acts attested by the operator of the host, unsigned
