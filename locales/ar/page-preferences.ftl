## Notifications.

page-notifications = الإشعارات
page-comes-back = تُردّ الرسائل المرسلة إلى { $address }، ويبدو أنه لا صندوق بهذا العنوان. لذلك لا تُرسل إليه رسائل عن المحادثات، وتجد كل شيء هنا.
page-comes-back-more = إن كان العنوان صحيحًا وعاد يستقبل الرسائل فيمكنك طلب المحاولة من جديد.
page-comes-back-retry = المحاولة من جديد
page-comes-back-look = معرفة ما يمكن فعله
page-mail-when = رسائل البريد عن غير المقروء
page-mail-together = مجموعة في رسالة واحدة
page-mail-together-hint = { $minutes ->
    [one] إلى { $address }، مرة كل دقيقة على الأكثر، وفي غيابك فقط.
    [two] إلى { $address }، مرة كل دقيقتين على الأكثر، وفي غيابك فقط.
    [few] إلى { $address }، مرة كل { $minutes } دقائق على الأكثر، وفي غيابك فقط.
   *[other] إلى { $address }، مرة كل { $minutes } دقيقة على الأكثر، وفي غيابك فقط.
}
page-mail-off = إيقاف
page-mail-off-hint = ولا تُرسل الدعوات بالبريد أيضًا. وتجد كل شيء على الموقع.
page-sound = تشغيل صوت

## Privacy.

page-privacy = الخصوصية
page-presence = من أتحادث معهم يرون أنني على الموقع
page-presence-hint = ولا يرى ذلك غيرهم أبدًا. وإذا أوقفته فلن ترى حضور الآخرين أيضًا.
page-writers = من يمكنه مراسلتي
page-writers-everyone = الجميع
page-writers-acquaintances = من أعرفهم
page-writers-acquaintances-hint = من تجمعني بهم محادثة الآن أو جمعتني بهم من قبل.
page-writers-nobody = لا أحد
page-writers-hint = يظهر في ملفك لمن يقرؤه هل يمكنه مراسلتك. وتستمر المحادثات القائمة.
page-blocked = المحظورون
page-blocked-lead = لا يمكنهم مراسلتك، ويبدو لهم كأنك لا تستقبل رسائل. وفي محادثات عدة أشخاص يُطوى ما يكتبونه ولا يصلك خبر عنه.
page-blocked-none = لم تحظر أحدًا. لحظر شخص افتح ملفه أو قائمة المحادثة معه.
page-blocked-since = منذ
page-unblock = إلغاء الحظر
# Variables: $name, of whom.
page-unblock-name = إلغاء حظر { $name }
page-block = حظر { $name }

## Profile.

page-profile = الصفحة الشخصية
page-handle = اسم المستخدم
page-handle-hint = في عنوان صفحتك: أحرف لاتينية وأرقام ونقاط وشرطات.
page-about = سطر عن نفسك

## Language and appearance.

page-appearance = اللغة والمظهر
page-language = اللغة
page-time-zone = المنطقة الزمنية
page-time-zone-automatic = كما في متصفحي
# Variables: $zone, the name of a zone, such as Europe/Paris.
page-time-zone-automatic-known = كما في متصفحي (⁦{ $zone }⁩)
page-time-zone-hint = بها تُكتب الأوقات في الصفحات والرسائل البريدية.
page-theme = المظهر
page-theme-automatic = حسب النظام
page-theme-light = فاتح
page-theme-dark = داكن
page-send-key = إرسال الرسائل
page-send-key-enter = مفتاح Enter للإرسال، و Shift مع Enter لسطر جديد
page-send-key-ctrl = مفتاح Ctrl أو Cmd مع Enter للإرسال، و Enter لسطر جديد
page-mentions = التنبيه عند ذكر اسمي في المحادثات الصامتة
page-mentions-hint = عندما يكتب أحد ‎@{ $handle } أو يرد على رسالة منك.
page-letter-keys = اختصارات الحرف الواحد
page-letter-keys-on = مفعّلة
page-letter-keys-on-hint = في قائمة المحادثات: j وk للتنقل، وe للأرشفة، وu لوضع علامة «غير مقروءة».
page-letter-keys-off = متوقفة

## Sessions.

page-sessions = أماكن تسجيل دخولك
page-session-current = هذه الجلسة
page-session-began = منذ
page-session-used = آخر استخدام
page-session-end = تسجيل الخروج
page-sessions-end-others = تسجيل الخروج من كل الأجهزة الأخرى
page-sessions-end-lead = هل من بينها ما ليس لك، أو هل فقدت جهازًا؟ بهذا ينتهي تسجيل دخولك في كل مكان سوى هنا، ولا تعود الروابط المرسلة إلى بريدك صالحة.
page-sessions-end-question = هل تريد تسجيل الخروج من كل مكان آخر؟

## The password.

page-password-change-lead = يبقى دخولك مسجلًا هنا، وينتهي في كل مكان آخر.
page-password-none = ليست لك كلمة مرور بعد، ودخولك بروابط نرسلها إلى بريدك. لاختيار كلمة مرور نرسل إليك رابطًا.
page-password-mail-link = إرسال الرابط إلى بريدي
# Variables: $count, how many keys; $names, what they are called.
page-keep-tokens = { $count ->
    [one] الاحتفاظ بمفتاح API: { $names }
    [two] الاحتفاظ بمفتاحي API: { $names }
   *[other] الاحتفاظ بمفاتيح API: { $names }
}
page-keep-tokens-hint = وإلا توقفت هي أيضًا. لا تحتفظ بها إلا إذا كنت تعرفها كلها.

## API keys.

page-tokens = مفاتيح API
page-tokens-lead = يتيح المفتاح لأحد برامجك استخدام الواجهة البرمجية باسمك. يُحفظ كما تُحفظ كلمة المرور.
page-token-once = هذا مفتاحك الجديد. انسخه الآن، فلن يظهر مرة أخرى.
page-token-name = لأي غرض؟
page-token-create = إنشاء مفتاح
page-token-scope = ما المسموح له؟
page-token-scope-read = القراءة
page-token-scope-read-write = القراءة، والكتابة باسمك
page-token-ends = كم تدوم صلاحيته؟
page-token-ends-never = حتى ألغيه
page-token-ends-days = { $days ->
    [one] يوم واحد
    [two] يومان
    [few] { $days } أيام
    [many] { $days } يومًا
   *[other] { $days } يوم
}
page-token-until = صالح حتى
page-token-expired = انتهت صلاحيته
page-tokens-account = لا يفتح المفتاح أبدًا ما يخص حسابك: كلمة المرور والجلسات والمفاتيح والعنوان.
page-token-made = أُنشئ
page-token-never-used = لم يُستخدم قط
page-token-revoke = إلغاء المفتاح
page-token-revoke-question = هل تريد إلغاء هذا المفتاح؟ تتوقف البرامج التي تستخدمه.
page-client = { $browser } على { $system }
page-client-unknown = متصفح أو برنامج
