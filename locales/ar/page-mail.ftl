## Pages that a mail leads to.

page-landing-lead = كلاكما من أعضاء { $community }. لا يحدث شيء قبل قرارك.
page-landing-stop-lead = لا ترغب في مثل هذه الرسائل؟
page-landing-stop = إيقاف رسائل { $community }
page-done-title = تم
page-done-accepted = يمكنك الآن الحديث مع { $name }
page-done-accepted-more = يمكنك القراءة والرد بعد تسجيل الدخول.
page-done-go = الانتقال إلى المحادثة
page-done-declined = تم الاعتذار عن الدعوة
page-done-declined-more = دون إخبار { $name }. وإن غيّرت رأيك لاحقًا فلا يزال بإمكانك القبول بعد تسجيل الدخول.
page-stopped = تم إيقاف رسائل البريد
page-stopped-more = لن تصلك من { $community } رسائل بريد عن المحادثات. ويبقى كل شيء على الموقع كما هو.
page-resume = تراجع: استئناف رسائل البريد
page-resumed = عادت رسائل البريد
page-resumed-more = تصلك من { $community } رسائل بريد عن المحادثات كما كانت.
page-gone-title = لم يعد هذا الرابط يجيب عن دعوة
page-gone-more = سبق الرد على الدعوة أو سُحبت أو انتهت مدتها، أو أنها موجهة إلى شخص آخر. ويمكن لمن وصلته تسجيل الدخول لمعرفة ما آلت إليه.
page-gone-sign-in = تسجيل الدخول
page-ended-title = انتهت صلاحية هذا الرابط
page-ended-more = منذ إرساله تغيّرت كلمة مرور هذا الحساب أو سُجّل الخروج من جميع متصفحاته، فانتهت معها روابط الرسائل الأقدم. يمكنك تسجيل الدخول لقراءة الدعوة والرد عليها.
page-ended-sign-in = تسجيل الدخول والانتقال إلى الدعوة
page-unsubscribe-title = هل تريد إيقاف رسائل البريد؟
page-unsubscribe-lead = لن تصلك من { $community } رسائل بريد عن المحادثات. ويمكنك إعادتها في أي وقت.
page-unsubscribe-button = إيقاف رسائل البريد
