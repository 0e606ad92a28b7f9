## What forms say.

form-missing = Please fill this in
form-amount = is no amount
form-amount-hint = give it in the unit of the currency, with two decimals at most and no thousands apart, like 850 or 850.50
form-problem = { $what }: { $hint }
form-wrong = { $count ->
    [one] One thing has to be put right. Nothing was saved; what you typed is still here.
   *[other] { $count } things have to be put right. Nothing was saved; what you typed is still here.
}
form-meanwhile = Somebody changed this meanwhile.
form-meanwhile-what = Below is what stands there now where it differs. Bring both together in the form and send it again.
form-optional = (optional)
form-row = { $what } { $number }
form-open = Change { $what } { $number }
form-drop = Remove { $what } { $number }
form-add = Add: { $what }
form-none = There is nothing to choose from yet.
form-choose = Choose …
form-one-a-line = One a line
yes = Yes
no = No
cancel = Cancel
form-kept = What you typed here before was not sent. This browser has kept it.
form-kept-take = Take it back into the form
form-kept-drop = Throw it away
form-sent-before = This form was sent before, and changed since. What was sent first was done. Send it again if this is to be done as well.
act-files = Files
act-files-help = What is chosen here is taken in and is evidence of this answer. Several files can be chosen. Files of the auditee are for the audit team and its own contacts.
