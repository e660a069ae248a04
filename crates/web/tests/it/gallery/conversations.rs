//! Conversations in each of their states.

use super::sample::{ana, ben, cards, composer, faces, inside, list, message, messages, minutes_ago, salma};
use super::{Shown, shown};
use snug_texts::Texts;
use snug_web::views::{
    BellEntry, BellPage, ChoosePersonPage, Closed, ClosedState, Composer, ConversationList, ConversationPage,
    ConversationsPage, EditMessagePage, Input, Invited, Message, Person, PreviewPage, Sentence, Show, StartPage, State,
    Talk, Title, Waiting,
};

pub(super) fn pages(texts: Texts) -> Vec<Shown> {
    let mut pages = vec![
        shown("conversations", &index(texts, list(Show::All, None), false)),
        shown(
            "conversations-none",
            &index(texts, ConversationList { rows: Vec::new(), ..list(Show::All, None) }, true),
        ),
        shown(
            "conversations-unread-none",
            &index(texts, ConversationList { rows: Vec::new(), ..list(Show::Unread, None) }, false),
        ),
        shown("conversations-mail-comes-back", &index_where_mail_comes_back(texts)),
    ];
    pages.extend(states(texts));
    pages.extend(starting(texts));
    pages
}

fn index(texts: Texts, list: ConversationList, suggest: bool) -> ConversationsPage {
    let suggestions = if suggest { cards() } else { Vec::new() };
    let frame = inside(texts, &format!("/conversations{}", list.show.query()));
    ConversationsPage { frame, list, suggestions, comes_back: None }
}

fn index_where_mail_comes_back(texts: Texts) -> ConversationsPage {
    let comes_back = Some(String::from("ana@example.org"));
    ConversationsPage { comes_back, ..index(texts, list(Show::All, None), false) }
}

fn states(texts: Texts) -> Vec<Shown> {
    let about = || Some(message(1, ana(), "<p>Hello Ben, could you look at my bike?</p>", 90));
    let asked = || Some(message(1, ben(), "<p>Hello Ana, could you lend me a ladder?</p>", 90));
    let closed = |state, message, may_start: bool| {
        let standing = Sentence::of("You wrote to Ben on 20 November 2026 and took it back.");
        State::Closed(Closed { state, standing, message, start_with: may_start.then(ben) })
    };
    let waiting = State::Waiting(Waiting {
        message: Message { waiting: true, ..message(1, ana(), "<p>Hello Ben, could you look at my bike?</p>", 90) },
        lapses: minutes_ago(-60 * 24 * 30),
        bounced: true,
    });
    let invited = State::Invited(Invited {
        message: message(1, salma(), "<p>مرحبًا آنا، هل ما زال الكتاب متاحًا؟</p>", 90),
        by: salma(),
        member_since: minutes_ago(60 * 24 * 40),
    });
    vec![
        shown("conversation", &conversation(texts, ben(), State::Talking(talk()))),
        shown("conversation-waiting", &conversation(texts, ben(), waiting)),
        shown("conversation-invited", &conversation(texts, salma(), invited)),
        shown("conversation-withdrawn", &conversation(texts, ben(), closed(ClosedState::Withdrawn, about(), false))),
        shown("conversation-lapsed", &conversation(texts, ben(), closed(ClosedState::Lapsed, about(), true))),
        shown("conversation-declined", &conversation(texts, ben(), closed(ClosedState::Declined, asked(), false))),
        shown("conversation-gone", &conversation(texts, ben(), closed(ClosedState::Gone, None, true))),
    ]
}

fn conversation(texts: Texts, person: Person, state: State) -> ConversationPage {
    ConversationPage {
        frame: inside(texts, "/conversations/c1"),
        list: list(Show::All, Some("c1")),
        id: String::from("c1"),
        title: Title::of(&person),
        faces: faces(&person),
        profile: Some(person),
        archived: false,
        state,
    }
}

fn talk() -> Talk {
    Talk {
        messages: messages(),
        older: Some(String::from("/conversations/c1?before=1")),
        newer: None,
        first_unread: Some(7),
        is_unread: true,
        end: Ok(composer(&ben())),
    }
}

fn starting(texts: Texts) -> Vec<Shown> {
    let open = list(Show::All, Some("c1"));
    let list = || list(Show::All, None);
    let refused = Some(texts.fill("error-refusal-not-reachable").with("name", ben().first_name()).to_string());
    let start = |composer, refused| StartPage {
        to: ben(),
        frame: inside(texts, "/conversations/new?to=ben"),
        list: list(),
        composer,
        refused,
    };
    let again = Composer {
        text: String::from("Hello"),
        error: Some(texts.get("error-refusal-too-many-undecided").into_owned()),
        ..composer(&ben())
    };
    let edit = EditMessagePage {
        frame: inside(texts, "/conversations/c1"),
        list: open,
        conversation: String::from("c1"),
        message: String::from("m3"),
        version: Some(1),
        changed: Some(String::from("<p>Bring bread and <em>salt</em>.</p>")),
        text: Input::of("  ").wrong(texts.get("error-problem-empty").into_owned()),
    };
    let search = String::new();
    let choose = ChoosePersonPage {
        frame: inside(texts, "/conversations/new"),
        list: list(),
        search,
        people: cards(),
        very_many: false,
    };
    let entry = |person: Person, invitation| BellEntry {
        conversation: String::from("c1"),
        title: Title::of(&person),
        faces: faces(&person),
        by: None,
        words: String::from("Shall I bring the long ladder or the short one?"),
        moment: minutes_ago(3),
        invitation,
    };
    vec![
        shown("choose-person", &choose),
        shown("start", &start(composer(&ben()), None)),
        shown("start-again", &start(again, None)),
        shown("start-refused", &start(composer(&ben()), refused.map(Sentence::of))),
        shown("edit-message", &edit),
        shown(
            "preview",
            &PreviewPage {
                frame: inside(texts, "/preview"),
                html: String::from("<p>Hello <em>Ben</em></p>"),
                error: None,
            },
        ),
        shown(
            "bell",
            &BellPage { frame: inside(texts, "/bell"), entries: vec![entry(ben(), false), entry(salma(), true)] },
        ),
        shown("bell-nothing", &BellPage { frame: inside(texts, "/bell"), entries: Vec::new() }),
    ]
}
