## The demo.

page-demo-label = Demo
page-demo-is = This is a demo.
page-demo-you-are = You are { $name }
page-demo-choose = Choose who you are
page-demo-mails = Mail sent here
page-demo-mails-lead = Every mail this demo sent, newest first. None left this machine.
page-demo-mails-empty = No mail was sent yet. Invite somebody, and one appears here after 20 seconds.
page-mail-from = From
page-mail-to = To
page-mail-sent = Sent
page-mail-views = Ways to look at this mail
page-mail-html = HTML
page-mail-text = Text
page-mail-source = Source
page-communities-title = Communities here
page-communities-lead = This address belongs to no community. Choose one.
