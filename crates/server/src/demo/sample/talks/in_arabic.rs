//! Conversations written from right to left, and one that changes direction on the way.

use super::super::talk::{Outcome, Talk};
use snug_domain::Span;

pub(super) const TALKS: [Talk; 2] = [
    Talk {
        starter: "salma",
        other: "yusuf",
        began: Span::days(6),
        ended: Span::hours(20),
        sittings: 3,
        outcome: Outcome::Talking { unread: 2 },
        turns: &[
            ("salma", "مرحبًا يوسف، عندنا في المكتبة ستّة كراسٍ تحتاج إلى إصلاح. هل تجد وقتًا لها؟"),
            ("yusuf", "أهلًا سلمى. بكلّ سرور. ما نوع الخشب؟"),
            ("salma", "أظنّه خشب زان. المقاعد سليمة، لكنّ الأرجل تتحرّك."),
            ("yusuf", "هذا سهل: غراء جديد ومشابك ليلة كاملة."),
            ("salma", "هل أحضرها إليك أم تأتي أنت؟"),
            ("yusuf", "آتي أنا صباح السبت، فالأدوات كلّها في حقيبة واحدة."),
            ("salma", "ممتاز. سأفتح الباب الخلفيّ عند التاسعة."),
            ("yusuf", "أصلحتُ أربعة اليوم. بقي اثنان، وأحتاج إلى **مشبكين** آخرين."),
            ("salma", "سألتُ Ben، وعنده مشابك يمكنه إعارتها."),
            ("salma", "وشكرًا لك. جلستُ على أحدها ساعةً كاملة ولم يتحرّك."),
        ],
    },
    Talk {
        starter: "ana",
        other: "salma",
        began: Span::days(4),
        ended: Span::hours(7),
        sittings: 2,
        outcome: Outcome::Talking { unread: 1 },
        turns: &[
            (
                "ana",
                "Hello Salma, do you have books about bees in the library? In Arabic too, for the children of the garden.",
            ),
            ("salma", "مرحبًا آنا! نعم، عندنا كتاب جميل اسمه «مدينة النحل»."),
            ("ana", "«مدينة النحل», the city of bees? What a good title."),
            ("salma", "Exactly. And two in English, with pictures. أضعها جانبًا لكِ."),
            ("ana", "شكرًا! That is all the Arabic I have."),
            ("salma", "بداية ممتازة. نقرأه معًا للأطفال يوم الجمعة؟"),
        ],
    },
];
