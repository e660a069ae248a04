## Pages that a mail leads to.

page-landing-lead = You are both members of { $community }. Nothing happens until you decide.
page-landing-stop-lead = You do not want such mails?
page-landing-stop = Stop mails from { $community }
page-done-title = Done
page-done-accepted = You and { $name } can talk now
page-done-accepted-more = Sign in to read and answer.
page-done-go = Go to the conversation
page-done-declined = Declined
page-done-declined-more = { $name } is not told. If you change your mind, you can still accept.
page-stopped = Mails are stopped
page-stopped-more = { $community } sends you no more mails about conversations. On the site everything stays as it is.
page-resume = Undo: send me mails again
page-resumed = Mails come again
page-resumed-more = { $community } mails you about conversations as before.
page-gone-title = This invitation is no longer open
page-gone-more = It was answered before, withdrawn, or is too old. Your conversations show how things stand.
page-unsubscribe-title = Stop mails?
page-unsubscribe-lead = { $community } will send you no more mails about conversations. You can turn them on again at any time.
page-unsubscribe-button = Stop mails
