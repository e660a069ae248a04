### Mails. Links stand on a line of their own below their words; names may be in any script.
### Worded so that neither the writer nor the reader is taken for a man or a woman.

## All mails

# Variables: $name, whom the mail goes to.
mail-greeting = مرحبًا { $name }،
mail-lookalike = لعضو آخر اسم أو اسم مستخدم يشبه اسم { $name }. قارن بين اسمي المستخدم: هذا هو ⁦@{ $handle }⁩.
mail-greeting-nameless = مرحبًا،
# Variables: $community, its name.
mail-stop = إيقاف الرسائل البريدية من { $community }

## About one's account

mail-account-where = لا يمكن الرد على هذه الرسالة: لا يصل الرد إلى أحد.
mail-not-you = إن لم يكن الطلب منك فتجاهل هذه الرسالة، ولن يتغيّر شيء.
# Variables: $when, a day and a time; $browser, such as Firefox on Linux.
mail-asked-with = وصل الطلب في { $when } من ⁦{ $browser }⁩.
mail-asked = وصل الطلب في { $when }.
mail-link-is-yours = هذا الرابط لك وحدك، فلا تُعِد توجيه هذه الرسالة إلى أحد.
mail-link-works-minutes = { $count ->
    [zero] يعمل الرابط مرة واحدة، في أقل من دقيقة.
    [one] يعمل الرابط مرة واحدة، خلال دقيقة واحدة.
    [two] يعمل الرابط مرة واحدة، خلال دقيقتين.
    [few] يعمل الرابط مرة واحدة، خلال { $count } دقائق.
    [many] يعمل الرابط مرة واحدة، خلال { $count } دقيقة.
   *[other] يعمل الرابط مرة واحدة، خلال { $count } دقيقة.
}
mail-link-works-hours = { $count ->
    [zero] يعمل الرابط مرة واحدة، في أقل من ساعة.
    [one] يعمل الرابط مرة واحدة، خلال ساعة واحدة.
    [two] يعمل الرابط مرة واحدة، خلال ساعتين.
    [few] يعمل الرابط مرة واحدة، خلال { $count } ساعات.
    [many] يعمل الرابط مرة واحدة، خلال { $count } ساعة.
   *[other] يعمل الرابط مرة واحدة، خلال { $count } ساعة.
}
mail-link-works-days = { $count ->
    [zero] يعمل الرابط مرة واحدة، في أقل من يوم.
    [one] يعمل الرابط مرة واحدة، خلال يوم واحد.
    [two] يعمل الرابط مرة واحدة، خلال يومين.
    [few] يعمل الرابط مرة واحدة، خلال { $count } أيام.
    [many] يعمل الرابط مرة واحدة، خلال { $count } يومًا.
   *[other] يعمل الرابط مرة واحدة، خلال { $count } يوم.
}

mail-confirm-address-subject = تأكيد عنوانك البريدي في { $community }
mail-confirm-address-what = وصلنا طلب تسجيل في { $community } بهذا العنوان، والأرجح أنه منك. افتح الرابط لتأكيد أن العنوان لك.
mail-confirm-address-action = تأكيد العنوان

mail-already-member-subject = لديك حساب بالفعل في { $community }
mail-already-member-what = وصلنا طلب تسجيل في { $community } بهذا العنوان، والأرجح أنه منك. للعنوان حساب بالفعل، ويمكنك الدخول إليه مباشرة.
mail-already-member-action = تسجيل الدخول
mail-already-member-forgot = اختيار كلمة مرور جديدة، في حال نسيانها

mail-sign-in-link-subject = رابط الدخول إلى { $community }
mail-sign-in-link-what = وصلنا طلب رابط للدخول إلى { $community }، والأرجح أنه منك. وهذا هو الرابط.
mail-sign-in-link-action = تسجيل الدخول

mail-reset-password-subject = اختيار كلمة مرور جديدة في { $community }
mail-reset-password-what = وصلنا طلب كلمة مرور جديدة في { $community } بدل كلمة منسية، والأرجح أنه منك.
mail-reset-password-action = اختيار كلمة مرور جديدة

mail-password-changed-subject = تغيّرت كلمة مرورك في { $community }
mail-password-changed-what = تغيّرت قبل قليل كلمة مرور حسابك في { $community }. إن كان ذلك منك فكل شيء على ما يرام، وإلا فاختر كلمة مرور جديدة الآن.
mail-password-changed-sessions = انتهى تسجيل الدخول في سائر المتصفحات، ولم تعد الروابط المرسلة من قبل صالحة.
# Variables: $count, how many keys were kept.
mail-password-changed-tokens = { $count ->
    [0] مفاتيح API، إن كانت لديك، لم تعد تعمل.
    [zero] مفاتيح API، إن كانت لديك، لم تعد تعمل.
    [one] ما زال مفتاح واحد من مفاتيح API يعمل، وتجده في تفضيلاتك.
    [two] ما زال مفتاحان من مفاتيح API يعملان، وتجدهما في تفضيلاتك.
    [few] ما زالت { $count } مفاتيح للبرامج تعمل، وتجدها في تفضيلاتك.
    [many] ما زال { $count } مفتاحًا للبرامج يعمل، وتجدها في تفضيلاتك.
   *[other] ما زال { $count } مفتاح للبرامج يعمل، وتجدها في تفضيلاتك.
}

## An invitation

