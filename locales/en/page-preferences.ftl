## Notifications.

page-notifications = Notifications
page-comes-back = Mail to { $address } comes back: there seems to be no such mailbox. So no mails about conversations go there; here you find everything.
page-comes-back-more = If the address is right and takes mail again, have it tried again.
page-comes-back-retry = Try again
page-comes-back-look = See what to do
page-mail-when = Mails about unread messages
page-mail-together = Together in one mail
page-mail-together-hint = { $minutes ->
    [one] To { $address }, once a minute at most, only while you are away.
   *[other] To { $address }, every { $minutes } minutes at most, only while you are away.
}
page-mail-off = Off
page-mail-off-hint = Invitations are not mailed either. You find everything on the site.
page-sound = Play a sound

## Privacy.

page-privacy = Privacy
page-presence = People I talk with see when I am on the site
page-presence-hint = Nobody else ever does. If you switch it off, you do not see it of others either.
page-writers = Who may write to me
page-writers-everyone = Everyone
page-writers-acquaintances = People I know
page-writers-acquaintances-hint = Those with whom I am in a conversation, or was.
page-writers-nobody = Nobody
page-writers-hint = It says on your profile whether the reader can write to you. The conversations you have go on.
page-blocked = Blocked people
page-blocked-lead = They cannot write to you, and to them it looks as if you took no messages. In conversations of several people, what they write is folded and you hear nothing of it.
page-blocked-none = You have blocked nobody. To block somebody, open their profile, or the menu of your conversation.
page-blocked-since = Since
page-unblock = Unblock
# Variables: $name, of whom.
page-unblock-name = Unblock { $name }
page-block = Block { $name }

## Profile.

page-profile = Profile
page-handle = Username
page-handle-hint = In the address of your page: letters, digits, dots and hyphens.
page-about = A line about yourself

## Language and appearance.

page-appearance = Language and appearance
page-language = Language
page-time-zone = Time zone
page-time-zone-automatic = As my browser says
# Variables: $zone, the name of a zone, such as Europe/Paris.
page-time-zone-automatic-known = As my browser says ({ $zone })
page-time-zone-hint = Pages and mails give times in it.
page-theme = Theme
page-theme-automatic = System
page-theme-light = Light
page-theme-dark = Dark
page-send-key = Sending a message
page-send-key-enter = Enter sends, Shift and Enter begin a new line
page-send-key-ctrl = Ctrl or Cmd and Enter send, Enter begins a new line
page-mentions = Ring for my name in muted conversations
page-mentions-hint = When somebody writes @{ $handle }, or replies to a message of yours.
page-letter-keys = Keys of one letter
page-letter-keys-on = On
page-letter-keys-on-hint = In the list of conversations, j and k move, e archives, u marks as unread.
page-letter-keys-off = Off

## Sessions.

page-sessions = Where you are signed in
page-session-current = This one
page-session-began = Since
page-session-used = Last used
page-session-end = Sign out
page-sessions-end-others = Sign out all others
page-sessions-end-lead = Is something not yours, or did you lose a device? This signs you out everywhere but here. Links we mailed you stop working too.
page-sessions-end-question = Sign out everywhere but here?

## The password.

page-password-change-lead = You stay signed in here. Everywhere else you are signed out.
page-password-none = You have no password yet: you come in by links we mail you. To choose one, we mail you a link.
page-password-mail-link = Mail me the link
# Variables: $count, how many keys; $names, what they are called.
page-keep-tokens = { $count ->
    [one] Keep my API key: { $names }
   *[other] Keep my API keys: { $names }
}
page-keep-tokens-hint = Otherwise they stop working too. Keep them only if you know them all.

## API keys.

page-tokens = API keys
page-tokens-lead = A key lets a program of yours use the API in your name. Treat it like a password.
page-token-once = This is your new key. Copy it now: it is not shown again.
page-token-name = What is it for?
page-token-create = Make a key
page-token-scope = What may it do?
page-token-scope-read = Read
page-token-scope-read-write = Read and write in your name
page-token-ends = How long does it work?
page-token-ends-never = Until I revoke it
page-token-ends-days = { $days ->
    [one] 1 day
   *[other] { $days } days
}
page-token-until = works until
page-token-expired = No longer works since
page-tokens-account = A key never opens what concerns your account: password, sessions, keys and address.
page-token-made = Made
page-token-never-used = never used
page-token-revoke = Revoke
page-token-revoke-question = Revoke this key? Programs that use it stop working.
page-client = { $browser } on { $system }
page-client-unknown = A browser or program
