## The directory.

page-people-nobody = لا أحد هنا بعد. أخبر الآخرين بعنوان هذا الموقع لينضموا إليه.
page-people-chosen = اخترتهم بالفعل.
page-people-not-found = لا نتائج للبحث عن «{ $search }». جرّب جزءًا من الاسم أو اسم المستخدم.
page-people-very-many = جزء من هذا البحث ينطبق على عدد كبير جدًا من الأعضاء، ولم يظهر بعد من ينطبق عليه كله. اكتب المزيد من الاسم أو تابع البحث.
page-people-everybody = عرض جميع الأعضاء

## One person.

page-profile-edit = تعديل صفحتي
page-profile-start = بدء محادثة
page-profile-resume = متابعة المحادثة
page-profile-answer = الرد على الدعوة
page-profile-invited-you = وصلتك دعوة إلى محادثة من { $name }.
page-profile-see-message = عرض رسالتك
page-profile-see-their-message = عرض الرسالة
page-profile-sign-in = تسجيل الدخول لبدء محادثة

## A name that looks like another.

page-lookalike = لعضو آخر اسم أو اسم مستخدم يشبه هذا الاسم. قارن بين اسمي المستخدم: هذا هو ⁦@{ $handle }⁩.
page-lookalike-short = لعضو آخر اسم أو اسم مستخدم يشبه هذا الاسم: قارن بين اسمي المستخدم.
