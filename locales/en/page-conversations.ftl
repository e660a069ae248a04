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
page-row-closed = Closed
page-list-empty-all = No conversations yet.
page-list-empty-unread = You have read everything.
page-list-empty-invitations = No invitation waits for you.
page-list-empty-archived = Nothing is archived.
page-pane-nothing = Choose a conversation, or write to someone.
page-no-conversations = No conversations yet
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
page-you-left = You left this conversation. What was said while you were in it stays here.
page-you-are-alone = Everybody else has left. Add people to go on.
page-you-were-removed = You are not in this conversation any more. What was said while you were in it stays here.
page-send = Send
page-preview = Preview
page-preview-label = This is how it will look:
page-preview-empty = There is nothing to show yet.
page-preview-back = Go back in your browser to change or send it.
page-sending = Sending…
page-not-sent = Not sent.
page-try-again = Try again
page-discard = Discard

## Before the two talk.

page-waiting-for = Waiting for { $name } to answer
page-waiting-lead = You can edit or withdraw your message. More can be said once it is accepted.
page-waiting-lapses = Without an answer it lapses on
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
page-to-placeholder = Name of a member
page-start-title = Write to { $name }
page-start-lead = This is your first message to { $name }. It comes with an invitation: you can go on talking once it is accepted.
page-start-label = First message
page-start-reaches = { $name } gets it here at once, and by mail 20 seconds later.
page-start-send = Send
