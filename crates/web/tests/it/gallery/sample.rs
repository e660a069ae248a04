//! The people, times and messages of the gallery.

use snug_domain::Timestamp;
use snug_domain::people::{Language, Theme, Zone};
use snug_texts::{Texts, Times};
use snug_web::assets::Assets;
use snug_web::views::{
    CommunityFace, Composer, ConversationList, ConversationRow, DemoPerson, DemoStrip, Face, Frame, Line, Membership,
    Message, Moment, Person, PersonCard, Show, SignedIn, Title,
};

/// 21 November 2026, 20:48.
const NOW: i64 = 1_795_294_080_000;

/// A moment, as Ana reads it in English; what it says in Arabic is tried where times are made.
pub(super) fn minutes_ago(minutes: i64) -> Moment {
    let times = Times::new(Texts::of(Language::English), Zone::parse("Europe/Paris").ok(), Timestamp(NOW));
    Moment::new(&times, Timestamp(NOW - minutes * 60_000))
}

pub(super) fn ana() -> Person {
    Person::new("Ana Ruiz", "ana")
}

pub(super) fn ben() -> Person {
    Person::new("Ben Okafor", "ben")
}

pub(super) fn salma() -> Person {
    Person::new("سلمى حداد", "salma")
}

fn face() -> CommunityFace {
    CommunityFace {
        style: Some(String::from("/assets/community/style.css")),
        small: String::from("/assets/community/small.png"),
        medium: String::from("/assets/community/medium.png"),
        large: String::from("/assets/community/large.png"),
        has_logo: true,
        sentence: String::from("Neighbours between the old weir and the bridge."),
    }
}

pub(super) fn outside(texts: Texts, here: &str) -> Frame {
    Frame {
        texts,
        theme: Theme::Auto,
        community_name: match texts.language() {
            Language::English => String::from("Riverside"),
            Language::Arabic => String::from("ضفة النهر"),
        },
        here: String::from(here),
        assets: Assets::built(),
        face: Some(face()),
        signed_in: None,
        has_chosen_zone: false,
        conversations: true,
        demo: None,
        notice: None,
    }
}

pub(super) fn inside(texts: Texts, here: &str) -> Frame {
    let signed_in = SignedIn {
        person: ana(),
        reference: String::from("r-4k2"),
        unread: 3,
        change: 41,
        bell_sound: false,
        enter_sends: true,
        letter_keys: true,
    };
    let people = [ana(), ben(), salma()].into_iter();
    let people = people.map(|person| DemoPerson { current: person.handle == "ana", person }).collect();
    Frame { signed_in: Some(signed_in), demo: Some(DemoStrip { people }), ..outside(texts, here) }
}

pub(super) fn card(person: Person, about: &str) -> PersonCard {
    PersonCard { person, about: String::from(about) }
}

pub(super) fn cards() -> Vec<PersonCard> {
    vec![
        card(ben(), "Bakes bread on Sundays and fixes bikes the rest of the week"),
        card(salma(), "أحب القراءة والمشي على ضفة النهر"),
        card(Person::new("Chidi Eze", "chidi"), ""),
        card(Person::new("Dorothea von Wittgenstein-Sayn", "dorothea.von.wittgenstein"), "Choir, Tuesdays"),
        card(Person::new("Émile Roux", "emile"), "New in town"),
        card(Person::new("福田 直樹", "naoki"), "Walks dogs"),
    ]
}

fn row(id: &str, person: &Person, words: &str, membership: Membership, unread: u32, minutes: i64) -> ConversationRow {
    ConversationRow {
        id: String::from(id),
        title: Title::of(person),
        faces: faces(person),
        words: String::from(words),
        by: (membership == Membership::Waiting).then(|| String::from("You:")),
        moment: minutes_ago(minutes),
        order: NOW - minutes * 60_000,
        unread,
        membership,
        archived: false,
        past: false,
        muted: id == "c4",
        starred: id == "c2",
    }
}

