## Pages.

error-title = حدث أمر غير متوقع
error-home = الصفحة الرئيسية
error-not-found = لا شيء هنا
error-not-found-more = قد يكون العنوان خطأ، أو زال ما كان هنا. تحقق من العنوان، أو ابدأ من الصفحة الأولى.
error-not-found-sign-in = وربما يلزم تسجيل الدخول لرؤيته.
error-unknown-host = لا يوجد مجتمع هنا
error-unknown-host-more = لا يحمل أي مجتمع هذا العنوان، وربما كُتب فيه حرف خطأ. تحقق منه أو اسأل من أعطاك إياه.
error-forbidden = هذا غير ممكن
error-nothing-changed = لم يتغير شيء. ارجع إلى الصفحة السابقة لتتابع من حيث كنت.
error-anothers-page = تلك الصفحة لشخص آخر
error-anothers-page-more = سجّل شخص آخر دخوله في هذا المتصفح، ولذلك لم يُنفَّذ شيء. ما يظهر من الآن فصاعدًا يخصه هو. لتتابع باسمك سجّل الخروج هنا ثم سجّل دخولك من جديد.
error-cross-site = لم يصل الطلب من هذا الموقع
error-cross-site-more = حمايةً لك لم يُنفَّذ شيء. ارجع وحمّل الصفحة ثم أعد المحاولة.
error-too-many = محاولات كثيرة في وقت قصير
error-too-many-more = لم يتغير شيء. أعد المحاولة في
error-too-many-messages = { $seconds ->
    [one] مهلًا قليلًا. أعد المحاولة بعد ثانية واحدة.
    [two] مهلًا قليلًا. أعد المحاولة بعد ثانيتين.
    [few] مهلًا قليلًا. أعد المحاولة بعد { $seconds } ثوانٍ.
   *[other] مهلًا قليلًا. أعد المحاولة بعد { $seconds } ثانية.
}
error-conflict = سبق إرسال هذا بكلمات أخرى. حمّل الصفحة من جديد لترى ما استجد.
error-busy = الخدمة مشغولة حاليًا، وما حُفظ من قبل في أمان. أعد المحاولة بعد لحظات.
error-unreadable = تعذرت قراءة هذا
error-unreadable-more = ربما كان أطول من اللازم أو فُقد جزء منه في الطريق. ارجع إلى الصفحة السابقة، فما كتبته ما زال هناك، ثم حاول مرة أخرى، وربما على جزأين.
error-busy-title = الضغط كبير الآن
error-unavailable-title = تعذر الوصول إلى بياناتنا
error-unavailable = ما حُفظ من قبل في أمان، لكن لا يمكن الوصول إليه في هذه اللحظة. أعد المحاولة بعد قليل.
error-cannot-save-title = تعذر الحفظ الآن
error-cannot-save = لا يمكن حفظ شيء في الوقت الحالي، فلم يُنفَّذ هذا. أما القراءة فما زالت ممكنة. أعد المحاولة لاحقًا.
error-unsent = ما كتبته
error-send-again = إرسال من جديد
error-internal = حدث خلل لدينا
error-internal-more = سُجّل الخلل وسننظر فيه. لم يُنفَّذ طلبك على نحو ناقص. أعد المحاولة بعد لحظات.

## Signing in.

error-sign-in-too-many = محاولات كثيرة. يمكنك طلب رابط بالبريد بدلًا من ذلك، أو المحاولة من جديد في
error-link-too-many = طلبت رابطًا عدة مرات. أحدث رسالة وصلتك ما زال رابطها صالحًا. يمكنك الطلب من جديد في
error-sign-in-busy = يسجّل كثيرون الدخول في هذه اللحظة. أعد المحاولة بعد لحظات، أو اطلب رابطًا بالبريد.
error-wrong-credentials = لا يتوافق هذا العنوان مع كلمة المرور. تحقّق منهما، أو اطلب رابطًا بالبريد.

## What was typed.

