## Notifications.

page-notifications = الإشعارات
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
page-sound = صوت عند رنين الجرس

## Privacy.

page-privacy = الخصوصية
page-presence = من أتحادث معهم يرون أنني على الموقع
page-presence-hint = ولا يرى ذلك غيرهم أبدًا. وإذا أوقفته فلن ترى حضور الآخرين أيضًا.

## Profile.

page-profile = الصفحة الشخصية
page-handle = الاسم المختصر
page-handle-hint = في عنوان صفحتك: أحرف لاتينية وأرقام ونقاط وشرطات.
page-about = سطر عن نفسك

## Language and appearance.

page-appearance = اللغة والمظهر
page-language = اللغة
page-theme = الألوان
page-theme-automatic = حسب جهازي
page-theme-light = فاتحة
page-theme-dark = داكنة
page-send-key = إرسال الرسائل
page-send-key-enter = مفتاح Enter للإرسال، و Shift مع Enter لسطر جديد
page-send-key-ctrl = مفتاح Ctrl أو Cmd مع Enter للإرسال، و Enter لسطر جديد
page-letter-keys = اختصارات الحرف الواحد
page-letter-keys-on = مفعّلة
page-letter-keys-on-hint = في قائمة المحادثات: j وk للتنقل، وe للأرشفة، وu لوضع علامة «غير مقروءة».
page-letter-keys-off = متوقفة

## Sessions.

page-sessions = أماكن تسجيل دخولك
page-session-current = هذه الجلسة
page-session-began = منذ
page-session-used = آخر استخدام
page-session-end = إنهاء
page-sessions-end-others = إنهاء سائر الجلسات
page-sessions-end-question = هل تريد تسجيل الخروج من كل مكان آخر؟

## Keys for programs.

page-tokens = مفاتيح البرامج
page-tokens-lead = يتيح المفتاح لأحد برامجك استخدام الواجهة البرمجية باسمك. يُحفظ كما تُحفظ كلمة المرور.
page-token-once = هذا مفتاحك الجديد. نرجو نسخه الآن، فلن يظهر مرة أخرى.
page-token-name = لأي غرض؟
page-token-create = إنشاء مفتاح
page-token-made = أُنشئ
page-token-never-used = لم يُستخدم قط
page-token-revoke = إلغاء المفتاح
page-token-revoke-question = هل تريد إلغاء هذا المفتاح؟ تتوقف البرامج التي تستخدمه.
page-client = { $browser } على { $system }
page-client-unknown = متصفح أو برنامج
