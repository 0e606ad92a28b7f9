# Who may not, and whom to turn to

barred-about = You may know that this is here, but what you asked for is not yours to do.
barred-turn = Turn to:
barred-turn-installation = Turn to whoever looks after this installation.
barred-leader = leads the audit
barred-manager = manages the programme

# An audit as its auditee sees it

released-about = What the audit team has released to you: the plan once it was presented, findings once they were raised, requests for information, and the report once it was issued.
released-plan = Look at the plan
released-plan-empty = No plan was presented yet. You will be asked to agree to it.
released-findings-empty = No finding was raised yet. Findings are told to you before they go into the report.
released-requests-empty = The audit team has asked for nothing yet.
released-report-empty = No report was issued yet.

# The security log

security = Security log
security-about = Who was refused what, who opened what is restricted, who took something out, who signed in. It is no part of the record, and holds no content of it.
security-clause = ISO/IEC 27001:2022 A.8.15
security-find = Narrow down
security-kind = What
security-all = Everything
security-person = Person (id)
security-record = Record (id)
security-from = From
security-to = Until
security-show = Show
security-events = Events
security-empty = Nothing of this kind was noted. Refused questions and acts, opened restricted evidence, exports and sign-ins stand here as soon as they happen.
security-at = When
security-who = Who
security-route = Asked for
security-why = Why
security-address = From where
security-request = Request
security-older = Older
security-keep = How long it is kept
security-days = Days
security-days-help = What is older is forgotten.
security-days-wrong = Give a number from { $least } to { $most }.
security-read_refused = Question refused
security-act_refused = Act refused
security-evidence_opened = Restricted evidence opened
security-exported = Taken out
security-signed_in = Signed in
security-sign_in_refused = Sign-in refused
security-second_factor_wrong = Second factor wrong
security-sign_in_slowed = Locked out for a time
security-provider_refused = Provider refused
security-why-wrong = wrong
security-why-too-many-failed = too many tries failed
security-why-locked = the account is locked
security-why-passkey-needed = a passkey is needed
security-why-link = link
security-why-invitation = invitation
security-why-passphrase = passphrase
security-why-code = code
security-why-recovery = recovery code
security-why-passkey = passkey
security-why-provider = provider
security-why-the-provider-cannot-be-asked = the provider cannot be asked
security-why-the-answer-does-not-hold = the answer does not hold
security-why-the-code-was-not-redeemed = the code was not redeemed
security-why-nobody-here = they have no account here
security-why-invited = invited
security-why-unlocked = unlocked
security-why-reset = reset
security-why-passphrase-set = passphrase set
security-why-codes-set-up = codes set up
security-why-codes-ended = codes ended
security-why-recovery-codes-made-anew = recovery codes made anew
security-why-passkey-added = passkey added
security-why-passkey-removed = passkey removed
security-signed_out = Signed out
security-account_changed = Account or setting changed
restricted-text = Text of restricted evidence
restricted-text-about = Files are read so that they can be searched. What was read stands in the database as it is. Of restricted evidence it is not kept unless you say so; whoever may open such a file still has it read to them.
restricted-text-kept = The text of restricted evidence is kept and searched.
restricted-text-not-kept = The text of restricted evidence is neither kept nor searched.
restricted-text-keep = Keep and search it
restricted-text-stop = Remove it, and keep it no more
opened = Who has opened it
opened-nobody = Nobody has opened the file.
opened-about = From the security log: the latest hundred times that the file was opened or the audit was taken out. It is shown to whoever leads the audit or manages its programme.

first-reason = The first person of this installation, entered by its operator.
