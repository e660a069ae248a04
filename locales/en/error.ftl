## Pages.

error-title = Something is not right
error-home = Home
error-not-found = There is nothing here
error-not-found-more = The address may be wrong, or what was here is gone. Check the address, or go on from the start.
error-not-found-sign-in = Perhaps you need to sign in to see it.
error-unknown-host = There is no community here
error-unknown-host-more = No community has this address. Check it for a slip, or ask whoever gave it to you.
error-forbidden = That is not possible
error-nothing-changed = Nothing was changed. Go back to go on where you were.
error-anothers-page = That page was somebody else’s
error-anothers-page-more = Somebody else is signed in to this browser now, so nothing was done. What is shown from here on belongs to them. To go on as yourself, sign out here and sign in again.
error-cross-site = That did not come from this site
error-cross-site-more = To protect you, nothing was done. Go back, load the page again, and try once more.
error-too-many = That was a little too often
error-too-many-more = Nothing was changed. Please try again at
error-too-many-messages = { $seconds ->
    [one] That was quick. Please try again in one second.
   *[other] That was quick. Please try again in { $seconds } seconds.
}
error-conflict = This was sent before with other words. Load the page again to see how things stand.
error-busy = There is a lot to do at the moment. What was saved is safe. Please try again in a moment.
error-unreadable = This could not be read
error-unreadable-more = It was too long, or something was lost on its way. Go back: what you wrote is still there. Then try again, perhaps in two parts.
error-busy-title = There is a lot to do
error-unavailable-title = We cannot get at our data
error-unavailable = What was saved is safe, but cannot be reached at the moment. Please try again in a little while.
error-cannot-save-title = This cannot be saved now
error-cannot-save = Nothing can be saved at the moment, so this was not done; reading still works. Please try again later.
error-unsent = What you wrote
error-send-again = Send it again
error-internal = Something broke on our side
error-internal-more = It is noted and will be looked at. Nothing you sent is half done. Please try again in a moment.

## Signing in.

error-sign-in-too-many = Too many attempts. Let us mail you a link instead, or try again at
error-link-too-many = You asked for a link several times. The newest mail you have still lets you in. You can ask again at
error-sign-in-busy = Very many people are signing in at the moment. Please try again in a moment, or let us mail you a link.
error-wrong-credentials = This address and password do not fit together. Check both, or let us mail you a link.

## What was typed.

error-problem-empty = Fill this in.
error-problem-empty-address = Enter an e-mail address.
error-problem-empty-name = Enter a name.
error-problem-empty-password = Enter a password.
error-problem-empty-text = Write something first.
error-problem-too-short = { $least ->
    [one] At least one character, please.
   *[other] At least { $least } characters, please.
}
error-problem-too-long = { $most ->
    [one] At most one character, please.
   *[other] At most { $most } characters, please.
}
error-problem-address = This does not look like an e-mail address.
error-problem-handle = Only small Latin letters, digits, dots, hyphens and underscores, please.
error-problem-scope = Choose one of these.
error-problem-expires-in-days = From 1 to 3650 days, please.
error-problem-in-reply-to = The message you reply to is not there any more. Your text is kept: send it without the reply.
error-problem-malformed = There is something in this that cannot be used here.
error-problem-invisible = There is something in this that nobody can see, or more marks on a letter than one can read. Please type it again instead of pasting it.
error-problem-taken = Somebody else has this one. Please choose another.
error-problem-taken-handle = Somebody else has this one, or one that looks like it. Please choose another.
error-problem-holds-handle = A name cannot have a username like @ana in it: it could be taken for somebody else’s. Please leave it out.
error-problem-reserved-name = This name would look as if it spoke for the community. Please choose another.
error-problem-reserved-handle = This one is kept for the community. Please choose another.
error-problem-current-password = This is not your current password.
error-problem-password = This is not the password you chose when you signed up.
error-problem-wrong = This is not right.
error-problem-too-many = There are { $most } already. Remove one first.
error-problem-too-faint = This colour is too faint to be read on paper and to carry white text. The nearest that does both is { $passes }.
error-problem-too-heavy = This file is too large. At most { $most } KB, please.
error-problem-is-svg = This is an SVG, which can hold scripts and load things from elsewhere. Save it as PNG, please.
error-problem-not-a-picture = This is no picture of PNG, JPEG or WebP, or it is damaged.
error-problem-wrong-size = Edges from { $least } to { $most } pixels, please.
error-problem-not-square = This is far wider than high, or the other way round. Nearly square, please.
error-problem-too-common = This one is guessed easily. Please choose another: a few words that do not belong together make a good one.

