//! What is over, one way or another.

use super::super::talk::{Outcome, Talk};
use snug_domain::Span;

pub(super) const TALKS: [Talk; 5] = [
    Talk {
        starter: "ana",
        other: "ines",
        began: Span::days(27),
        ended: Span::days(26),
        sittings: 2,
        outcome: Outcome::PutAway,
        turns: &[
            (
                "ana",
                "Hello Inês, is there still a place in your Wednesday class? I know *obrigada* and the names of four fish.",
            ),
            ("ines", "There is, and four fish are three more than most people bring."),
            ("ana", "Wonderful. What should I have with me?"),
            ("ines", "A pencil and an appetite. We begin at seven."),
            ("ana", "The cake was excellent. I think I can order it now, too."),
            ("ines", "Then you passed the first test. *Até quarta!*"),
        ],
    },
    Talk {
        starter: "hugo",
        other: "ana",
        began: Span::days(13),
        ended: Span::days(13),
        sittings: 1,
        outcome: Outcome::Declined,
        turns: &[(
            "hugo",
            "Good morning Ana. May I photograph you with the hive for a series? It takes three or four mornings, at five.",
        )],
    },
    Talk {
        starter: "ana",
        other: "jonas",
        began: Span::days(10),
        ended: Span::days(10),
        sittings: 1,
        outcome: Outcome::Declined,
        turns: &[("ana", "Hello Jonas, you live next to the garden. Are the bees in your way at all?")],
    },
    Talk {
        starter: "ana",
        other: "grace",
        began: Span::days(9),
        ended: Span::days(9),
        sittings: 1,
        outcome: Outcome::Withdrawn,
        turns: &[(
            "ana",
            "Hello Grace, could you look after the seed library on Sunday? Oh, you work nights. Never mind.",
        )],
    },
    Talk {
        starter: "hugo",
        other: "jonas",
        began: Span::days(12),
        ended: Span::days(11),
        sittings: 2,
        outcome: Outcome::Closed,
        turns: &[
            ("hugo", "Hello Jonas, your roof is the best place for my tripod. May I come up at five in the morning?"),
            ("jonas", "Once, on Saturday. And please be quiet."),
            ("hugo", "It was glorious! Tomorrow again? The caretaker lent me a key."),
            ("hugo", "I am standing at your door."),
        ],
    },
];
