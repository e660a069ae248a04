## For those not signed in.

page-home-title = أهلًا بك
page-home-heading = أحاديث خاصة في { $community }
page-home-lead = ‏Snug هي الغرفة الهادئة بجوار مجتمعك. حديث خاص مع شخص واحد في كل مرة، على الموقع وعبر البريد الإلكتروني.
page-home-consent = القرار لك أولًا
page-home-consent-more = تصلك من كل شخص جديد رسالة واحدة فقط، ولك أن تقرر بدء الحديث.
page-home-mail = لا شيء يضيع
page-home-mail-more = في غيابك تصلك رسالة بريد واحدة بكل جديد، ولا بريد في أثناء وجودك على الموقع.
page-home-private = يبقى الحديث بينكما
page-home-private-more = لا يقرأ المحادثة إلا المشاركون فيها.

## Signing in and up.

page-sign-in = تسجيل الدخول
page-sign-up = إنشاء حساب
page-address = البريد الإلكتروني
page-password = كلمة المرور
page-new-password = كلمة المرور الجديدة
page-current-password = كلمة المرور الحالية
page-password-hint = 10 أحرف على الأقل. بضع كلمات متتالية خيار جيد.
page-name = الاسم
page-name-hint = كما يراه الآخرون.
page-or = أو
page-forgot-password = نسيت كلمة المرور؟
page-back-to-sign-in = العودة إلى تسجيل الدخول
page-sign-in-to = تسجيل الدخول إلى { $community }
page-sign-in-mail-link = إرسال رابط إلى بريدي بدلًا من ذلك
page-sign-in-mail-link-hint = يسجّل الرابط دخولك دون كلمة مرور، وتدوم صلاحيته 30 دقيقة.
page-sign-in-new-here = أول مرة هنا؟
page-sign-in-by-link-lead = نقرة واحدة ويتم تسجيل الدخول باسم { $name }.
page-sign-in-as = تسجيل الدخول باسم { $name }
page-link-not-you = ألست { $name }؟ نرجو إذن إغلاق هذه الصفحة، فربما أراد أحد أن تكتب باسمه.
page-link-replaces = دخولك هنا مسجل باسم { $name }، وينتهي إذا تابعت.
page-sign-up-to = الانضمام إلى { $community }
page-sign-up-known-here = لديك حساب؟
page-confirm-title = تأكيد عنوانك
page-confirm-lead = أدخل كلمة المرور التي اخترتها وتكتمل عضويتك في { $community } بالعنوان { $address }.
page-confirm-hint = هكذا لا يستطيع أحد غيرك تأكيد حساب لك أو باسمك.
page-confirm-button = تأكيد وتسجيل الدخول
page-forgot-title = نسيت كلمة المرور؟
page-forgot-lead = يكفي إدخال بريدك الإلكتروني، ونرسل إليك رابطًا لاختيار كلمة مرور جديدة.
page-forgot-button = إرسال الرابط
page-reset-title = اختيار كلمة مرور جديدة
page-reset-for = لحساب { $name }.
page-reset-lead = يبقى دخولك مسجلًا هنا، وينتهي في كل مكان آخر، وتتوقف مفاتيح البرامج.
page-reset-button = تعيين كلمة المرور
page-dead-link-title = لم يعد هذا الرابط صالحًا
page-dead-link-lead = سبق استخدامه أو انتهت مدته. يمكنك طلب رابط جديد.
page-mail-sent-title = رسالة في بريدك
page-mail-sent-sign-up = أرسلنا رسالة إلى { $address }. نرجو فتح الرابط الذي فيها لتأكيد أن العنوان لك.
page-mail-sent-sign-in = إن كان { $address } عنوان أحد الأعضاء فستصل إليه رسالة فيها رابط لتسجيل الدخول.
page-mail-sent-password = إن كان { $address } عنوان أحد الأعضاء فستصل إليه رسالة فيها رابط لاختيار كلمة مرور جديدة.
page-mail-sent-hint = لم يصل شيء بعد بضع دقائق؟ نرجو البحث في البريد غير المرغوب، أو التحقق من العنوان. وإن تكرر طلبك فأحدث رسالة وصلتك هي التي تُستخدم.
