//! What waits for somebody: something to read, or an answer.

use super::super::talk::{Outcome, Talk};
use snug_domain::Span;

pub(super) const TALKS: [Talk; 7] = [
    Talk {
        starter: "emma",
        other: "farid",
        began: Span::days(3),
        ended: Span::days(2),
        sittings: 2,
        outcome: Outcome::Talking { unread: 1 },
        turns: &[
            ("emma", "Hello Farid, may I borrow the van for the choir's chairs? Forty of them, ten minutes away."),
            ("farid", "Yes. I said it before I had read the number, but yes."),
            ("emma", "You are the best. We sing you something."),
            ("farid", "In tune?"),
            ("emma", "Mostly."),
        ],
    },
    Talk {
        starter: "carla",
        other: "ben",
        began: Span::days(2),
        ended: Span::hours(30),
        sittings: 2,
        outcome: Outcome::Talking { unread: 2 },
        turns: &[
            (
                "carla",
                "Hello Ben, I am closing the books for the quarter. Do you have the receipts of the repair café?",
            ),
            ("ben", "All of them, in a tin."),
            ("carla", "In a tin is better than not at all. Could you sort them by month?"),
            ("ben", "By month, by screw size, whatever you like."),
            ("carla", "By month is plenty."),
            ("carla", "And *please* take the biscuits out first."),
        ],
    },
    Talk {
        starter: "carla",
        other: "ana",
        began: Span::days(5),
        ended: Span::hours(3),
        sittings: 2,
        outcome: Outcome::Talking { unread: 3 },
        turns: &[
            ("carla", "Hello Ana, you are in the books with a hive and a lunch. May I ask about the seeds as well?"),
            ("ana", "Please do. What do you need?"),
            ("carla", "What we bought, what we were given, and what is left. Roughly is fine."),
            ("ana", "Then roughly: too many beans."),
            (
                "carla",
                "I made a first list. Could you look it over?\n\n1. **Beans**: 14 bags, all given\n2. **Tomatoes**: 6 bags, \
                 bought\n3. **Sunflowers**: nobody knows\n\n> What is not written down did not happen.\n\nso my teacher \
                 used to say.",
            ),
            (
                "carla",
                "The formula I use for the rest is `bought + given - sown`, and the sheet is at \
                 https://example.org/riverside/seeds.",
            ),
            ("carla", "No hurry. *Before Friday* would be lovely."),
        ],
    },
    Talk {
        starter: "ana",
        other: "emma",
        began: Span::hours(28),
        ended: Span::hours(28),
        sittings: 1,
        outcome: Outcome::Waiting,
        turns: &[(
            "ana",
            "Hello Emma, I read that you look for a bicycle with a basket. Mine needs a new home: green, old, runs well.",
        )],
    },
    Talk {
        starter: "grace",
        other: "ben",
        began: Span::hours(11),
        ended: Span::hours(11),
        sittings: 1,
        outcome: Outcome::Waiting,
        turns: &[("grace", "Hello Ben, my toaster throws the bread across the kitchen. Is that a case for Saturday?")],
    },
    Talk {
        starter: "farid",
        other: "ana",
        began: Span::hours(9),
        ended: Span::hours(9),
        sittings: 1,
        outcome: Outcome::Waiting,
        turns: &[(
            "farid",
            "Hello Ana, I have oak left, again. Enough for a bench beside the hive.\n\nWould you like one? I could come \
             by on **Saturday** and measure.",
        )],
    },
    Talk {
        starter: "deniz",
        other: "ana",
        began: Span::minutes(50),
        ended: Span::minutes(50),
        sittings: 1,
        outcome: Outcome::Waiting,
        turns: &[(
            "deniz",
            "Hello Ana, I am Deniz, new by the river. Ben says I may bring you bread for nothing at all. Is tomorrow \
             morning good?",
        )],
    },
];
