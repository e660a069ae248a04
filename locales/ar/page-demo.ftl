## The demo.

page-demo-label = عرض تجريبي
page-demo-is = هذا عرض تجريبي.
page-demo-you-are = أنت الآن { $name }
page-demo-choose = اختيار شخصية
page-demo-mails = البريد المرسل من هنا
page-demo-mails-lead = كل رسائل البريد في هذا العرض، الأحدث أولًا. لم تغادر أي منها هذا الجهاز.
page-demo-mails-empty = لم تُرسل أي رسالة بعد. عند دعوة أحد الأعضاء تظهر رسالة هنا بعد 20 ثانية.
page-mail-from = من
page-mail-to = إلى
page-mail-sent = وقت الإرسال
page-mail-views = طرق عرض هذه الرسالة
page-mail-html = ‏HTML
page-mail-text = نص
page-mail-source = المصدر
page-communities-title = المجتمعات هنا
page-communities-lead = هذا العنوان لا يخص أي مجتمع. يمكنك اختيار أحدها.
