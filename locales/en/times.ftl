### Times, as people say them.

# Variables: $month, 1 to 12.
time-month = { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[other] December
}
time-month-short = { $month ->
    [1] Jan
    [2] Feb
    [3] Mar
    [4] Apr
    [5] May
    [6] Jun
    [7] Jul
    [8] Aug
    [9] Sep
    [10] Oct
    [11] Nov
   *[other] Dec
}
# Variables: $day, 1 for Monday to 7.
time-weekday = { $day ->
    [1] Monday
    [2] Tuesday
    [3] Wednesday
    [4] Thursday
    [5] Friday
    [6] Saturday
   *[other] Sunday
}
time-weekday-short = { $day ->
    [1] Mon
    [2] Tue
    [3] Wed
    [4] Thu
    [5] Fri
    [6] Sat
   *[other] Sun
}
# Alone, as a line between days.
time-today = Today
time-yesterday = Yesterday
# Before a time.
time-today-within = today
time-yesterday-within = yesterday
# Variables: $weekday, $day, $month, $year.
time-day = { $weekday } { $day } { $month }
time-day-short = { $weekday } { $day } { $month }
time-date = { $day } { $month } { $year }
time-date-short = { $day } { $month }
time-date-short-year = { $day } { $month } { $year }
# Variables: $day, a day in words; $time.
time-together = { $day }, { $time }
# Variables: $time, hour and minute, such as 14:05.
time-utc = { $time } UTC
time-clock-morning = { $time } AM
time-clock-afternoon = { $time } PM
