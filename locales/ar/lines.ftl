### What happened in a conversation, in the words of whoever reads it.
### Variables: $name, who did it; $subject, whom it is about: several people, where they were invited at once.

line-you-accepted = قبلت الدعوة. يمكنكما الحديث الآن.
line-accepted = تم القبول من جانب { $name }. يمكنكما الحديث الآن.
line-you-started = بدأت هذه المحادثة.
line-started = بداية المحادثة من { $name }.
line-you-joined = انضممت إلى المحادثة.
line-joined = انضمام جديد: { $name }.
line-joined-you-asked = قبول لدعوتك وانضمام: { $name }.
line-you-left = غادرت المحادثة.
line-left = مغادرة: { $name }.
line-you-returned = عدت إلى المحادثة.
line-returned = عودة: { $name }.
# Variables: $history, what of the time before they see: all, from an earlier message on, or nothing.
line-you-invited = { $history ->
    [all] دعوت { $subject } مع كل ما قيل حتى الآن.
    [from] دعوت { $subject } مع ما قيل منذ رسالة سابقة.
   *[now] دعوت { $subject } دون شيء مما قيل من قبل.
}
line-invited = { $history ->
    [all] دعوة من { $name } إلى { $subject } مع كل ما قيل حتى الآن.
    [from] دعوة من { $name } إلى { $subject } مع ما قيل منذ رسالة سابقة.
   *[now] دعوة من { $name } إلى { $subject } دون شيء مما قيل من قبل.
}
line-invited-you = { $history ->
    [all] دعوة إليك من { $name } مع كل ما قيل حتى الآن.
    [from] دعوة إليك من { $name } مع ما قيل منذ رسالة سابقة.
   *[now] دعوة إليك من { $name } دون شيء مما قيل من قبل.
}
# Variables: $subject, whom else.
line-invited-you-and = { $history ->
    [all] دعوة إليك وإلى { $subject } من { $name } مع كل ما قيل حتى الآن.
    [from] دعوة إليك وإلى { $subject } من { $name } مع ما قيل منذ رسالة سابقة.
   *[now] دعوة إليك وإلى { $subject } من { $name } دون شيء مما قيل من قبل.
}
line-you-uninvited = سحبت دعوة { $subject }.
line-uninvited = تم سحب دعوة { $subject } من جانب { $name }.
line-uninvited-you = تم سحب دعوتك من جانب { $name }.
line-you-removed = أخرجت { $subject } من المحادثة.
line-removed = إخراج { $subject } من المحادثة من جانب { $name }.
line-removed-you = تم إخراجك من المحادثة من جانب { $name }.
# Variables: $title, the new one.
line-you-renamed = سمّيت هذه المحادثة «{ $title }».
line-renamed = اسم جديد للمحادثة من { $name }: «{ $title }».
line-you-untitled = أزلت اسم هذه المحادثة.
line-untitled = تمت إزالة اسم المحادثة من جانب { $name }.
line-you-made-host = جعلت { $subject } من المضيفين.
line-made-host = أصبح من المضيفين: { $subject }، من جانب { $name }.
line-made-host-you = أصبحت من المضيفين، من جانب { $name }.
line-you-unmade-host = أنهيت دور { $subject } في الاستضافة.
line-unmade-host = انتهى دور { $subject } في الاستضافة، من جانب { $name }.
line-unmade-host-you = انتهى دورك في الاستضافة، من جانب { $name }.
line-you-host-no-more = لم تعد من المضيفين.
line-host-no-more = لم يعد من المضيفين: { $name }.
line-became-host = أصبح من المضيفين: { $subject }.
line-became-host-you = أصبحت من المضيفين.
line-you-are-back-as-host = بعد عودتك انتهى دور { $subject } في الاستضافة.
line-gave-host-back = بعد عودة { $name } انتهى دور { $subject } في الاستضافة.
line-gave-host-back-you = بعد عودة { $name } انتهى دورك في الاستضافة.
line-you-let-everyone-add = سمحت للجميع بإضافة أشخاص.
line-everyone-adds = سماح للجميع بإضافة أشخاص، من جانب { $name }.
line-you-let-hosts-add = قصرت إضافة الأشخاص على المضيفين.
line-hosts-add = إضافة الأشخاص للمضيفين فقط، من جانب { $name }.
line-you-continued = بدأت من هنا محادثة مع أشخاص آخرين.
line-continued = محادثة جديدة مع أشخاص آخرين بدأت من هنا من جانب { $name }.
