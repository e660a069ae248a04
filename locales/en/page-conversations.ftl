## The list.

page-compose = Write
page-tabs = Which conversations
page-tab-all = All
page-tab-unread = Unread
page-tab-invitations = Invitations
page-tab-archived = Archived
page-row-you = You:
# Variables: $name, one of several, whose words follow.
page-row-by = { $name }:
page-row-unread = unread
page-row-waiting = Not answered yet
page-row-invited = Invitation
page-row-declined = Declined
page-row-lapsed = Not answered
page-row-closed = Closed
page-list-empty-all = No conversations here.
page-list-empty-all-next = Write to someone
page-list-empty-unread-next = See all conversations
page-list-empty-unread = You have read everything.
page-list-empty-invitations = No invitation waits for you. When someone new writes to you, you decide here.
page-list-empty-archived = Nothing is archived. Archive a conversation from its menu; it comes back when someone writes.
page-pane-nothing = Choose a conversation, or write to someone.
page-pane-waits = Waiting for you
page-pane-nothing-waits = You are all caught up
page-pane-write = Write to someone
page-no-conversations = Begin a conversation
page-no-conversations-lead = Find someone to write to.

## One conversation.

page-conversation-menu = More about this conversation
page-see-profile = See the profile of { $name }
page-archive = Archive
page-unarchive = Move back to the list
page-mark-unread = Mark as unread
page-mark-read = Mark as read
page-messages = Messages
page-older = Older messages
page-newer = Newer messages
page-new-messages = New messages
page-jump = New messages below
page-you = You
page-edited = edited
page-seen = Read
page-message-deleted = This message was deleted.
page-reply = Reply
page-in-reply-to = In reply to
page-reply-to-none = Do not reply to this message
page-edit = Edit
page-edit-title = Edit your message
page-edit-label = Your message
page-edit-changed = You changed this message elsewhere meanwhile. Nothing is overwritten yet.
page-edit-changed-now = It says now:
page-delete = Delete

## Writing.

page-composer-label = Message to { $name }
page-composer-placeholder = Write to { $name }
page-composer-reaches = { $name } reads it here, and hears of it by mail when away.
page-composer-reaches-all = Everybody in it reads it here, and hears of it by mail when away.
page-you-are-asked-back = You are invited to come back. This is what you saw while you were in it.
page-earlier-in-it = What was said while you were in it
page-read-invitation = Read the invitation
page-you-left = You left this conversation. What was said while you were in it stays here.
page-you-are-alone = Nobody else is in it now. Add people to go on.
page-closed = This conversation is closed. What was said stays here.
# Variables: $name, of whom.
page-closed-by-you = You blocked { $name }, so this conversation is closed. They are not told why.
page-you-blocked = You blocked { $name }, so you cannot accept.
page-blocked-is-in = Someone you blocked is in it. What they write will be folded.
# Variables: $name, of whom.
page-decline-and-block = Decline and block { $name }
page-decline-all = Decline all
page-folded = A message from someone you blocked
page-you-were-removed = You are not in this conversation any more. What was said while you were in it stays here.
page-send = Send
page-preview = Preview
page-format = Formatting
page-format-lead = Markdown works here:
page-format-bold = Bold
page-format-slanted = Italic
page-format-list = List
page-format-task = Task
page-format-quote = Quote
page-format-code = Code
page-format-link = Link
page-preview-label = This is how it will look:
page-preview-empty = There is nothing to show yet. Write something first.
page-preview-back = Go back in your browser to change or send it.
page-sending = Sending…
page-not-sent = Not sent.
page-try-again = Try again
page-discard = Discard
page-leftover = You were changing this message. What you typed was not saved:

## Before the two talk.

