## The desk.

all = All
filter = Filter
minutes = about { $count } min
desk-concluded = { $part } of { $whole ->
    [one] { $whole } paper
   *[other] { $whole } papers
} concluded
desk-clause = Clause
desk-state = State
desk-mine = Mine only
desk-own = yours
desk-unassigned = unassigned
desk-empty = There are no working papers yet. They are made from the audit tests of the catalogue, for the scope and the type of this audit.
desk-none = No paper fits this filter.
desk-previous = Previous
desk-next = Next
desk-next-unassigned = Next unassigned
desk-nobody = given to nobody yet
desk-reviewed = reviewed { $at }
desk-reviewed-alone = by nobody else: the auditor is alone
desk-note = Note
desk-notes = Notes
desk-notes-empty = No notes yet. Write what was said, seen or read; one method a note.
desk-evidence = Evidence
desk-evidence-empty = No evidence yet. An evaluation of conformity, or of the lack of it, rests on evidence.
desk-detach = Take { $name } off this paper
desk-detach-short = take off
desk-files = Take files as evidence
desk-files-help = Choose files or a photograph, and take them. With a script they can also be dropped or pasted here, and are then taken at once, with the classification that stands above. Each is kept under its SHA-256.
desk-take = Take
desk-documents = Search the auditee’s documents
desk-documents-none = No document holds all of these words. End a word with * for its beginning.
desk-quote-it = Quote in a note
desk-quote = { $document }: “{ $passage }”
desk-samples = Samples
desk-samples-empty = No sample yet.
desk-sample = { $size } of { $of } { $what } examined, { $deviations } deviated
desk-raise = Raise a finding
desk-evaluate = Evaluate
desk-keys = Keys
desk-said-kept = Draft of {"{"}time{"}"}, kept in this browser
desk-said-saving = Saving …
desk-said-saved = Saved at {"{"}time{"}"} as entry {"{"}seq{"}"} of the journal
desk-said-offline = Not saved yet: the server cannot be reached. The draft of {"{"}time{"}"} is kept in this browser and sent when the connection is back.
desk-said-out = Not saved yet: you are signed out. The draft of {"{"}time{"}"} is kept in this browser and is sent when you have signed in again.
desk-said-again = Here is your draft of {"{"}time{"}"}; it was not saved.
desk-findings = Findings
desk-case = Followed case
desk-by = Assigned to
desk-trail-step = step { $place } of { $of }

## What could not be sent yet, and the desk without a connection.

desk-said-unreached = the server cannot be reached
queue-title = Not saved yet
queue-sending = Kept in this browser, and being sent now.
queue-away = The server cannot be reached. This is kept in this browser, and is sent by itself, in order, when the connection is back: also when you close the browser and open it again meanwhile.
queue-out = You are signed out. This is kept in this browser, and is sent when you have signed in again.
queue-stuck = The server did not take this. It stays here until you decide.
queue-chars = {"{"}count{"}"} characters
queue-since = since {"{"}time{"}"}, {"{"}size{"}"}
queue-again = Send again
queue-apart = Send as a note of its own
queue-now = What stands now
queue-fetch = Save the file on this computer
queue-discard = Discard
queue-sure = Discard it for good?
queue-sign-in = Sign in and send
queue-uncertain = This was sent long ago, and no answer came. It may have been saved: look whether it is there before you send it again.
queue-failed = This did not come through several times, though the server answers. Look whether it is there, and send it again later.
queue-full = This browser has no room to keep it. Keep the file where it is, and send it again when the connection is back.
queue-older = The server cannot be reached. You see this page as it was on {"{"}time{"}"}. Notes and files are kept in this browser and sent later.
queue-waits = The server cannot be reached. This has to wait until the connection is back; what you typed stays here as long as this page is open.
queue-leave-title = Some of what you did is not saved yet
queue-leave-about = It stays in this browser, for you alone, and is sent when you sign in here again. On a computer that others use, wait until it is saved.
queue-leave-stay = Stay
away = No connection
away-about = The server cannot be reached. What you have not sent yet is kept in this browser.
away-kept = Papers that you had open here
away-none = None is kept in this browser.
