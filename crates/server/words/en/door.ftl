### The auditee's door: the way in, what is behind it, and where it is opened.

door-enter = Your audit
door-ask = Hello { $name }. This link leads to your audit. So that nobody else comes in by it, we send a code to your email address.
door-ask-send = Send me the code
door-ask-alone = Hello { $name }. This link leads to your audit. So that nobody else comes in by it, it asks for a code. This server sends no mail: whoever gave you the link gives you the code too.
door-ask-make = Have a code made
door-ask-not = Not { $name }? Then this link is not for you; please close the page.
door-code-sent = A code was sent to { $address }. It holds for { $minutes } minutes and is good once. If none comes, ask whoever sent you the link.
door-code-waits = This server sends no mail, so that no code comes to you. Ask whoever gave you the link for it: whoever runs the server can read it to them. It holds for { $minutes } minutes and is good once.
door-code = Code
door-code-help = { $digits } digits, with or without a space.
door-go-in = Go in
door-code-again = Send another code
door-code-wrong = That is not the code that was sent last, it was used, or its time is over. After five wrong guesses have another one sent.
door-codes-wait = { $seconds ->
    [one] Many codes were sent. The next can be sent in one second.
   *[other] Many codes were sent. The next can be sent in { $seconds } seconds.
}
door-gone = This link holds no longer.
door-gone-about = Its day is over, it was closed, or the audit is. Ask the audit team leader for another.
door-left = You have left.
door-left-about = To come back, open the link from your mail again, as long as it holds.
door-letter-subject = Your way to an audit
door-letter =
    You can see and answer what an audit asks of you here:

    { $link }

    The link holds until { $until }. When you open it, a code is sent to this address; nobody comes in without it. Do not pass the link on.
door-code-subject = Your code
door-code-letter =
    Your code is { $code }

    It holds for { $minutes } minutes and is good once. If you did not ask for it, do nothing: nobody comes in without it.

door-home = Overview
door-you = You are here as { $name }. What you do is recorded under your name.
door-nothing = Nothing waits for you
door-nothing-about = When the audit team asks something of you, it stands here.
door-then = After that
door-task-plan = Look at the audit plan
door-task-plan-about = The audit team has presented it and waits for your answer.
door-act-plan = Read and answer
door-task-request = Answer a request for information
door-act-request = Answer
door-task-finding-raised = Say whether a finding is right
door-act-finding-raised = Read and answer
door-task-finding-acknowledged = Say how a nonconformity was corrected
door-act-finding-acknowledged = Give the correction
door-task-finding-corrected = Say what the cause was
door-act-finding-corrected = Give the root cause
door-task-finding-cause-found = Say what you will do so that it does not come back
door-act-finding-cause-found = Plan the action
door-task-finding-plan-accepted = Show that the action is done
door-act-finding-plan-accepted = Report it done
door-task-meeting = Sign that you were at a meeting
door-act-meeting = Look and sign
door-task-report = Read the audit report
door-task-report-about = It was issued, and you are on its distribution list.
door-act-report = To the report
door-plan-version = Audit plan, version { $number }
door-report-fetch = { $report } (PDF)
door-report-read = I have received the report
door-complain = Complain or appeal
door-sessions = Where you are signed in

door-sessions-about = Each is a browser in which your link and a code were used. One that you do not know: end it, and close the way in.
door-session-times = since { $made }, last used { $used }
door-close = Close this way in
door-close-about = Your link holds until { $until }. If you close the way in, nobody comes in by the link any more, you neither.

door-response = Is it so?
door-response-about = If the finding is understood and accurate, acknowledge it. If you see it differently, say so: your opinion is kept and stands in the report, whatever comes of it.
door-acknowledge = Yes, it is so
door-dispute = I see it differently
door-opinion = How you see it
door-opinion-help = The audit team leader rules on it and says why.
door-dispute-send = Send my opinion
door-correct = How was it corrected?
door-correct-about = What was done at once about the thing itself. Why it came to it is the next question.
door-cause = What was the cause?
door-cause-about = Why it could come to it, and how you found that out.
door-action = What will you do so that it does not come back?
door-action-about = An action against the cause, and the day by which it is done. You answer for it. The audit team then says whether it will do.
door-implement = Show that it is done
door-implement-about = What was done, with a file that shows it: a record, a picture, a changed document.
door-text = Your answer
door-files-help = Files are for the audit team and your own organization's contacts. Several can be chosen.
door-by-when = By when
door-send = Send
door-turn = Nothing waits for you here now. Whose turn: { $turn }.
door-before = What was said so far

door-plan-lead = This is how the audit is planned.
door-plan-answer = To your answer
door-plan-title = Do you agree?
door-plan-objected = There is an objection. The audit team leader answers it first; then you can agree.
door-agree = I agree to the plan
door-object = I object to something
door-object-what = What you object to
door-object-help = Name the session or the point, and what would do instead.
door-object-send = Send the objection
door-objections = Objections
door-answer = Please answer
door-returned = Your answer came back:
door-sign = Were you there?
door-sign-about = You stand in the attendance of this meeting. Sign it if that is right; if it is not, tell the audit team leader.
door-sign-send = Yes, I was there
door-signed = signed
door-meeting-signed = You have signed your attendance.
door-not-covered = not covered
door-complain-about = What you write goes to those who handle complaints in the audit programme, not to the audit team.
door-complaint = Complaint, about how the audit was carried out
door-appeal = Appeal, against a decision
door-complaint-what = What it is about
door-complain-send = Send it

doors = Auditee's door
doors-about = A contact of the auditee without an account comes in by a link and a code that is mailed. They see what was released to them in this audit, and answer; nothing else. What they do stands in the journal under their name.
doors-open = Open a door
doors-who = For whom
doors-until = Until
doors-until-help = The last day on which the link holds.
doors-made = The door for { $name } is open
doors-link-about = The link is shown this once, and was posted to { $address }. A door for the same person that was made before is closed.
doors-link-alone = The link is shown this once. This server sends no mail: give the link to { $name } yourself, and later the code, which whoever runs the server can read. A door for the same person that was made before is closed.
doors-list = Doors to this audit
doors-empty = None yet.
doors-contact = Contact
doors-state = State
doors-used = Last came in
doors-holds = holds until { $until }
doors-over = over since { $until }
doors-closed = closed on { $when }
doors-shut = shut
doors-in = { $count ->
    [one] one browser is in
   *[other] { $count } browsers are in
}
doors-close = Close
doors-none = The auditee has no contacts in the register. Enter them there first.
doors-need-contact = The person is no contact of the auditee.
doors-need-address = The register has no email address of the person; the code goes there.
doors-need-unlocked = The account of the person is locked.
doors-need-audit = The audit is over, and nothing of it is followed up.
doors-need-day = The day is past, or too far away.
by-door = { $name }, by the auditee's door
factor-mail = code by mail
sign-in-door = Came by a link to your audit, without an account? Open the link from your mail again; what you typed is still in this browser.