pub(super) fn list(show: Show, current: Option<&str>) -> ConversationList {
    let rows = vec![
        row("c1", &ben(), "Shall I bring the long ladder or the short one?", Membership::Talking, 2, 3),
        row("c2", &salma(), "شكرًا جزيلًا على الكتاب، أعيده يوم الأحد", Membership::Talking, 0, 70),
        row("c3", &Person::new("Chidi Eze", "chidi"), "Hello Chidi, I saw your note", Membership::Waiting, 0, 60 * 26),
        row(
            "c4",
            &Person::new("Dorothea von Wittgenstein-Sayn", "dorothea"),
            "See you Tuesday",
            Membership::Talking,
            100,
            60 * 80,
        ),
        row("c5", &Person::new("Émile Roux", "emile"), "Hello", Membership::Closed, 0, 60 * 24 * 400),
    ];
    let current = current.map(String::from);
    ConversationList { show, rows, next: None, invitations: 2, current }
}

pub(super) fn message(sequence: i64, author: Person, html: &str, minutes: i64) -> Message {
    let own = author.handle == "ana";
    Message {
        id: format!("m{sequence}"),
        whose: String::from("p1"),
        conversation: String::from("c1"),
        line: None,
        sequence,
        own,
        named: false,
        follows: false,
        author,
        quote: None,
        html: String::from(html),
        source: own.then(|| String::from("What was *typed*")),
        may_delete: own,
        version: 1,
        sent: minutes_ago(minutes),
        edited: sequence == 4,
        deleted: false,
        folded: false,
        waiting: false,
        client_id: own.then(|| format!("key-{sequence}")),
        seen: sequence == 6,
        has_readers: false,
        may_add_from: false,
        may_answer: false,
    }
}

pub(super) fn messages() -> Vec<Message> {
    let deleted = Message { deleted: true, html: String::new(), source: None, ..message(5, ben(), "", 60 * 24 - 8) };
    let joined = said("Ben accepted. You can talk now.", message(2, ben(), "", 60 * 24 + 10));
    vec![
        message(1, ana(), "<p>Hello Ben, I read that you repair bikes. Could you look at mine?</p>", 60 * 24 + 40),
        joined,
        message(3, ben(), "<p>Gladly. What is wrong with it?</p>", 60 * 24 + 9),
        message(
            4,
            ana(),
            "<p>It says <code>clack clack</code> when I go uphill:</p><ul><li>third gear</li><li>only when wet</li></ul>",
            60 * 24,
        ),
        deleted,
        message(6, ana(), "<p>Would Sunday at ten suit you?</p>", 30),
        message(
            7,
            ben(),
            "<p>Sunday is good. Then we can look at the <a href=\"https://example.org\">roof</a> too.</p>",
            5,
        ),
        message(8, ben(), "<p>Shall I bring the long ladder or the short one?</p>", 3),
    ]
}

/// What happened, as a line.
pub(super) fn said(text: &str, message: Message) -> Message {
    Message { line: Some(Line { text: String::from(text), leads_to: None }), ..message }
}

/// What is said in a conversation of several.
pub(super) fn messages_of_several() -> Vec<Message> {
    let of_several =
        |message| Message { named: true, has_readers: true, may_add_from: true, may_answer: true, ..message };
    vec![
        said("Ben began this conversation.", message(1, ben(), "", 60 * 30)),
        of_several(message(2, ben(), "<p>The roof of the shed is leaking. Who has time?</p>", 60 * 30)),
        said("You joined.", message(3, ana(), "", 60 * 29)),
        of_several(message(4, ana(), "<p>I have a ladder.</p>", 60 * 28)),
        said("سلمى joined.", message(5, salma(), "", 60 * 27)),
        of_several(message(6, salma(), "<p>وعندي بعض القرميد القديم.</p>", 60 * 27)),
        said("Ben invited Chidi, with everything said so far.", message(7, ben(), "", 60)),
    ]
}

/// The one face of a conversation with one person.
pub(super) fn faces(person: &Person) -> Vec<Face> {
    vec![Face { on_site: person.handle == "ben", person: person.clone() }]
}

pub(super) fn composer(to: &Person) -> Composer {
    let reaches = String::from("Ben reads it here, and hears of it by mail when away.");
    Composer { to: Title::of(to), reaches, text: String::new(), error: None, client_id: String::from("key") }
}