## What the rules forbid.

error-refusal-this-person = this person
error-refusal-conversations-off = There are no conversations in this community.
error-refusal-yourself = This is you. Choose someone else.
error-refusal-not-reachable = { $name } takes no messages.
error-refusal-only-acquaintances = { $name } takes messages only from people they know: those they are in a conversation with, or were.
error-refusal-blocked-by-you = You blocked { $name }. Unblock them to write to them.
error-refusal-closed = This conversation is closed. What was said stays there.
error-refusal-already-talking = You and { $name } have a conversation already. Go on there.
error-refusal-invited-by-them = { $name } wrote to you first. Answer that invitation.
error-refusal-already-invited = You wrote to { $name } on { $date }. There is no answer yet.
error-refusal-lapsed = You wrote to { $name } on { $date }. There was no answer in time. You can write again on { $again }. { $name } can write to you any time.
error-refusal-withdrawn = You wrote to { $name } on { $date } and took it back. You can write again on { $again }. { $name } can write to you any time.
# Variables: $name, one or several; they were asked to a conversation of several.
error-several-lapsed = You wrote to { $name } on { $date }. Nobody answered in time.
error-several-withdrawn = You wrote to { $name } on { $date } and took it back.
error-several-declined = You declined. Nobody is told, and you can still accept.
error-refusal-declined-by-you = { $name } wrote to you on { $date }; you declined. { $name } is not told. You can still accept.
error-refusal-too-many-invitations = You began many conversations lately. You can begin the next one after { $time }.
error-refusal-too-many-undecided = Many of your invitations are not answered yet. Wait for some answers, or withdraw one.
error-refusal-too-early = You can remind them from { $date } on.
error-refusal-already-reminded = You reminded them already, which can be done once.
error-refusal-not-accepted = You can say more once { $name } accepts.
error-refusal-nobody-accepted = You can say more once somebody accepts.
error-refusal-accept-first = Accept the invitation first.
error-refusal-decline-instead = You are only invited, so there is nothing to leave. Decline the invitation instead.
error-refusal-not-in-it = You are not in this conversation any more. What you saw while you were in it stays yours.
error-refusal-no-longer-open = This invitation is no longer open. The conversation says how it stands.
error-refusal-not-the-author = Only who wrote a message can change it.
error-refusal-deleted = This message was deleted. It can no longer be changed.
error-refusal-too-late = This can no longer be undone.
error-refusal-withdraw-instead = This message carries your invitation. Withdraw it instead.
error-refusal-still-asked = Somebody was invited with this message and can still answer. You can delete it after that.
error-refusal-not-for-tokens = This concerns your account. Sign in on the site to do it; an API key cannot.
error-refusal-read-only-token = This API key can only read.
error-refusal-no-password-yet = You have no password yet. Ask for a link to choose one: we mail it to your address.
error-cannot-ask = Some of these people cannot be asked. Leave them out, or see why.
error-refusal-already-in = { $name } is in this conversation already.
error-refusal-already-asked = { $name } was invited already and has not answered yet.
error-refusal-too-many-people = There can be { $most } people in a conversation. Leave some out, or begin another one.
error-refusal-only-hosts = Only hosts of this conversation can do this. Ask one of them.
error-refusal-last-host = You are the only host. Make somebody else a host first.
error-refusal-only-in-groups = This is a conversation between two. To talk with more people, begin another one from here.
error-refusal-nobody-else = Nobody else is in it now. Add people to go on.
