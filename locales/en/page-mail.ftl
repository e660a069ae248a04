## Pages that a mail leads to.

page-landing-lead = You are both members of { $community }. Nothing happens until you decide.
page-landing-stop-lead = You do not want such mails?
page-landing-stop = Stop mails from { $community }
page-done-title = Done
page-done-accepted = You and { $name } can talk now
page-done-accepted-more = Sign in to read and answer.
page-done-go = Go to the conversation
page-done-declined = Declined
page-done-declined-more = { $name } is not told. If you change your mind later, sign in: you can still accept.
page-stopped = Mails are stopped
page-stopped-more = { $community } sends you no more mails about conversations. On the site everything stays as it is.
page-resume = Undo: send me mails again
page-resumed = Mails come again
page-resumed-more = { $community } mails you about conversations as before.
page-gone-title = This link does not answer an invitation any more
page-gone-more = The invitation was answered, withdrawn, or is too old, or it is for somebody else. Who got it can sign in and see how it stands.
page-gone-sign-in = Sign in
page-ended-title = This link has ended
page-ended-more = Since it was mailed, the password of this account was changed or all its browsers were signed out. That ended the links in older mails too. Sign in to read the invitation and answer it.
page-ended-sign-in = Sign in and go to the invitation
page-unsubscribe-title = Stop mails?
page-unsubscribe-lead = { $community } will send you no more mails about conversations. You can turn them on again at any time.
page-unsubscribe-button = Stop mails
