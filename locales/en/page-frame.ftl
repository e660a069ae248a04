## What surrounds every page, and words used on many.

page-skip = Skip to the content
page-nav = Main menu
page-menu = Your menu
page-people = People
page-conversations = My Conversations
page-search = Search
page-search-people = Search people
page-my-profile = My profile
page-preferences = Preferences
page-sign-out = Sign out
page-more = Show more
page-save = Save
page-saved = Saved
page-not-saved = Not saved. Try again.
page-cancel = Cancel
page-close = Close
page-back = Back
page-copy = Copy
page-copied = Copied
page-confirm-yes = Yes
page-confirm-no = Cancel
page-on-site = On the site now
page-member-since = Member since

## The keys.

page-keys-title = Keys
page-keys-in-list = In the list
page-keys-move = Next and previous conversation
page-keys-answer = Write in the conversation that is open
page-keys-open = Open it and write
page-keys-archive = Archive it, or take it out again
page-keys-unread = Mark it as unread
page-keys-undo = Undo
page-keys-compose = Write to someone
page-keys-search = Search people
page-keys-help = Show these keys
page-keys-letters-off = Keys of one letter are off.
page-keys-in-conversation = In a conversation
page-keys-any = Any character
page-keys-write = Goes into your message
page-keys-through = Through the messages, to the first or the last
page-keys-actions = What can be done with a message
page-keys-to-field = From a message to where you write
page-keys-edit-last = Edit your last message, where nothing is written yet
page-keys-send = Send
page-keys-back = Back to the list

## Said once, after something was done.

page-sign-out-unsent = You typed something that is not sent yet. Signing out deletes it from this browser. Sign out?
page-notice-signed-out = You are signed out.
page-notice-welcome = Welcome. Your address is confirmed and you are signed in.
page-notice-password = Your new password is set.
page-notice-edited-accepted = Your invitation was accepted meanwhile. Your message is changed.
page-notice-withdrawn = Your message is withdrawn.
page-notice-declined = Declined. The writer is not told.
page-undo = Undo
page-notice-deleted = Message deleted.
page-notice-archived = Archived. It comes back when someone writes.
page-notice-unarchived = Back in your list.
page-notice-unread = Marked as unread.
page-notice-address-again = Mails go to your address again.
page-notice-session-ended = That session is ended.
page-notice-sessions-ended = All other sessions are ended.
page-notice-all-ended = All other sessions are ended, and your API keys no longer work.
page-notice-password-link = A mail with a link is on its way to your address.
page-notice-token-revoked = That key no longer works.

## Dates in sentences.

page-notice-people-added = They are invited. Everyone sees whom you added.
page-notice-renamed = The name is changed.
page-notice-adding = Saved.
page-notice-left = You left the conversation.
page-notice-muted = Muted. It neither rings nor is mailed, unless you are named in it.
page-notice-reminded = They are reminded, by the bell and by mail.
page-notice-declined-all = All invitations declined. Nobody is told.
page-notice-blocked = Blocked. They are not told.
page-notice-unblocked = Unblocked.
page-notice-unmuted = No longer muted.
