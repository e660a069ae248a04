## What surrounds the pages that explain, and lengths of time in them.

page-foot = About this site
page-help = Help
page-about-here = About
page-runs-on = Runs on Snug
page-span-seconds = { $count ->
    [one] one second
   *[other] { $count } seconds
}
page-span-minutes = { $count ->
    [one] one minute
   *[other] { $count } minutes
}
page-span-hours = { $count ->
    [one] one hour
   *[other] { $count } hours
}
page-span-days = { $count ->
    [one] one day
   *[other] { $count } days
}
page-count-invitations = { $count ->
    [one] one invitation
   *[other] { $count } invitations
}

## Help.

page-help-lead = How private conversations work in { $community }.
page-help-invitations = Being asked first
page-help-invite = You can write to any member who wants it: from their page, or with Write. Your first message comes with an invitation. They read that one message and decide, and you can both go on once they accept.
page-help-invite-change = Until they answer you can edit your message or withdraw it. Without an answer the invitation lapses after { $lapses }.
page-help-remind = After { $remind } without an answer you can remind them once.
page-help-invite-again = To the same person you can send one invitation in { $pair }, whatever became of it. They can write to you at any time.
page-help-invite-limits = So that nobody is flooded, you can send { $day } a day, { $new_day } a day in your first { $new } here, and { $undecided } can wait for an answer at once.
page-help-declining = Saying no
page-help-decline = Decline with one button. Nobody is told: to the person who wrote it looks as if you had not answered yet.
page-help-decline-later = Did you change your mind? You find the invitation under Archived, and can still accept it.
page-help-keeping-away = Who reaches you
page-help-writers = In your preferences you choose who may write to you: everyone, people you know, or nobody. Your page tells each reader whether they can. The conversations you have go on.
page-help-blocking = Block somebody on their page, in the menu of your conversation, or when you decline. Then they can neither write to you nor add you, your conversation is closed, and among several people what they write is folded, and you hear nothing of it.
page-help-blocking-silent = They are not told: to them it looks as if you took no messages. You can unblock them at any time, under Privacy in your preferences.
page-help-bell = The bell
page-help-bell-counts = The bell counts conversations in which you have not read everything, and invitations that wait for you. Open it to see them, or mark all of them as read.
page-help-bell-sound = It makes a sound if you say so in your preferences. A conversation that you mute neither rings nor is mailed, unless somebody writes your username in it or replies to a message of yours.
page-help-mails = Mails
page-help-mail = While you are away, one mail tells you what is unread, every { $digest } at most. What you read in the meantime is not in it. The mail of an invitation waits { $waits }, so that it can still be corrected or taken back.
page-help-mail-stop = At the foot of each such mail is a link that stops them, with one click and without signing in. There, or in your preferences, you can have them again.
page-help-mail-answer = Answer on the site: an answer to the mail itself reaches nobody.
page-help-mail-missing = Does no mail come? Look in the spam folder first, then under Notifications in your preferences: if mail to your address comes back, it is said there.
page-help-several = Several people
page-help-several-begin = Name several people when you write, and each of them is invited and accepts for themself. A conversation between two is never widened: adding people there begins another one, and what the two of you said stays between you.
page-help-several-history = If you add people later, you choose what they can read of what was said before: everything, from a message on, or nothing. Everyone in it sees whom you added, and what they can read.
page-help-several-hosts = Whoever began it is its host. Hosts name the conversation, remove people, make others hosts, and say who may add people.
page-help-several-leave = You can leave at any time, and undo it for { $leave }. What you saw while you were in it stays with you.
page-help-second-thoughts = Second thoughts
page-help-edit = You can edit what you wrote as long as you are in the conversation. It says “edited” then.
page-help-delete = You can delete what you wrote. Its place stays, its text is gone, and no mail tells of it. For { $undo } you can bring it back.
page-help-seen = What others can see of you
page-help-seen-profile = Members see your name, your username, the line about yourself and the day you joined. Your e-mail address is shown to nobody but you.
page-help-seen-presence = That you used the site within the last { $away } is seen by the people you talk with, and by nobody else. You can switch it off in your preferences; then you do not see it of others either.
page-help-seen-read = The people in a conversation with you see how far you have read it. Before you accept an invitation, nobody learns whether you read it.
page-help-account = Your account
page-help-password = Did you forget your password? On the page to sign in you can have a link mailed to you that signs you in without one.
page-help-lost = Did you lose a device? In your preferences you see where you are signed in, and can end it there.
page-help-ask = Is anything else unclear? Ask the people who run { $community }.

