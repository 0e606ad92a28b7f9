## In the field

infield = In the field
infield-about = Take the audit where there is no network. What is done there comes home as acts of the record, each with the time by both clocks, and nothing is dropped.
infield-loans = Who has it out
infield-none = Nobody has this audit out.
infield-to = Lent to
infield-since = Since
infield-papers = Working papers
infield-papers-lent = { $count ->
    [one] 1 paper
   *[other] { $count } papers
}
infield-state = State
infield-home = Came home
infield-came-home = { $count ->
    [one] 1 act
   *[other] { $count } acts
}, { $when }
infield-lent-to = In the field: lent to { $who } since { $when }
infield-waiting = Waits for a decision
infield-waiting-none = Nothing waits.
infield-waiting-about = These acts from the field did not fit what stands now. Look at both, and decide: take the act, keep what stands, or set the act aside. Nothing is removed.
infield-done-by = { $who }, { $when } by the clock of the field
infield-what = Field
infield-in-field = From the field
infield-in-house = What stands
infield-record = The whole record
infield-more = { $count ->
    [one] 1 more waits.
   *[other] { $count } more wait.
}
infield-lend = Lend the audit
infield-lend-about = You get a file. Open it on the laptop with “assize field open FILE”. Plan, papers, tests, criteria, earlier findings and the files that the borrower may open are in it, encrypted.
infield-passphrase = Passphrase for the file
infield-passphrase-help = Whoever finds the laptop can try passphrases for as long as they like: use at least 14 characters, such as five random words. If it is lost, nobody can open the file.
infield-again = Passphrase again
infield-files = Take the files along, as far as the borrower may open them
infield-needs-borrower = Choose to whom the audit is lent.
infield-needs-again = The two passphrases differ.
infield-needs-file = Choose the file that came home.
infield-take-in = Take in what came home
infield-take-in-about = The file is checked whole before anything is done. Taking it in twice changes nothing.
infield-file = File from the laptop
infield-came = { $count ->
    [one] 1 act came home.
   *[other] { $count } acts came home.
}
infield-came-carried = { $count ->
    [one] 1 was carried out.
   *[other] { $count } were carried out.
}
infield-came-waiting = { $count ->
    [one] 1 waits for a decision.
   *[other] { $count } wait for a decision.
}
infield-came-before = { $count ->
    [one] 1 had been taken in before.
   *[other] { $count } had been taken in before.
}
infield-locked = This audit is locked
infield-locked-about = It is on this laptop alone, encrypted. What was done is kept. Give the passphrase of the field file, or the key that it was encrypted to.
infield-key = Passphrase or key
infield-open = Open
infield-here = In the field
infield-here-about = You work on this laptop alone. Everything that you do is on its disk, encrypted, before it is answered.
infield-acts-title = Done in the field
infield-acts-done = { $count ->
    [one] 1 act
   *[other] { $count } acts
}
infield-to-audit = To the audit
infield-home-title = Take it home
infield-home-about = The file holds everything that was done so far, and can be opened in the house alone. You can go on working afterwards, and take a later one home too.
infield-home-get = Get the file for the house
infield-lock-title = Lock
infield-idle = { $minutes ->
    [one] It locks itself after 1 minute without use.
   *[other] It locks itself after { $minutes } minutes without use.
}
infield-lock = Lock now
infield-stays = May not leave: where it stays
infield-stays-help = Only for files that are not to leave the premises. The record then says that you saw them there, with their digest; the files stay encrypted on this laptop and are wiped when you take the work home.

waiting-field = { $count ->
    [one] One act from the field waits for a decision
   *[other] { $count } acts from the field wait for a decision
}
