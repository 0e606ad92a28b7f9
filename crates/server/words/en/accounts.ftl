## Signing in.

sign-in = Sign in
sign-in-ready = This link signs you in, once. It can be used on this device only if you go on here.
sign-in-spent = This link was used before, or its fifteen minutes are over. Ask for another.
sign-in-who = Email address or name
sign-in-passphrase = Passphrase
sign-in-or = or, without a passphrase:
sign-in-passkey = Sign in with a passkey
sign-in-passkey-failed = The passkey could not be used. Try it again, or sign in with your passphrase.
sign-in-passkey-needed = Your account needs two factors, and your passkey is both: sign in with it.
sign-in-other-ways = No account yet, or no way in?
sign-in-no-account = Accounts are made by invitation: ask an administrator for one. Whoever has lost passphrase, telephone or passkey has their account reset by an administrator, and is invited again.
sign-in-how = Whoever runs this server can make a link that signs you in once:
sign-in-name = "NAME"
sign-in-no-script = The pages work without JavaScript; what you type is then kept only when you send it, and passkeys cannot be used.
sign-in-or-provider = or with the account of your organization:
sign-in-provider = Sign in with { $name }
sign-in-provider-tab = Sign in with { $name } in another tab
sign-in-resume = I have signed in: give what I had typed
sign-in-provider-away = That service cannot be reached now. Try it again, or sign in another way.
sign-in-provider-failed = That service did not say who you are, or took too long. Try it again.
sign-in-provider-nobody = You are signed in there, and have no account here under that address. Ask an administrator to invite you.
sign-in-provider-out = Sign out of { $name } too
sign-in-out = You are signed out here.
sign-in-wrong = That is not right: address, name or passphrase is another. Capital letters and spaces count.
sign-in-wait = { $seconds ->
    [one] Too many tries have failed. The next one is looked at in one second.
   *[other] Too many tries have failed. The next one is looked at in { $seconds } seconds.
}
sign-in-locked = This account is locked. Ask an administrator.
sign-in-late = That took too long. Please sign in from the beginning; what you had sent is still here.
sign-in-other = This page is somebody else's: what is typed in it would be sent as yours. Sign in as the person you were, or open the page anew.
sign-in-carried = Your session has ended. What you had typed and sent is kept here, and is given as soon as you have signed in.
sign-in-second = Your second factor
sign-in-second-about = The passphrase is right. One thing is left, so that a stolen passphrase is not enough.
sign-in-code = Code
sign-in-code-help = The six digits that your app shows now, or one of your recovery codes.
sign-in-code-wrong = That is not the code of now, or it was used before. A code is good once: wait for the next.
sign-in-from-beginning = Begin again as somebody else
sign-in-again = Is it you?
sign-in-again-about = What you are about to do binds, cannot be undone, or leaves the house. Show once more who you are; it then counts for a quarter of an hour.
sign-in-again-carried = What you had typed is kept here, and is given as soon as you have.
sign-in-again-passkey = Go on with a passkey
sign-in-again-link = You signed in by a link and have no passphrase or passkey here. Have whoever runs this server make you another link, open it in this browser, and come back to this page:
sign-in-go-on = Go on

over-title = Sign in again
over-about = Your session has ended. Nothing you typed is lost: this page stays, and sends it when you have signed in.
over-later = Not now

## Invitations.

welcome = Welcome
welcome-name = Welcome, { $name }
welcome-about = You were invited to Assize. Next you choose how you sign in: with a passphrase, or with a passkey, which your telephone or computer keeps for you.
welcome-begin = Set up how I sign in
welcome-gone = This invitation was used before, or its three days are over. Ask whoever invited you for another.

## How one signs in oneself.

