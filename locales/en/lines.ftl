### What happened in a conversation, in the words of whoever reads it.
### Variables: $name, who did it; $subject, whom it is about: several people, where they were invited at once.

line-you-accepted = You accepted. You can talk now.
line-accepted = { $name } accepted. You can talk now.
line-you-started = You began this conversation.
line-started = { $name } began this conversation.
line-you-joined = You joined.
line-joined = { $name } joined.
line-joined-you-asked = { $name } accepted your invitation and joined.
line-you-left = You left.
line-left = { $name } left.
line-you-returned = You are back.
line-returned = { $name } is back.
# Variables: $history, what of the time before they see: all, from an earlier message on, or nothing.
line-you-invited = { $history ->
    [all] You invited { $subject }, with everything said so far.
    [from] You invited { $subject }, with what was said from an earlier message on.
   *[now] You invited { $subject }, with nothing of what was said before.
}
line-invited = { $history ->
    [all] { $name } invited { $subject }, with everything said so far.
    [from] { $name } invited { $subject }, with what was said from an earlier message on.
   *[now] { $name } invited { $subject }, with nothing of what was said before.
}
line-invited-you = { $history ->
    [all] { $name } invited you, with everything said so far.
    [from] { $name } invited you, with what was said from an earlier message on.
   *[now] { $name } invited you, with nothing of what was said before.
}
# Variables: $subject, whom else.
line-invited-you-and = { $history ->
    [all] { $name } invited you along with { $subject }, with everything said so far.
    [from] { $name } invited you along with { $subject }, with what was said from an earlier message on.
   *[now] { $name } invited you along with { $subject }, with nothing of what was said before.
}
line-you-uninvited = You took back the invitation of { $subject }.
line-uninvited = { $name } took back the invitation of { $subject }.
line-uninvited-you = { $name } took back your invitation.
line-you-removed = You removed { $subject }.
line-removed = { $name } removed { $subject }.
line-removed-you = { $name } removed you.
# Variables: $title, the new one.
line-you-renamed = You named this conversation “{ $title }”.
line-renamed = { $name } named this conversation “{ $title }”.
line-you-untitled = You took the name of this conversation away.
line-untitled = { $name } took the name of this conversation away.
line-you-made-host = You made { $subject } a host.
line-made-host = { $name } made { $subject } a host.
line-made-host-you = { $name } made you a host.
line-you-unmade-host = You made { $subject } a host no more.
line-unmade-host = { $name } made { $subject } a host no more.
line-unmade-host-you = { $name } made you a host no more.
line-you-host-no-more = You are a host no more.
line-host-no-more = { $name } is a host no more.
line-became-host = { $subject } is a host now.
line-became-host-you = You are a host now.
line-you-are-back-as-host = As you are back, { $subject } is a host no more.
line-gave-host-back = As { $name } is back, { $subject } is a host no more.
line-gave-host-back-you = As { $name } is back, you are a host no more.
line-you-let-everyone-add = You let everyone add people.
line-everyone-adds = { $name } let everyone add people.
line-you-let-hosts-add = You let only hosts add people.
line-hosts-add = { $name } let only hosts add people.
line-you-continued = You began a conversation with more people from here.
line-continued = { $name } began a conversation with more people from here.
