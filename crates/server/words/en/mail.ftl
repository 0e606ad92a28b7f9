## Mail: what letters say. Without leave of the organization nothing of an audit stands in them.

mail-hello = Hello { $name },
mail-foot =
    Sent by Assize, { $site }
    How often you are written to, you choose there under Settings, My letters.
mail-waits = Something waits for you.
mail-waits-subject = Something waits for you
mail-waits-many = { $count ->
    [one] One thing waits for you
   *[other] { $count } things wait for you
}
mail-waits-more = { $count ->
    [one] And one thing more.
   *[other] And { $count } things more.
}
mail-due-soon = Something that waits for you is due on { $due }.
mail-due-today = Something that waits for you is due today.
mail-overdue = Something that waits for you was due on { $due }.
mail-by-door = { $count ->
    [one] You need no account. This link is for you, and a code will be sent to this address when you open it:
   *[other] You need no account. These links are for you, one for each audit, and a code will be sent to this address when you open one:
}
mail-no-account = You have no account here yet. Ask whoever leads the audit to open the door for you, or to have you invited.
mail-opens = It opens after you have signed in:
mail-security-advice = If that was not you, tell whoever looks after accounts at once, and have yours locked. If it was, there is nothing to do. By what you sign in, and where you are signed in:
mail-invitation = You are invited to Assize
mail-invitation-about = { $hours ->
    [one] You were invited to Assize, in which audits are planned, carried out and followed up. Choose how you sign in. The link holds for one hour, or until you have:
   *[other] You were invited to Assize, in which audits are planned, carried out and followed up. Choose how you sign in. The link holds for { $hours } hours, or until you have:
}
mail-invitation-other = Whoever has the link can set up your account: hand it on to nobody. If you do not know what this is about, leave it; nothing happens then.
mail-test-subject = A test letter of Assize
mail-test-about = This letter was sent to see whether mail arrives. It does.

notice-plan_presented = The plan of the audit “{ $audit }” was presented to you.
notice-plan_objected = There is an objection to the plan of the audit “{ $audit }”.
notice-request_asked = In the audit “{ $audit }” you are asked for information.
notice-request_answered = In the audit “{ $audit }” a request for information was answered.
notice-request_returned = In the audit “{ $audit }” your answer to a request for information was returned.
notice-finding_raised = In the audit “{ $audit }” a finding was raised: { $finding }.
notice-finding_disputed = In the audit “{ $audit }” a finding is disputed: { $finding }.
notice-action_planned = In the audit “{ $audit }” a corrective action was planned and waits for your acceptance: { $finding }.
notice-plan_accepted = In the audit “{ $audit }” the planned action was accepted and is to be carried out: { $finding }.
notice-step_rejected = In the audit “{ $audit }” a step of follow-up was not accepted: { $finding }.
notice-action_implemented = In the audit “{ $audit }” an action was implemented and waits to be verified: { $finding }.
notice-report_issued = The report of the audit “{ $audit }” was issued to you.
notice-complaint_assigned = A complaint was given to you to handle.
notice-complaint_decided = A complaint was decided.
notice-access_given = You were given a right.
notice-answer_due_soon = In the audit “{ $audit }” your answer to a request for information is due on { $due }.
notice-answer_due_today = In the audit “{ $audit }” your answer to a request for information is due today.
notice-answer_overdue = In the audit “{ $audit }” the answer to a request for information was due on { $due }.
notice-step_due_soon = In the audit “{ $audit }” the next step is due on { $due }: { $finding }.
notice-step_due_today = In the audit “{ $audit }” the next step is due today: { $finding }.
notice-step_overdue = In the audit “{ $audit }” the next step was due on { $due }: { $finding }.
notice-check_due_soon = In the audit “{ $audit }” what you are to look at is due on { $due }: { $finding }.
notice-check_due_today = In the audit “{ $audit }” what you are to look at is due today: { $finding }.
notice-check_overdue = In the audit “{ $audit }” what the team is to look at was due on { $due }: { $finding }.
notice-passphrase_set = The passphrase of your account was set
notice-codes_set_up = One-time codes were set up for your account
notice-codes_ended = One-time codes of your account were ended
notice-recovery_renewed = New recovery codes were made for your account
notice-passkey_added = A passkey was added to your account
notice-passkey_removed = A passkey of your account was removed
notice-account_locked = Your account was locked
notice-account_unlocked = Your account was unlocked
notice-account_reset = Everything by which you sign in was taken away from your account
notice-many_failed = Signing in to your account has failed many times

## The page of mail.

mail = Mail
mail-about = Whether letters leave, what waits, and what could not be sent. What a letter says is shown to nobody here.
mail-set-up = Set up
mail-server = Mail server
mail-from = Sender
mail-content = What letters say of an audit
mail-content-nothing = nothing: that something waits, and the way to it
mail-content-names = the name of the audit; the number and title of a finding
mail-not-set-up = Mail is not set up: nothing leaves
mail-not-set-up-about = Letters wait. Whoever runs the server names a mail server (smtp_url) and a sender (mail_from) in its configuration; the guide for administrators says how. What has waited for more than three days is not sent then.
mail-waiting = Waiting
mail-failing = of them tried in vain
mail-sent = Sent
mail-given-up = Given up
mail-counted = Sent and given up: within { $days } days.
mail-test = Send a test letter
mail-test-help = It goes out as soon as mail is set up, and is listed below.
mail-test-address = Address
mail-test-wrong = That is no address of mail.
mail-letters = Letters
mail-empty = No letter of this kind. Letters follow from acts, from days that something is due on, and from changes to accounts.
mail-made = Written
mail-kind = What
mail-whom = To
mail-state = State
mail-tries = Tries
mail-next = next: { $when }
mail-why = Why not
mail-retry = Send again
mail-all = All
mail-state-waiting = waiting
mail-state-sent = sent
mail-state-given_up = given up
mail-kind-notice = What waits for somebody
mail-kind-security = About an account
mail-kind-invitation = Invitation
mail-kind-door_code = Code for a link
mail-kind-door_link = Link to an audit
mail-kind-test = Test letter
mail-days = Days before something is due
mail-days-help = So many days before, people are reminded; again on the day, and when it is overdue. With 0, not before.
mail-keep = Save

## How often one is written to.

letters = My letters
letters-about = How often you are written to about what waits for you. Letters about your account come at once, whatever you choose.
letters-often = How often
mail-often-at_once = At once
mail-often-daily = Once a day, at seven in the morning
mail-often-weekly = Once a week, on Monday at seven in the morning
letters-zone = The hour is that of your time zone, { $zone }.
letters-address = Letters go to { $address }.
letters-no-address = The register has no address of mail for you: you are not written to.
letters-not-set-up = Mail is not set up on this server: nothing leaves until it is.
letters-saved = That is noted.

## Invitations by mail.

accounts-by-mail = Send it by mail
accounts-mailed = The invitation is on its way to the address in the register. It holds { $hours } hours, or until they have set up how they sign in.

## In the field

notice-field_waits = Acts from the field of the audit “{ $audit }” wait for a decision.
