### Mails. Links stand on a line of their own below their words; names may be in any script.

## All mails

# Variables: $name, whom the mail goes to.
mail-greeting = Hello { $name },
mail-lookalike = Another member’s name or username looks like that of { $name }. Compare the usernames: this is @{ $handle }.
mail-greeting-nameless = Hello,
# Variables: $community, its name.
mail-stop = Stop mails from { $community }

## About one's account

mail-account-where = This mail cannot be answered: an answer reaches nobody.
mail-not-you = If it was not you, ignore this mail. Nothing changes.
# Variables: $when, a day and a time; $browser, such as Firefox on Linux.
mail-asked-with = Asked for on { $when }, from { $browser }.
mail-asked = Asked for on { $when }.
mail-link-is-yours = The link is for you alone. Please do not forward this mail.
mail-link-works-minutes = { $count ->
    [one] The link works once, within 1 minute.
   *[other] The link works once, within { $count } minutes.
}
mail-link-works-hours = { $count ->
    [one] The link works once, within 1 hour.
   *[other] The link works once, within { $count } hours.
}
mail-link-works-days = { $count ->
    [one] The link works once, within 1 day.
   *[other] The link works once, within { $count } days.
}

mail-confirm-address-subject = Please confirm your address for { $community }
mail-confirm-address-what = Somebody, most likely you, signed up to { $community } with this address. Open the link to confirm that it is yours.
mail-confirm-address-action = Confirm the address

mail-already-member-subject = You already have an account at { $community }
mail-already-member-what = Somebody, most likely you, tried to sign up to { $community } with this address. It has an account already, so you can simply sign in.
mail-already-member-action = Sign in
mail-already-member-forgot = Choose a new password, if you forgot yours

mail-sign-in-link-subject = Your link to sign in to { $community }
mail-sign-in-link-what = Somebody, most likely you, asked for a link to sign in to { $community }. Here it is.
mail-sign-in-link-action = Sign in

mail-reset-password-subject = Choose a new password for { $community }
mail-reset-password-what = Somebody, most likely you, forgot the password for { $community } and asked for a new one.
mail-reset-password-action = Choose a new password

mail-password-changed-subject = Your password for { $community } was changed
mail-password-changed-what = The password of your account at { $community } was just changed. If that was you, all is well. If it was not, choose a new password now.
mail-password-changed-sessions = All other browsers are signed out, and links we mailed before no longer work.
# Variables: $count, how many keys were kept.
mail-password-changed-tokens = { $count ->
    [0] API keys, if you had any, no longer work.
    [one] One API key still works. Your preferences show it.
   *[other] { $count } API keys still work. Your preferences show them.
}

## An invitation

mail-invitation-subject = { $name } would like to talk with you
mail-invitation-what = { $name } from { $community } would like to talk with you, and wrote this to begin:
# Variables: $name, who invites; $title, what the conversation is called.
mail-invitation-subject-group = { $name } invites you to a conversation
mail-invitation-subject-titled = { $name } invites you to “{ $title }”
# Variables: $subject, as it was before.
mail-invitation-reminder-subject = Reminder: { $subject }
mail-invitation-reminder = { $name } still hopes for an answer. This is the only reminder.
mail-invitation-what-group = { $name } from { $community } invites you to a conversation of several people.
mail-invitation-what-titled = { $name } from { $community } invites you to the conversation “{ $title }”.
# Variables: $names, the people in it.
mail-invitation-who = Also in it: { $names }.
mail-invitation-wrote = { $name } wrote:
mail-invitation-read = Read and answer
mail-invitation-where = To answer { $name }, use the link below. An answer to this mail reaches nobody.
mail-invitation-why = You get this mail because you are a member of { $community }.
mail-invitation-decline = You need not talk with anybody: you can decline, and { $name } is not told.
mail-invitation-decide = Decide on the site

## A digest

# Variables: $name, who wrote; $others, how many others did.
mail-digest-subject = { $others ->
    [0] { $name } wrote to you
    [one] { $name } and 1 other wrote to you
   *[other] { $name } and { $others } others wrote to you
}
# Variables: $name, who accepted; $others, how many others did.
mail-digest-subject-accepted = { $others ->
    [0] { $name } accepted your invitation
    [one] { $name } and 1 other accepted your invitations
   *[other] { $name } and { $others } others accepted your invitations
}
# Variables: $name, who wrote; $others, how many others did; $title, the conversation they wrote in.
mail-digest-subject-titled = { $others ->
    [0] { $name } wrote in “{ $title }”
    [one] { $name } and 1 other wrote in “{ $title }”
   *[other] { $name } and { $others } others wrote in “{ $title }”
}
mail-digest-subject-news = News from your conversations at { $community }
# Variables: $names, who wrote; $title, the conversation they wrote in.
mail-digest-what = { $names } wrote to you.
mail-digest-what-titled = { $names } wrote in “{ $title }”.
mail-digest-what-accepted = { $names } accepted your invitations. You can talk now.
mail-digest-what-news = There is news in your conversations at { $community }.
mail-digest-unread = { $count ->
    [one] 1 new message
   *[other] { $count } new messages
}
# Variables: $words, the first words of a message.
mail-digest-in-reply-to = In reply to { $name }: { $words }
# Variables: $words, the first words of a message.
mail-digest-in-reply-to-you = In reply to you: { $words }
mail-digest-more = { $count ->
    [one] and 1 more
   *[other] and { $count } more
}
mail-digest-shortened = Shortened: the rest is on the site.
mail-digest-accepted = { $name } accepted your invitation. You can talk now.
mail-digest-answer = Answer
mail-digest-open = Open the conversation
mail-digest-mute = Stop mails of this conversation
mail-digest-where = { $count ->
    [one] To answer, use the link below. An answer to this mail reaches nobody.
   *[other] To answer, use the links below. An answer to this mail reaches nobody.
}
mail-digest-where-to-write = To write to { $name }, use the link below. An answer to this mail reaches nobody.
mail-digest-why = You get this mail because people wrote to you at { $community } while you were away.
mail-digest-why-accepted = You get this mail because an invitation of yours was accepted at { $community } while you were away.
mail-digest-why-news = You get this mail because something happened in your conversations at { $community } while you were away.
mail-digest-preferences = Change your preferences