mail-invitation-subject = دعوة إلى محادثة من { $name }
mail-invitation-what = وصلتك دعوة إلى محادثة من { $name } في { $community }، وهذه أول رسالة فيها:
# Variables: $name, who invites; $title, what the conversation is called.
mail-invitation-subject-group = دعوة إلى محادثة جماعية من { $name }
mail-invitation-subject-titled = دعوة إلى «{ $title }» من { $name }
# Variables: $subject, as it was before.
mail-invitation-reminder-subject = تذكير: { $subject }
mail-invitation-reminder = لا تزال رسالة { $name } في انتظار ردك. هذا هو التذكير الوحيد.
mail-invitation-what-group = وصلتك دعوة إلى محادثة جماعية من { $name } في { $community }.
mail-invitation-what-titled = وصلتك دعوة إلى المحادثة «{ $title }» من { $name } في { $community }.
# Variables: $names, the people in it.
mail-invitation-who = يشارك فيها أيضًا: { $names }.
mail-invitation-wrote = رسالة { $name }:
mail-invitation-read = القراءة والرد
mail-invitation-where = للرد على { $name } استخدم الرابط أدناه. الرد على هذه الرسالة البريدية لا يصل إلى أحد.
mail-invitation-why = وصلتك هذه الرسالة لأن لك حسابًا في { $community }.
mail-invitation-decline = القرار لك: إن لم ترغب في الحديث فاعتذر عن الدعوة، ولن يصل خبر ذلك إلى { $name }.
mail-invitation-decide = اتخاذ القرار على الموقع

## A digest

# Variables: $name, who wrote; $others, how many others did.
mail-digest-subject = { $others ->
    [0] رسائل جديدة إليك من { $name }
    [zero] رسائل جديدة إليك من { $name }
    [one] رسائل جديدة إليك من { $name } وشخص آخر
    [two] رسائل جديدة إليك من { $name } وشخصين آخرين
    [few] رسائل جديدة إليك من { $name } و{ $others } أشخاص آخرين
    [many] رسائل جديدة إليك من { $name } و{ $others } شخصًا آخر
   *[other] رسائل جديدة إليك من { $name } و{ $others } شخص آخر
}
# Variables: $name, who accepted; $others, how many others did.
mail-digest-subject-accepted = { $others ->
    [0] موافقة من { $name } على دعوتك
    [zero] موافقة من { $name } على دعوتك
    [one] موافقة من { $name } وشخص آخر على دعواتك
    [two] موافقة من { $name } وشخصين آخرين على دعواتك
    [few] موافقة من { $name } و{ $others } أشخاص آخرين على دعواتك
    [many] موافقة من { $name } و{ $others } شخصًا آخر على دعواتك
   *[other] موافقة من { $name } و{ $others } شخص آخر على دعواتك
}
# Variables: $name, who wrote; $others, how many others did; $title, the conversation they wrote in.
mail-digest-subject-titled = { $others ->
    [0] رسائل جديدة في «{ $title }» من { $name }
    [zero] رسائل جديدة في «{ $title }» من { $name }
    [one] رسائل جديدة في «{ $title }» من { $name } وشخص آخر
    [two] رسائل جديدة في «{ $title }» من { $name } وشخصين آخرين
    [few] رسائل جديدة في «{ $title }» من { $name } و{ $others } أشخاص آخرين
    [many] رسائل جديدة في «{ $title }» من { $name } و{ $others } شخصًا آخر
   *[other] رسائل جديدة في «{ $title }» من { $name } و{ $others } شخص آخر
}
mail-digest-subject-news = جديد محادثاتك في { $community }
# Variables: $names, who wrote; $title, the conversation they wrote in.
mail-digest-what = وصلتك رسائل من { $names }.
mail-digest-what-titled = وصلتك رسائل في «{ $title }» من { $names }.
mail-digest-what-accepted = وصلتك موافقة { $names } على دعواتك. يمكنك الحديث معهم الآن.
mail-digest-what-news = في محادثاتك جديد في { $community }.
mail-digest-unread = { $count ->
    [zero] لا رسائل جديدة
    [one] رسالة جديدة واحدة
    [two] رسالتان جديدتان
    [few] { $count } رسائل جديدة
    [many] { $count } رسالة جديدة
   *[other] { $count } رسالة جديدة
}
# Variables: $words, the first words of a message.
mail-digest-in-reply-to = ردًا على { $name }: { $words }
# Variables: $words, the first words of a message.
mail-digest-in-reply-to-you = ردًا عليك: { $words }
mail-digest-more = { $count ->
    [zero] ولا شيء غيرها
    [one] وواحدة أخرى
    [two] واثنتان أخريان
    [few] و{ $count } أخرى
    [many] و{ $count } أخرى
   *[other] و{ $count } أخرى
}
mail-digest-shortened = النص مختصر، وتتمّته على الموقع.
mail-digest-accepted = وصلتك موافقة { $name } على دعوتك. يمكنكما الحديث الآن.
mail-digest-answer = الرد
mail-digest-open = فتح المحادثة
mail-digest-mute = إيقاف رسائل هذه المحادثة
mail-digest-where = { $count ->
    [one] للرد استخدم الرابط أدناه. الرد على هذه الرسالة البريدية لا يصل إلى أحد.
   *[other] للرد استخدم الروابط أدناه. الرد على هذه الرسالة البريدية لا يصل إلى أحد.
}
mail-digest-where-to-write = للكتابة إلى { $name } استخدم الرابط أدناه. الرد على هذه الرسالة البريدية لا يصل إلى أحد.
mail-digest-why = وصلتك هذه الرسالة لأن هناك من كتب إليك في { $community } أثناء غيابك.
mail-digest-why-accepted = وصلتك هذه الرسالة لأن دعوة منك قُبلت في { $community } أثناء غيابك.
mail-digest-why-news = وصلتك هذه الرسالة لأن جديدًا طرأ على محادثاتك في { $community } في غيابك.
mail-digest-preferences = تغيير التفضيلات
