## What surrounds every page, and words used on many.

page-skip = الانتقال إلى المحتوى
page-nav = القائمة الرئيسية
page-menu = قائمتك
page-people = الأعضاء
page-conversations = محادثاتي
page-search = بحث
page-search-people = البحث عن الأعضاء
page-my-profile = صفحتي
page-preferences = التفضيلات
page-sign-out = تسجيل الخروج
page-more = عرض المزيد
page-save = حفظ
page-saved = تم الحفظ
page-not-saved = لم يتم الحفظ. أعد المحاولة.
page-cancel = إلغاء
page-close = إغلاق
page-back = رجوع
page-copy = نسخ
page-copied = تم النسخ
page-confirm-yes = نعم
page-confirm-no = إلغاء
page-on-site = على الموقع الآن
page-member-since = العضوية منذ

## The keys.

page-keys-title = مفاتيح الاختصار
page-keys-in-list = في القائمة
page-keys-move = المحادثة التالية والسابقة
page-keys-answer = الكتابة في المحادثة المفتوحة
page-keys-open = فتح المحادثة والكتابة فيها
page-keys-archive = أرشفة المحادثة أو إعادتها
page-keys-unread = وضع علامة «غير مقروءة»
page-keys-undo = تراجع
page-keys-compose = بدء رسالة جديدة
page-keys-search = البحث عن الأعضاء
page-keys-help = عرض هذه المفاتيح
page-keys-letters-off = اختصارات الحرف الواحد متوقفة.
page-keys-in-conversation = في المحادثة
page-keys-any = أي حرف
page-keys-write = يُكتب في رسالتك
page-keys-through = التنقل بين الرسائل، أو إلى أولها وآخرها
page-keys-actions = ما يمكن فعله بالرسالة
page-keys-to-field = من الرسالة إلى حيث تكتب
page-keys-edit-last = تعديل آخر رسالة لك، ما دمت لم تكتب شيئًا
page-keys-send = إرسال
page-keys-back = العودة إلى القائمة

## Said once, after something was done.

page-sign-out-unsent = كتبت ما لم يُرسل بعد، وتسجيل الخروج يحذفه من هذا المتصفح. هل تريد تسجيل الخروج؟
page-notice-signed-out = تم تسجيل خروجك.
page-notice-welcome = أهلًا بك. تم تأكيد عنوانك وتسجيل دخولك.
page-notice-password = تم تعيين كلمة المرور الجديدة.
page-notice-edited-accepted = قُبلت دعوتك في هذه الأثناء. تم تعديل رسالتك.
page-notice-withdrawn = تم سحب رسالتك.
page-notice-declined = تم رفض الدعوة، دون إخبار صاحبها.
page-undo = تراجع
page-notice-deleted = حُذفت الرسالة.
page-notice-archived = تمت الأرشفة. تعود المحادثة عند وصول رسالة جديدة.
page-notice-unarchived = عادت المحادثة إلى قائمتك.
page-notice-unread = تم وضع علامة «غير مقروءة».
page-notice-address-again = ستصل الرسائل إلى عنوانك من جديد.
page-notice-session-ended = تم إنهاء تلك الجلسة.
page-notice-sessions-ended = تم إنهاء سائر الجلسات.
page-notice-all-ended = تم إنهاء سائر الجلسات، ولم تعد مفاتيح API تعمل.
page-notice-password-link = رسالة فيها رابط في طريقها إلى بريدك.
page-notice-token-revoked = لم يعد ذلك المفتاح صالحًا.

## Dates in sentences.

page-notice-people-added = تمت دعوتهم. يرى الجميع من أضفت.
page-notice-renamed = تم تغيير الاسم.
page-notice-adding = تم الحفظ.
page-notice-left = غادرت المحادثة.
page-notice-muted = تم الكتم: لا تنبيه ولا بريد، إلا حين يُذكر اسمك.
page-notice-reminded = أُرسل التذكير، بالجرس والبريد.
page-notice-declined-all = اعتذرت عن كل الدعوات. ولا يُخبَر أحد بذلك.
page-notice-blocked = تم الحظر. ولا يُخبَر الطرف الآخر.
page-notice-unblocked = أُلغي الحظر.
page-notice-unmuted = أُلغي الكتم.