error-problem-empty = هذا الحقل مطلوب.
error-problem-empty-address = أدخل عنوان بريد إلكتروني.
error-problem-empty-name = أدخل اسمًا.
error-problem-empty-password = أدخل كلمة مرور.
error-problem-empty-text = اكتب شيئًا أولًا.
error-problem-too-short = { $least ->
    [one] حرف واحد على الأقل.
    [two] حرفان على الأقل.
    [few] { $least } أحرف على الأقل.
   *[other] { $least } حرفًا على الأقل.
}
error-problem-too-long = { $most ->
    [one] حرف واحد على الأكثر.
    [two] حرفان على الأكثر.
    [few] { $most } أحرف على الأكثر.
   *[other] { $most } حرفًا على الأكثر.
}
error-problem-address = لا يبدو هذا عنوان بريد إلكتروني.
error-problem-handle = أحرف لاتينية صغيرة وأرقام ونقاط وشرطات فقط.
error-problem-scope = اختر واحدًا من هذه.
error-problem-expires-in-days = من يوم واحد إلى 3650 يومًا.
error-problem-in-reply-to = لم تعد الرسالة التي ترد عليها موجودة. نصك محفوظ: أرسله دون أن يكون ردًا.
error-problem-malformed = في هذا ما لا يمكن استخدامه هنا.
error-problem-invisible = في هذا النص محارف لا يراها أحد، أو علامات على حرف واحد أكثر مما يُقرأ. اكتبه من جديد بدل لصقه من فضلك.
error-problem-taken = هذا مستخدم من قبل. اختر غيره.
error-problem-taken-handle = هذا مستخدم من قبل أو يشبه اسمًا مستخدمًا. اختر غيره.
error-problem-holds-handle = لا يمكن أن يحتوي الاسم على اسم مختصر مثل ⁦@ana⁩، فقد يُظن أنه لعضو آخر. احذفه.
error-problem-reserved-name = قد يبدو هذا الاسم كأنه يتحدث باسم المجتمع. اختر غيره من فضلك.
error-problem-reserved-handle = هذا محجوز للمجتمع. اختر غيره من فضلك.
error-problem-current-password = ليست هذه كلمة مرورك الحالية.
error-problem-password = هذه ليست كلمة المرور التي اخترتها عند التسجيل.
error-problem-wrong = هذا غير صحيح.
error-problem-too-many = بلغ العدد أقصاه ({ $most }). يلزم حذف واحد أولًا.
error-problem-too-faint = هذا اللون باهت: لا يُقرأ على الورق ولا يُقرأ فوقه نص أبيض. أقرب لون يصلح للأمرين هو { $passes }.
error-problem-too-heavy = هذا الملف كبير. الحد الأقصى { $most } كيلوبايت.
error-problem-is-svg = هذا ملف SVG، وقد يحمل برامج أو يستدعي أشياء من مواقع أخرى. احفظه بصيغة PNG من فضلك.
error-problem-not-a-picture = ليست هذه صورة PNG أو JPEG أو WebP، أو هي تالفة.
error-problem-wrong-size = طول كل ضلع من { $least } إلى { $most } بكسل.
error-problem-not-square = طول الصورة وعرضها متباعدان. نحتاج صورة مربعة أو تكاد تكون مربعة.
error-problem-too-common = يسهل تخمينها. اختر غيرها: بضع كلمات لا صلة بينها خيار جيد.

## What the rules forbid.

