# What a conversation is called by the people in it; one alone is called by their name.

# Nobody of whom the reader may know.
names-none = A conversation
names-two = { $first } and { $second }
names-three = { $first }, { $second } and { $third }
# Variables: $more, how many there are besides the two: two or more.
names-more = { $more ->
    [one] { $first }, { $second } and 1 other
   *[other] { $first }, { $second } and { $more } others
}
# The same, where something is done to them.
names-more-object = { $more ->
    [one] { $first }, { $second } and 1 other
   *[other] { $first }, { $second } and { $more } others
}
names-comma = ,