## About.

page-about-community = About { $community }
page-about-snug = What this is
page-about-snug-is = { $community } has its private conversations here. They run on Snug, which is free software: everyone may use it, look into it and change it.
page-about-snug-asks = Its first rule is that you are asked first. Someone new sends one message, and you decide whether you talk.
page-about-run = Who runs it
page-about-run-by = The people who run { $community } look after this site and its server. They are the ones to ask about your account, or about somebody who behaves badly.
page-about-run-see = The privacy page says what they can see, what is kept of you, and for how long.

## Privacy.

page-privacy-lead = What is kept of you in { $community }, for how long, and who can see it.
page-promise-seen = What others see of you
page-promise-profile = Members see your name, your username, the line about yourself and the day you joined. Your e-mail address is shown to nobody but you.
page-promise-outside = Who is not signed in sees no member, no list of members and no conversation.
page-promise-presence = That you are on the site is seen by the people you talk with, and by nobody who only wrote to you. You can switch it off; then you do not see it of others either.
page-promise-read = The people in a conversation with you see how far you have read it. Before you accept an invitation, nobody learns whether you read it.
page-promise-declined = Nobody learns that you declined. To the person who wrote, it looks as if you had not answered.
page-promise-blocked = Nobody is told that you blocked them. To them it looks as if you took no messages, and a conversation with you is closed without a reason.
page-promise-written = Who reads what you write
page-promise-only-those = What is said in a conversation is shown to the people in it, and to no other member.
page-promise-history = Who is added to a conversation later reads of what was said before only what the one who adds them chose.
page-promise-operator = Messages are kept on the server in readable form, so that they can be shown and mailed. No page of this site shows them to the people who run it, but who has the server in hand could read them there, as with a mail server.
page-promise-stays = What you wrote stays, for the others too, until you delete it. It does not grow old.
page-promise-kept = What is kept, and for how long
page-promise-deleted = The text of a message you delete can be brought back for { $undo }. Soon after that it is wiped.
page-promise-password = Of your password only a fingerprint is kept, from which nobody can read it.
page-promise-sessions = Where you are signed in is kept with the name of the browser and when it was last used. What you do not use for { $session } is signed out and forgotten.
page-promise-network = Your network address is not kept. A fingerprint of it is kept with each place where you are signed in, and one of your browser for { $browser }, so that strangers who try passwords cannot lock you out.
page-promise-sign-ups = A sign-up that nobody confirms is forgotten after { $sign_up }.
page-promise-mails = What became of a mail to you, its time, your address and what the mail server answered, is kept for { $mails }; what the mail said is not.
page-promise-changes = That something changed for you, so that open pages hear of it, is kept for { $changes }.
page-promise-handle = A username that you give up is kept for you for { $handle }, so that nobody is taken for you.
page-promise-elsewhere = Mails, browsers, other sites
page-promise-loads = These pages load nothing from other sites. Nobody else learns that you were here: there is no advertising, and nobody counts visitors.
page-promise-cookies = There are cookies only for what you do yourself: staying signed in, knowing your browser again, and leading you back to where you were.
page-promise-links = A link that you follow out of a conversation does not tell the other site where you came from.
page-promise-mail-plain = Mails hold no pictures and nothing that tells whether you opened them.
page-promise-mail-stop = Every mail about conversations has a link that stops them, without signing in.
page-promise-logs = The log of the server holds no message, no subject, no name and no e-mail address. How long it is kept is for the people who run the server to say.
page-promise-account = Your account
page-promise-not-yet = You cannot yet delete your account or download what you wrote by yourself. Ask the people who run this site.
