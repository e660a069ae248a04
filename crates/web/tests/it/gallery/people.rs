//! The directory and profiles.

use super::sample::{ana, ben, cards, inside, minutes_ago, outside};
use super::{Shown, shown};
use snug_texts::Texts;
use snug_web::views::{DirectoryPage, Door, Frame, Person, ProfilePage, Sentence};

pub(super) fn pages(texts: Texts) -> Vec<Shown> {
    let conversation = || String::from("c1");
    let inside = |path| inside(texts, path);
    let refused = Door::Refused {
        reason: Sentence::of(
            texts.fill("error-refusal-too-many-invitations").with("time", "22 November 2026, 10:15 UTC").to_string(),
        ),
    };
    let blocked = Door::Blocked {
        reason: Sentence::of(texts.fill("error-refusal-blocked-by-you").with("name", "Ben").to_string()),
    };
    vec![
        shown("people", &directory(inside("/people"), "")),
        shown(
            "people-nobody",
            &DirectoryPage { people: Vec::new(), next: None, ..directory(inside("/people?q=zz"), "zz") },
        ),
        shown("profile-own", &profile(inside("/people/ana"), ana(), Door::Own)),
        shown("profile-start", &profile(inside("/people/ben"), ben(), Door::Start)),
        shown("profile-resume", &profile(inside("/people/ben"), ben(), Door::Resume { conversation: conversation() })),
        shown("profile-answer", &profile(inside("/people/ben"), ben(), Door::Answer { conversation: conversation() })),
        shown(
            "profile-waiting",
            &profile(
                inside("/people/ben"),
                ben(),
                Door::Waiting {
                    standing: Sentence::of("You wrote to Ben on 20 November 2026."),
                    conversation: conversation(),
                },
            ),
        ),
        shown("profile-blocked", &profile(inside("/people/ben"), ben(), blocked)),
        shown("profile-refused", &profile(inside("/people/ben"), ben(), refused)),
        shown("profile-outside", &profile(outside(texts, "/people/ben"), ben(), Door::SignIn)),
    ]
}

pub(super) fn pages_without_conversations(texts: Texts) -> Vec<Shown> {
    let frame = |path| Frame { conversations: false, ..inside(texts, path) };
    vec![
        shown("people", &directory(frame("/people"), "")),
        shown("profile", &profile(frame("/people/ben"), ben(), Door::Nothing)),
    ]
}

fn directory(frame: Frame, search: &str) -> DirectoryPage {
    DirectoryPage { frame, search: String::from(search), people: cards(), next: Some(String::from("/people?after=x")) }
}

fn profile(frame: Frame, person: Person, door: Door) -> ProfilePage {
    ProfilePage {
        frame,
        on_site: person.handle == "ben",
        person,
        about: String::from("Bakes bread on Sundays and fixes bikes the rest of the week"),
        member_since: minutes_ago(60 * 24 * 300),
        may_block: matches!(door, Door::Start | Door::Resume { .. } | Door::Waiting { .. }),
        door,
    }
}
