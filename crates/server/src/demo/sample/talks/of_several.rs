//! Conversations of several people, in the states they can be in.

use super::super::group::Act::{Accept, Add, Answer, Decline, Leave, MakeHost, Mute, Read, Remove, Rename, Say, Star};
use super::super::group::Group;
use snug_app::conversations::Shown;
use snug_domain::Span;

pub(in super::super) const GROUPS: [Group; 6] = [
    Group {
        starter: "ana",
        title: "Summer fair",
        others: &["ben", "carla", "emma", "farid"],
        began: Span::days(12),
        text: "Hello all, the **summer fair** is in five weeks. Who takes what?\n\n- the stage\n- the cake\n- the van",
        acts: &[
            (Span::days(12), "ben", Accept),
            (Span::days(12), "farid", Accept),
            (Span::days(11), "ben", Say("The stage, and everything on it that has a plug.")),
            (Span::days(11), "carla", Accept),
            (Span::days(11), "farid", Answer("Hello all", "The van. I know, I know.")),
            (Span::days(10), "emma", Accept),
            (Span::days(10), "emma", Say("The choir sings at four, but I am away that week and leave it to @carla.")),
            (Span::days(9), "emma", Leave),
            (Span::days(9), "ana", MakeHost("carla")),
            (Span::days(2), "carla", Add(&["hugo", "ines"], Shown::All, "Hugo photographs it, Inês brings cake.")),
            (Span::days(1), "hugo", Accept),
            (Span::hours(26), "ana", Star),
            (Span::hours(26), "ana", Read),
            (Span::hours(25), "hugo", Say("Hello! I can also print the programme, if somebody writes it.")),
            (Span::hours(2), "ben", Say("@ana has the list. Shall we meet on Thursday at the shed?")),
        ],
    },
    Group {
        starter: "ben",
        title: "",
        others: &["ana", "grace", "yusuf"],
        began: Span::days(8),
        text: "The roof of the shed is leaking again. Between the four of us we have a ladder, tiles and a carpenter.",
        acts: &[
            (Span::days(8), "ana", Accept),
            (Span::days(8), "ana", Say("I have the ladder. It is the short one, though.")),
            (Span::days(7), "yusuf", Accept),
            (Span::days(7), "yusuf", Say("عندي بعض القرميد القديم. I bring it on Saturday.")),
            (Span::days(6), "grace", Accept),
            (
                Span::days(6),
                "grace",
                Answer("I have the ladder", "I come after the night shift and hold it. Do not let me climb it."),
            ),
            (Span::days(6), "ana", Read),
            (Span::days(5), "ana", Mute),
            (Span::days(3), "ben", Say("It rained. The bucket is full.")),
        ],
    },
    Group {
        starter: "salma",
        title: "أصدقاء المكتبة",
        others: &["yusuf", "ana"],
        began: Span::days(5),
        text: "مرحبًا بكما! نقرأ للأطفال كلّ يوم جمعة. من يأتي هذا الأسبوع؟",
        acts: &[
            (Span::days(5), "yusuf", Accept),
            (Span::days(5), "yusuf", Say("آتي أنا، ومعي الكراسي الأربعة.")),
            (Span::days(4), "ana", Accept),
            (Span::days(4), "ana", Say("I bring honey, and read the pictures.")),
            (Span::hours(8), "salma", Say("ممتاز. الكتاب هذه المرّة «مدينة النحل».")),
            (Span::hours(7), "ana", Read),
            (Span::hours(6), "yusuf", Read),
        ],
    },
    Group {
        starter: "grace",
        title: "Night choir",
        others: &["ana", "emma", "jonas"],
        began: Span::hours(20),
        text: "We sing at midnight, by the bend of the river, for those who work then. Would you join us?",
        acts: &[
            (Span::hours(19), "emma", Accept),
            (Span::hours(18), "jonas", Decline),
            (Span::hours(18), "emma", Say("Second alto reporting. Is there tea?")),
        ],
    },
    Group {
        starter: "ana",
        title: "Seeds for the school",
        others: &["yusuf", "ines"],
        began: Span::hours(5),
        text: "The school asks for beans and sunflowers. Would you help me to bring them over?",
        acts: &[],
    },
    Group {
        starter: "hugo",
        title: "River photographs",
        others: &["ana", "deniz"],
        began: Span::days(20),
        text: "I look for people who are up before the sun, for one picture each.",
        acts: &[
            (Span::days(20), "ana", Accept),
            (Span::days(19), "deniz", Accept),
            (Span::days(19), "ana", Say("Up, yes. Awake, I cannot promise.")),
            (Span::days(18), "hugo", Rename("The same bend, every morning")),
            (Span::days(17), "ana", Read),
            (Span::days(16), "hugo", Remove("ana")),
            (Span::days(15), "ana", Read),
            (Span::days(15), "deniz", Say("Five in the morning is when my bread comes out.")),
        ],
    },
];
