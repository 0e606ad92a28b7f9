## In the field

field = In the field
field-about = Take the audit where there is no network. What is done there comes home as acts of the record, each with the time by both clocks, and nothing is dropped.
field-loans = Who has it out
field-none = Nobody has this audit out.
field-to = Lent to
field-since = Since
field-papers = Working papers
field-papers-lent = { $count ->
    [one] 1 paper
   *[other] { $count } papers
}
field-state = State
field-home = Came home
field-came-home = { $count ->
    [one] 1 act
   *[other] { $count } acts
}, { $when }
field-lent-to = In the field: lent to { $who } since { $when }
field-waiting = Waits for a decision
field-waiting-none = Nothing waits.
field-waiting-about = These acts from the field did not fit what stands now. Look at both, and decide: take the act, keep what stands, or set the act aside. Nothing is removed.
field-done-by = { $who }, { $when } by the clock of the field
field-what = Field
field-in-field = From the field
field-in-house = What stands
field-record = The whole record
field-more = { $count ->
    [one] 1 more waits.
   *[other] { $count } more wait.
}
field-lend = Lend the audit
field-lend-about = You get a file. Open it on the laptop with “assize field open FILE”. Plan, papers, tests, criteria, earlier findings and the files that the borrower may open are in it, encrypted.
field-passphrase = Passphrase for the file
field-passphrase-help = Whoever finds the laptop can try passphrases for as long as they like: use at least 14 characters, such as five random words. If it is lost, nobody can open the file.
field-again = Passphrase again
field-files = Take the files along, as far as the borrower may open them
field-needs-borrower = Choose to whom the audit is lent.
field-needs-again = The two passphrases differ.
field-needs-file = Choose the file that came home.
field-take-in = Take in what came home
field-take-in-about = The file is checked whole before anything is done. Taking it in twice changes nothing.
field-file = File from the laptop
field-came = { $count ->
    [one] 1 act came home.
   *[other] { $count } acts came home.
}
field-came-carried = { $count ->
    [one] 1 was carried out.
   *[other] { $count } were carried out.
}
field-came-waiting = { $count ->
    [one] 1 waits for a decision.
   *[other] { $count } wait for a decision.
}
field-came-before = { $count ->
    [one] 1 had been taken in before.
   *[other] { $count } had been taken in before.
}
field-locked = This audit is locked
field-locked-about = It is on this laptop alone, encrypted. What was done is kept. Give the passphrase of the field file, or the key that it was encrypted to.
field-key = Passphrase or key
field-open = Open
field-here = In the field
field-here-about = You work on this laptop alone. Everything that you do is on its disk, encrypted, before it is answered.
field-acts-title = Done in the field
field-acts-done = { $count ->
    [one] 1 act
   *[other] { $count } acts
}
field-to-audit = To the audit
field-home-title = Take it home
field-home-about = The file holds everything that was done so far, and can be opened in the house alone. You can go on working afterwards, and take a later one home too.
field-home-get = Get the file for the house
field-lock-title = Lock
field-idle = { $minutes ->
    [one] It locks itself after 1 minute without use.
   *[other] It locks itself after { $minutes } minutes without use.
}
field-lock = Lock now
field-stays = May not leave: where it stays
field-stays-help = Only for files that are not to leave the premises. The record then says that you saw them there, with their digest; the files stay encrypted on this laptop and are wiped when you take the work home.
