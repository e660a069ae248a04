## The directory.

page-people-nobody = Nobody is here yet. Tell others the address of this site, so that they can join.
page-people-chosen = You have chosen them already.
page-people-not-found = Nobody found for “{ $search }”. Try a part of the name, or the username.
page-people-very-many = Very many people fit a part of this. Nobody so far fits all of it: write more of the name, or look on.
page-people-everybody = See everybody

## One person.

page-profile-edit = Edit my profile
page-profile-start = Start conversation
page-profile-resume = Resume conversation
page-profile-answer = Answer the invitation
page-profile-invited-you = { $name } would like to talk with you.
page-profile-see-message = See your message
page-profile-see-their-message = See the message
page-profile-sign-in = Sign in to start a conversation

## A name that looks like another.

page-lookalike = Another member’s name or username looks like this name. Compare the usernames: this is @{ $handle }.
page-lookalike-short = Another member’s name or username looks like this name: compare the usernames.
