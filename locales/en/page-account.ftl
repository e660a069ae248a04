## For those not signed in.

page-home-title = Welcome
page-home-heading = Talk privately in { $community }
page-home-lead = Snug is the quiet room beside your community. Write to one person at a time, on the site and by e-mail.
page-home-consent = You are asked first
page-home-consent-more = Someone new sends one message. You decide whether you talk.
page-home-mail = Nothing gets lost
page-home-mail-more = While you are away, one e-mail tells you what is new. On the site you are not mailed.
page-home-private = It stays between you
page-home-private-more = Only the people in a conversation can read it.

## Signing in and up.

page-sign-in = Sign in
page-sign-up = Sign up
page-address = E-mail address
page-password = Password
page-new-password = New password
page-current-password = Current password
page-password-hint = At least 10 characters. A few words in a row are good.
page-name = Name
page-name-hint = As others should see it.
page-or = or
page-forgot-password = Forgot your password?
page-back-to-sign-in = Back to sign in
page-sign-in-to = Sign in to { $community }
page-sign-in-mail-link = Mail me a link instead
page-sign-in-mail-link-hint = The link signs you in without a password. It works for 30 minutes.
page-sign-in-new-here = New here?
page-sign-in-by-link-lead = One click, and you are in as { $name }.
page-sign-in-as = Sign in as { $name }
page-link-not-you = Are you not { $name }? Then please close this page: someone may want you to write in their name.
page-link-replaces = You are signed in here as { $name }. That ends when you go on.
page-sign-up-to = Join { $community }
page-sign-up-known-here = Already a member?
page-confirm-title = Confirm your address
page-confirm-lead = Enter the password you chose, and you are a member of { $community }, with the address { $address }.
page-confirm-hint = This way nobody else can confirm an account for you, or in your name.
page-confirm-button = Confirm and sign in
page-forgot-title = Forgot your password?
page-forgot-lead = Tell us your address. We send you a link to choose a new password.
page-forgot-button = Send the link
page-reset-title = Choose a new password
page-reset-for = For the account of { $name }.
page-reset-lead = You stay signed in here. Everywhere else you are signed out, and keys for programs stop working.
page-reset-button = Set the password
page-dead-link-title = This link no longer works
page-dead-link-lead = It was used before, or it is too old. You can ask for a new one.
page-mail-sent-title = Look in your mail
page-mail-sent-sign-up = We sent a mail to { $address }. Open the link in it to confirm that the address is yours.
page-mail-sent-sign-in = If { $address } belongs to a member, a mail with a link is on its way. The link signs you in.
page-mail-sent-password = If { $address } belongs to a member, a mail with a link is on its way. The link lets you choose a new password.
page-mail-sent-hint = Nothing after a few minutes? Look among the unwanted mails, or check the address. If you asked several times, the newest mail you have is the one to use.