error-refusal-this-person = هذا العضو
error-refusal-conversations-off = لا محادثات في هذا المجتمع.
error-refusal-yourself = هذه صفحتك أنت. اختر شخصًا آخر.
error-refusal-not-reachable = لا يمكن إرسال رسائل إلى { $name }.
error-refusal-only-acquaintances = تصل الرسائل إلى { $name } ممن تجمعهما محادثة الآن أو جمعتهما من قبل، لا من غيرهم.
error-refusal-blocked-by-you = حظرت { $name }. ألغِ الحظر لتتمكن من المراسلة.
error-refusal-closed = أُغلقت هذه المحادثة. ويبقى ما قيل فيها.
error-refusal-already-talking = بينك وبين { $name } محادثة قائمة. تابع الحديث فيها.
error-refusal-invited-by-them = وصلتك دعوة من { $name } أولًا. يمكنك الرد عليها.
error-refusal-already-invited = أرسلت رسالة إلى { $name } في { $date }، ولم يصل رد بعد.
error-refusal-lapsed = أرسلت رسالة إلى { $name } في { $date }، ولم يصل رد في الوقت المتاح. يمكنك الكتابة من جديد في { $again }، وقد تصلك رسالة من { $name } في أي وقت.
error-refusal-withdrawn = أرسلت رسالة إلى { $name } في { $date } ثم سحبتها. يمكنك الكتابة من جديد في { $again }، وقد تصلك رسالة من { $name } في أي وقت.
# Variables: $name, one or several; they were asked to a conversation of several.
error-several-lapsed = أرسلت رسالة إلى { $name } في { $date }، ولم يصل رد في الوقت المتاح.
error-several-withdrawn = أرسلت رسالة إلى { $name } في { $date } ثم سحبتها.
error-several-declined = اعتذرت عن الدعوة دون إخبار أحد، ولا يزال بإمكانك القبول.
error-refusal-declined-by-you = وصلتك رسالة من { $name } في { $date } واعتذرت عن الدعوة، دون إخبار { $name }. ولا يزال بإمكانك القبول.
error-refusal-too-many-invitations = بدأت محادثات كثيرة مؤخرًا. يمكنك بدء المحادثة التالية بعد { $time }.
error-refusal-too-many-undecided = لم يصل بعد رد على كثير من دعواتك. يمكنك انتظار بعض الردود أو سحب إحدى الدعوات.
error-refusal-too-early = يمكنك إرسال التذكير ابتداءً من { $date }.
error-refusal-already-reminded = أرسلت تذكيرًا من قبل، وهو يُرسل مرة واحدة.
error-refusal-not-accepted = يستمر الحديث بعد القبول من جانب { $name }.
error-refusal-nobody-accepted = يستمر الحديث بعد أول قبول.
error-refusal-accept-first = يلزم قبول الدعوة أولًا.
error-refusal-decline-instead = لم تتجاوز هذه المحادثة عندك الدعوة، فلا شيء لتغادره. يمكنك الاعتذار عن الدعوة بدلًا من ذلك.
error-refusal-not-in-it = لم تعد في هذه المحادثة. ويبقى لك ما رأيته حين كنت فيها.
error-refusal-no-longer-open = لم تعد هذه الدعوة مفتوحة. تجد في المحادثة ما آلت إليه.
error-refusal-not-the-author = لا يعدّل الرسالة إلا كاتبها.
error-refusal-deleted = حُذفت هذه الرسالة، فلم يعد تغييرها ممكنًا.
error-refusal-too-late = لم يعد التراجع عن هذا ممكنًا.
error-refusal-withdraw-instead = تحمل هذه الرسالة دعوتك. يمكنك سحبها بدلًا من ذلك.
error-refusal-still-asked = تحمل هذه الرسالة دعوة لم ينته وقت الرد عليها. يمكنك حذفها بعد ذلك.
error-refusal-not-for-tokens = هذا أمر يخص حسابك، ويلزمه تسجيل الدخول على الموقع، فلا يكفي له مفتاح برنامج.
error-refusal-read-only-token = مفتاح API هذا للقراءة فقط.
error-refusal-no-password-yet = ليست لك كلمة مرور بعد. يمكنك طلب رابط لاختيارها، ونرسله إلى بريدك.
error-cannot-ask = لا يمكن دعوة بعض هؤلاء. يمكنك حذفهم من القائمة، أو معرفة السبب.
error-refusal-already-in = يشارك { $name } في هذه المحادثة.
error-refusal-already-asked = سبقت دعوة { $name } ولم يصل رد بعد.
error-refusal-too-many-people = أقصى عدد للمشاركين في المحادثة هو { $most }. استبعد بعضهم أو ابدأ محادثة أخرى.
error-refusal-only-hosts = هذا من شأن مضيفي المحادثة وحدهم. اطلبه من أحدهم.
error-refusal-last-host = لا مضيف غيرك. اجعل شخصًا آخر مضيفًا أولًا.
error-refusal-only-in-groups = هذه محادثة بين شخصين. للحديث مع آخرين يمكن بدء محادثة جديدة من هنا.
error-refusal-nobody-else = لا أحد غيرك فيها الآن. أضف أشخاصًا للمتابعة.