page-waiting-for = Waiting for { $name } to answer
page-waiting-lead = { $name } can read it now. You can write more once { $name } accepts; until then you can edit or withdraw this message.
page-waiting-lapses = Without an answer it lapses on
page-remind = Remind them once
page-remind-from = You can remind them once, from
page-reminded = You reminded them on
page-waiting-edit = Edit the message
page-withdraw = Withdraw
page-invited-by = { $name } would like to talk with you
page-invited-hint = { $name } does not learn whether you have read this, nor that you declined.
page-accept = Accept
page-decline = Decline
page-accept-after-all = Accept after all
page-invitation-bounced = The mail could not be delivered. { $name } still finds your message here.

## Starting.

page-new-conversation = New conversation
page-to = To
page-drafts = Not sent yet
page-draft-discard = Discard this draft
page-to-missing = Choose somebody to write to.
page-to-placeholder = Name of a member
page-start-title = Write to { $name }
page-start-lead = This is your first message to { $name }. It comes with an invitation: you can go on talking once { $name } accepts.
page-start-label = First message
page-start-reaches = { $name } gets it here at once, and by mail 20 seconds later.
page-start-send = Send
page-to-more = Add more
# Variables: $name, who is taken off the list.
page-recipient-remove = Leave { $name } out
page-title-optional = Name of the conversation, if you like
page-start-lead-several = Each of them is invited with this message, and joins by accepting. You can go on talking as soon as one has.
page-start-lead-from = A new conversation begins with this message. What the two of you said before stays between you. Each person is invited, and joins by accepting.
page-start-reaches-all = They get it here at once, and by mail 20 seconds later.

## Several people.

page-tab-starred = Starred
page-list-empty-starred = Nothing has a star yet. Give one from the menu of a conversation.
page-row-starred = Starred
page-row-muted = Muted
page-people-count = { $count ->
    [one] 1 person
   *[other] { $count } people
}
page-participants = People
page-add-people = Add people
page-mute = Mute
page-unmute = Stop muting
page-star = Add a star
page-unstar = Remove the star
page-leave = Leave
page-leave-hint = What was said while you were in it stays with you. You can undo it for a minute.
page-title = Name of the conversation
page-title-placeholder = The names of its people
page-host = Host
page-invited = Invited
page-asked-by-you = Invited by you
page-asked-by = Invited by { $name }
page-make-host = Make a host
page-unmake-host = Host no more
page-stop-hosting = Stop being a host
page-remove = Remove
page-remove-confirm = Remove { $name } from this conversation?
page-uninvite = Take the invitation back
page-uninvite-confirm = Take the invitation of { $name } back?
page-adding = Who may add people
page-adding-everyone = Everyone in it
page-adding-hosts = Hosts only
page-add-lead = Each of them is invited with your message, and joins by accepting. Everyone sees whom you add, and what they can read.
page-add-label = Message to everyone
page-add-reaches = Everyone in the conversation reads it, and those you invite.
page-add-send = Invite
page-add-from = Add people from here
page-history = What can they read of what was said before?
page-history-from = From this message on
# Where one message is not chosen yet. "Add people from here" is page-add-from.
page-history-from-hint = To begin with a certain message, go back and choose “Add people from here” in its menu.
page-history-now = Nothing
page-history-now-hint = They read your message, and what comes after it.
page-history-all = Everything
page-history-all-hint = As far as you can read it yourself.
page-history-all-hint-gap = From when you came back. Of what you read before, you show nothing.
page-readers = Who has read this
page-readers-none = Nobody has read it yet. Here you see it once someone has.
page-readers-read = { $count ->
    [one] Read by 1 person
   *[other] Read by { $count } people
}
page-readers-unread = { $count ->
    [one] Not yet by 1 person
   *[other] Not yet by { $count } people
}
page-line-go = Open it
page-begun-from = Begun from the conversation of two of you
page-waiting-for-several = Waiting for the first of them to accept
page-waiting-lead-several = They can read it now. You can write more once one of them accepts; until then you can edit or withdraw this message.
page-invitation-bounced-several = A mail could not be delivered. Everybody still finds your message here.
page-invited-by-several = { $name } invites you to a conversation of several people
page-invited-others = Also in it:
page-invited-nobody-else = Nobody else has joined yet.
