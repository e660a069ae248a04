### Times, as people say them.

# Variables: $month, 1 to 12.
time-month = { $month ->
    [1] يناير
    [2] فبراير
    [3] مارس
    [4] أبريل
    [5] مايو
    [6] يونيو
    [7] يوليو
    [8] أغسطس
    [9] سبتمبر
    [10] أكتوبر
    [11] نوفمبر
   *[other] ديسمبر
}
time-month-short = { $month ->
    [1] يناير
    [2] فبراير
    [3] مارس
    [4] أبريل
    [5] مايو
    [6] يونيو
    [7] يوليو
    [8] أغسطس
    [9] سبتمبر
    [10] أكتوبر
    [11] نوفمبر
   *[other] ديسمبر
}
# Variables: $day, 1 for Monday to 7.
time-weekday = { $day ->
    [1] الاثنين
    [2] الثلاثاء
    [3] الأربعاء
    [4] الخميس
    [5] الجمعة
    [6] السبت
   *[other] الأحد
}
time-weekday-short = { $day ->
    [1] الاثنين
    [2] الثلاثاء
    [3] الأربعاء
    [4] الخميس
    [5] الجمعة
    [6] السبت
   *[other] الأحد
}
# Alone, as a line between days.
time-today = اليوم
time-yesterday = أمس
# Before a time.
time-today-within = اليوم
time-yesterday-within = أمس
# Variables: $weekday, $day, $month, $year.
time-day = { $weekday } { $day } { $month }
time-day-short = { $weekday } { $day } { $month }
time-date = { $day } { $month } { $year }
time-date-short = { $day } { $month }
time-date-short-year = { $day } { $month } { $year }
# Variables: $day, a day in words; $time.
time-together = { $day }، { $time }
# Variables: $time, hour and minute, such as 14:05.
time-utc = { $time } بالتوقيت العالمي
time-clock-morning = { $time } ص
time-clock-afternoon = { $time } م