own-sign-in = Signing in
own-about = How you sign in, and where you are signed in now.
own-first = How you sign in
own-first-about = One step before you begin.
own-first-both = Two steps before you begin: a passphrase and codes, or one passkey.
own-required = In this organization your account needs two factors: a passkey, or codes beside the passphrase.
own-made = made { $when }
own-used = last used { $when }
own-said-passphrase = The passphrase is set. Wherever else you were signed in you are no longer.
own-said-passkey = The passkey is kept. You can sign in with it from now on.
own-said-removed = It is removed. Wherever else you were signed in you are no longer.
own-said-ended = The sessions have ended.
own-last-factor = Without it you could not sign in as your organization asks for. Set up another way first, then take this one away.
own-passphrase-set = Set on { $when }.
own-passphrase-about = At least { $count } characters; four or five words that have nothing to do with each other are good. There is no rule what it must consist of. Pasting and password managers are welcome.
own-passphrase-clause = NIST SP 800-63B-4, 3.1.1.2
own-passphrase-old = Passphrase until now
own-passphrase-new = New passphrase
own-passphrase-again = New passphrase, again
own-passphrase-change = Change the passphrase
own-passphrase-give = Set the passphrase
own-passphrase-differs = The two differ. Type the same passphrase twice.
own-passphrase-old-wrong = The passphrase until now is another.
own-passphrase-short = Too short: at least { $count } characters.
own-passphrase-long = Too long: { $count } characters at most.
own-passphrase-own = That is mostly your name, your address, or your organization: whoever knows you tries it first. Take other words.
own-passphrase-guessable = That is among the first that are tried: a common one, a row of keys, a repetition. Take several words that do not belong together.
own-passkeys = Passkeys
own-passkeys-about = A passkey is kept by your telephone, your computer or a key that you plug in. It works on this site alone, cannot be guessed or phished, and counts as two factors.
own-passkeys-script = To make a passkey the browser needs JavaScript.
own-passkeys-elsewhere = Passkeys are made for a site's name. Open this page at { $origin } to make one.
own-passkey-label = What you call it
own-passkey-label-help = For example: telephone, laptop at the office.
own-passkey-make = Make a passkey
own-passkey-name = Name of { $what }
own-passkey-rename = Rename
own-passkey-remove = Remove { $what }
own-passkey-nameless = A passkey needs a name.
own-passkey-wrong = No passkey was made. Try it again, and let your device see that it is you.
own-codes = One-time codes
own-codes-about = An app on your telephone shows a new code every thirty seconds. With your passphrase it is the second factor.
own-codes-set = { $left ->
    [one] Set up on { $when }. One recovery code is left.
   *[other] Set up on { $when }. { $left } recovery codes are left.
}
own-codes-begin = Set up codes
own-codes-picture = The secret as a picture; it stands beside it as text
own-codes-read = Read the picture with your app, or type this into it:
own-codes-first = The code that the app shows now
own-codes-confirm = Confirm
own-codes-end = End the codes
own-recovery-renew = New recovery codes
own-recovery-made = Your recovery codes
own-recovery-about = Each replaces a code of the app once, for when the telephone is lost. They are shown this once and are kept here only as hashes. Those made before hold no longer.
own-recovery-keep = Print them, or keep them in your password manager. Not on the telephone.
own-recovery-kept = I have kept them
own-sessions = Where you are signed in
own-sessions-about = A session that you do not know: end it, and change your passphrase.
own-session-browser = Browser
own-session-address = Address
own-session-by = Signed in by
own-session-made = Since
own-session-used = Last use
own-session-this = this one
own-session-end = End
own-sessions-end = End all others
own-browser-unknown = unknown browser
own-address-unknown = not known

factor-link = link
factor-invitation = invitation
factor-passphrase = passphrase
factor-code = code
factor-recovery = recovery code
factor-provider = account of the organization
factor-passkey = passkey

## Accounts.

accounts = Accounts
accounts-about = Who can sign in, and by what. Nobody sees or sets a passphrase of somebody else.
accounts-list = Who has an account
accounts-empty = Nobody has an account yet. Invite somebody: they choose themselves how they sign in.
accounts-state = State
accounts-factors = Signs in by
accounts-used = Signed in last
accounts-no-factor = nothing yet
accounts-open = open
accounts-locked = locked since { $when }
accounts-invited = invited until { $until }
accounts-bare = not set up
accounts-codes = codes ({ $left } recovery codes left)
accounts-passkeys = { $count ->
    [one] one passkey
   *[other] { $count } passkeys
}
accounts-acts = Change the account of { $name }
accounts-lock = Lock
accounts-lock-about = Nobody signs in to it any more, and its sessions end now.
accounts-unlock = Unlock
accounts-unlock-about = Its person signs in as before.
accounts-reset = Take all factors away
accounts-reset-about = For when passphrase, telephone or passkey is lost or stolen. See first that it is they who ask. Sessions end; then invite them again.
accounts-again = Invite again
accounts-again-about = A new link; the one before holds no longer.
accounts-invite = Invite somebody
accounts-invite-about = People of the register can be invited. The link is shown once; give it to them by a way that only they read.
accounts-all = Everybody of the register has an account. Register a person to invite somebody new.
accounts-nobody = Choose whom to invite.
accounts-there = They have an account and can sign in. If they have lost how, take all factors away first.
accounts-made = The invitation of { $name }
accounts-made-about = It holds for { $hours } hours, or until they have set up how they sign in. It is shown this once.
