## The list.

page-compose = رسالة جديدة
page-tabs = أي المحادثات
page-tab-all = الكل
page-tab-unread = غير المقروءة
page-tab-invitations = الدعوات
page-tab-archived = الأرشيف
page-row-you = أنت:
# Variables: $name, one of several, whose words follow.
page-row-by = { $name }:
page-row-unread = غير مقروءة
page-row-waiting = بانتظار الرد
page-row-invited = دعوة
page-row-declined = مرفوضة
page-row-lapsed = لم يصل رد
page-row-closed = منتهية
page-list-empty-all = لا محادثات هنا.
page-list-empty-all-next = اكتب إلى أحد الأعضاء
page-list-empty-unread-next = عرض كل المحادثات
page-list-empty-unread = لا شيء غير مقروء.
page-list-empty-invitations = لا دعوات بانتظارك. حين يكتب إليك شخص جديد تقرر هنا.
page-list-empty-archived = الأرشيف خالٍ. تؤرشف المحادثة من قائمتها، وتعود عند وصول رسالة جديدة.
page-pane-nothing = يمكنك اختيار محادثة، أو الكتابة إلى أحد الأعضاء.
page-pane-waits = بانتظارك
page-pane-nothing-waits = لا شيء بانتظارك
page-pane-write = كتابة رسالة
page-no-conversations = ابدأ محادثة
page-no-conversations-lead = لعلك تجد هنا من ترغب في الكتابة إليه.

## One conversation.

page-conversation-menu = المزيد عن هذه المحادثة
page-see-profile = عرض صفحة { $name }
page-archive = أرشفة
page-unarchive = إعادة إلى القائمة
page-mark-unread = وضع علامة «غير مقروءة»
page-mark-read = وضع علامة «مقروءة»
page-messages = الرسائل
page-older = رسائل أقدم
page-newer = رسائل أحدث
page-new-messages = رسائل جديدة
page-jump = رسائل جديدة في الأسفل
page-you = أنت
page-edited = معدّلة
page-seen = مقروءة
page-message-deleted = تم حذف هذه الرسالة.
page-reply = رد
page-in-reply-to = ردًا على
page-reply-to-none = عدم الرد على هذه الرسالة
page-edit = تعديل
page-edit-title = تعديل رسالتك
page-edit-label = رسالتك
page-edit-changed = عدّلت هذه الرسالة في مكان آخر في هذه الأثناء، ولم يُستبدل شيء بعد.
page-edit-changed-now = نصها الآن:
page-delete = حذف

## Writing.

page-composer-label = رسالة إلى { $name }
page-composer-placeholder = رسالة إلى { $name }
page-composer-reaches = تصل الرسالة إلى { $name } هنا، ويصل إشعار بالبريد عند الغياب.
page-composer-reaches-all = تصل الرسالة إلى جميع المشاركين هنا، ويصل إشعار بالبريد إلى الغائبين.
page-you-are-asked-back = وصلتك دعوة للعودة. هذا ما ظهر لك أثناء مشاركتك.
page-earlier-in-it = ما قيل أثناء مشاركتك
page-read-invitation = اقرأ الدعوة
page-you-left = غادرت هذه المحادثة. يبقى هنا ما قيل أثناء مشاركتك فيها.
page-you-are-alone = لا أحد غيرك فيها الآن. أضف أشخاصًا للمتابعة.
page-closed = أُغلقت هذه المحادثة. ويبقى هنا ما قيل فيها.
# Variables: $name, of whom.
page-closed-by-you = أُغلقت هذه المحادثة لأنك حظرت { $name }. ولا يُذكر السبب للطرف الآخر.
page-you-blocked = لا يمكنك القبول لأنك حظرت { $name }.
page-blocked-is-in = يشارك فيها شخص حظرته. سيُطوى ما يكتبه.
# Variables: $name, of whom.
page-decline-and-block = الاعتذار وحظر { $name }
page-decline-all = الاعتذار عنها كلها
page-folded = رسالة من شخص حظرته
page-you-were-removed = لم تعد مشاركًا في هذه المحادثة. يبقى هنا ما قيل أثناء مشاركتك فيها.
page-send = إرسال
page-preview = معاينة
page-format = التنسيق
page-format-lead = يمكنك استخدام Markdown هنا:
page-format-bold = عريض
page-format-slanted = مائل
page-format-list = قائمة
page-format-task = مهمة
page-format-quote = اقتباس
page-format-code = شيفرة
page-format-link = رابط
page-preview-label = هكذا ستظهر:
page-preview-empty = لا شيء لعرضه بعد. اكتب شيئًا أولًا.
page-preview-back = للتعديل أو الإرسال يمكنك الرجوع في المتصفح.
page-sending = جارٍ الإرسال…
page-not-sent = لم تُرسل.
page-try-again = إعادة المحاولة
page-discard = تجاهل
page-leftover = كنت تعدّل هذه الرسالة، ولم يُحفظ ما كتبته:

## Before the two talk.

page-waiting-for = بانتظار رد { $name }
page-waiting-lead = وصلت رسالتك إلى { $name }. يمكنك متابعة الكتابة بعد قبول الدعوة، وحتى ذلك الحين يمكنك تعديل هذه الرسالة أو سحبها.
page-waiting-lapses = تنتهي الدعوة إن لم يصل رد بحلول
page-remind = إرسال تذكير واحد
page-remind-from = يمكنك إرسال تذكير واحد ابتداءً من
page-reminded = أرسلت تذكيرًا في
page-waiting-edit = تعديل الرسالة
page-withdraw = سحب
page-invited-by = دعوة إلى محادثة من { $name }
page-invited-hint = لا يصل إلى { $name } خبر قراءتك لهذه الرسالة ولا خبر رفضك.
page-accept = قبول
page-decline = الاعتذار عن الدعوة
page-accept-after-all = قبول الدعوة رغم ذلك
page-invitation-bounced = تعذّر إيصال رسالة البريد. تبقى رسالتك هنا ليقرأها { $name }.

