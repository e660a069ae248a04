bell-title = Unread
bell-label = { $count ->
    [0] Bell: nothing unread
    [one] Bell: one unread conversation
   *[other] Bell: { $count } unread conversations
}
bell-open = See what is unread
bell-nothing = Nothing unread. All is quiet.
bell-invitation = Invitation
bell-read-all = Mark all as read
