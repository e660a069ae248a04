# What a conversation is called by the people in it; one alone is called by their name.

# Nobody of whom the reader may know.
names-none = محادثة
names-two = { $first } و{ $second }
names-three = { $first } و{ $second } و{ $third }
# Variables: $more, how many there are besides the two: two or more.
names-more = { $more ->
    [zero] { $first } و{ $second }
    [one] { $first } و{ $second } وشخص آخر
    [two] { $first } و{ $second } وشخصان آخران
    [few] { $first } و{ $second } و{ $more } أشخاص آخرين
    [many] { $first } و{ $second } و{ $more } شخصًا آخر
   *[other] { $first } و{ $second } و{ $more } شخص آخر
}
# The same, where something is done to them.
names-more-object = { $more ->
    [zero] { $first } و{ $second }
    [one] { $first } و{ $second } وشخص آخر
    [two] { $first } و{ $second } وشخصين آخرين
    [few] { $first } و{ $second } و{ $more } أشخاص آخرين
    [many] { $first } و{ $second } و{ $more } شخصًا آخر
   *[other] { $first } و{ $second } و{ $more } شخص آخر
}
names-comma = ،