## Starting.

page-new-conversation = محادثة جديدة
page-to = إلى
page-drafts = لم تُرسل بعد
page-draft-discard = حذف هذه المسودة
page-to-missing = اختر من تكتب إليه.
page-to-placeholder = اسم أحد الأعضاء
page-start-title = رسالة إلى { $name }
page-start-lead = هذه أول رسالة منك إلى { $name }، وتصل مع دعوة: يستمر الحديث بعد قبولها.
page-start-label = الرسالة الأولى
page-start-reaches = تصل إلى { $name } هنا فورًا، وبالبريد بعد 20 ثانية.
page-start-send = إرسال
page-to-more = إضافة آخرين
# Variables: $name, who is taken off the list.
page-recipient-remove = حذف { $name } من القائمة
page-title-optional = اسم المحادثة (اختياري)
page-start-lead-several = تصل إلى كل منهم دعوة مع هذه الرسالة، والمشاركة تكون بالقبول. يستمر الحديث بمجرد قبول أحدهم.
page-start-lead-from = تبدأ بهذه الرسالة محادثة جديدة. ويبقى ما دار بينكما من قبل بينكما. تصل إلى كل شخص دعوة، والمشاركة تكون بالقبول.
page-start-reaches-all = تصل إليهم هنا فورًا، وبالبريد بعد 20 ثانية.

## Several people.

page-tab-starred = المميزة
page-list-empty-starred = لا محادثات مميزة بنجمة بعد. تضاف النجمة من قائمة المحادثة.
page-row-starred = مميزة بنجمة
page-row-muted = صامتة
page-people-count = { $count ->
    [zero] لا أحد
    [one] شخص واحد
    [two] شخصان
    [few] { $count } أشخاص
    [many] { $count } شخصًا
   *[other] { $count } شخص
}
page-participants = المشاركون
page-add-people = إضافة أشخاص
page-mute = كتم
page-unmute = إلغاء الكتم
page-star = إضافة نجمة
page-unstar = إزالة النجمة
page-leave = مغادرة
page-leave-hint = يبقى لديك ما قيل أثناء مشاركتك، ويمكنك التراجع خلال دقيقة.
page-title = اسم المحادثة
page-title-placeholder = أسماء المشاركين
page-host = مضيف
page-invited = دعوة معلقة
page-asked-by-you = بدعوة منك
page-asked-by = بدعوة من { $name }
page-make-host = إضافة إلى المضيفين
page-unmake-host = إنهاء الاستضافة
page-stop-hosting = التخلي عن الاستضافة
page-remove = إخراج
page-remove-confirm = إخراج { $name } من هذه المحادثة؟
page-uninvite = سحب الدعوة
page-uninvite-confirm = سحب دعوة { $name }؟
page-adding = من يمكنه إضافة أشخاص
page-adding-everyone = جميع المشاركين
page-adding-hosts = المضيفون فقط
page-add-lead = تصل إلى كل منهم دعوة مع رسالتك، والمشاركة تكون بالقبول. يرى الجميع من أضفت وما يمكنهم قراءته.
page-add-label = رسالة إلى الجميع
page-add-reaches = يقرؤها كل المشاركين، ومن تدعوهم.
page-add-send = دعوة
page-add-from = إضافة أشخاص من هنا
page-history = ماذا يمكنهم قراءته مما قيل من قبل؟
page-history-from = من هذه الرسالة فصاعدًا
page-history-from-hint = للبدء من رسالة معينة، يمكنك الرجوع واختيار «إضافة أشخاص من هنا» من قائمتها.
page-history-now = لا شيء
page-history-now-hint = يقرؤون رسالتك وما يأتي بعدها.
page-history-all = كل شيء
page-history-all-hint = بقدر ما يمكنك أنت قراءته.
page-history-all-hint-gap = منذ عودتك. لا يظهر لهم شيء مما قرأته قبل ذلك.
page-readers = من قرأ هذه الرسالة
page-readers-none = لم يقرأها أحد بعد. سيظهر هنا من يقرؤها.
page-readers-read = { $count ->
    [zero] لم يقرأها أحد
    [one] قرأها شخص واحد
    [two] قرأها شخصان
    [few] قرأها { $count } أشخاص
    [many] قرأها { $count } شخصًا
   *[other] قرأها { $count } شخص
}
page-readers-unread = { $count ->
    [zero] لم يبق أحد
    [one] لم يقرأها بعد شخص واحد
    [two] لم يقرأها بعد شخصان
    [few] لم يقرأها بعد { $count } أشخاص
    [many] لم يقرأها بعد { $count } شخصًا
   *[other] لم يقرأها بعد { $count } شخص
}
page-line-go = فتحها
page-begun-from = بدأت من محادثة بينكما
page-waiting-for-several = بانتظار قبول أول شخص
page-waiting-lead-several = وصلت رسالتك إليهم. يمكنك متابعة الكتابة بمجرد قبول أحدهم، وحتى ذلك الحين يمكنك تعديل هذه الرسالة أو سحبها.
page-invitation-bounced-several = تعذّر إيصال إحدى رسائل البريد. تبقى رسالتك هنا ليقرأها الجميع.
page-invited-by-several = دعوة إلى محادثة جماعية من { $name }
page-invited-others = يشارك فيها أيضًا:
page-invited-nobody-else = لم ينضم أحد آخر بعد.
