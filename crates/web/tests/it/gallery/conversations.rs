//! Conversations in each of their states.

use super::sample::{
    ana, ben, cards, composer, faces, inside, list, message, messages, messages_of_several, minutes_ago, salma,
};
use super::{Shown, shown};
use snug_texts::Texts;
use snug_web::views::{
    AddPeoplePage, BellEntry, BellPage, ChoosePersonPage, Closed, ClosedState, Composer, ConversationList,
    ConversationPage, ConversationsPage, EditMessagePage, Ended, FoundPeople, FoundPerson, Head, Input, Invited,
    Message, ParticipantEntry, ParticipantsPage, Person, PreviewPage, ReadersPage, Recipient, Recipients, Reminder,
    Says, Seen, Sentence, Show, StartPage, State, Talk, Title, Waiting, Writer,
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
    let waiting = if suggest { Vec::new() } else { list.rows.iter().filter(|row| row.unread > 0).cloned().collect() };
    ConversationsPage { frame, list, suggestions, waiting, comes_back: None }
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
        let by = (state == ClosedState::Declined).then(|| writer(ben()));
        State::Closed(Closed {
            state,
            standing,
            by,
            message,
            earlier: None,
            has_blocked: false,
            blocked: None,
            start_with: may_start.then(ben),
        })
    };
    let waiting = State::Waiting(Waiting {
        message: Message {
            waiting: true,
            may_delete: false,
            ..message(1, ana(), "<p>Hello Ben, could you look at my bike?</p>", 90)
        },
        of_several: false,
        lapses: minutes_ago(-60 * 24 * 30),
        bounced: true,
        reminder: Reminder::From(minutes_ago(-60 * 24 * 3)),
    });
    let invited = State::Invited(Invited {
        message: message(1, salma(), "<p>مرحبًا آنا، هل ما زال الكتاب متاحًا؟</p>", 90),
        by: writer(salma()),
        others: None,
        has_blocked: false,
        earlier: None,
    });
    let invited_to_several = State::Invited(Invited {
        message: message(2, salma(), "<p>من يأتي يوم الجمعة؟</p>", 90),
        by: writer(salma()),
        others: Some(vec![ben(), Person::new("Chidi Eze", "chidi")]),
        has_blocked: true,
        earlier: Some(String::from("/conversations/c1?before=2")),
    });
    let talking = |end| State::Talking(Talk { messages: messages_of_several(), older: None, end, ..talk() });
    let ended = |key, asked_back| {
        let text = texts.get(key).into_owned();
        talking(Err(Ended { text, asked_back, is_closed: false, blocked: None }))
    };
    let closed_by_block = |blocked: Option<Person>| {
        let text = match &blocked {
            Some(other) => texts.fill("page-closed-by-you").with("name", other.within()).to_string(),
            None => texts.get("page-closed").into_owned(),
        };
        State::Talking(Talk { end: Err(Ended { text, asked_back: false, is_closed: true, blocked }), ..talk() })
    };
    let folded = Message { folded: true, ..message(9, salma(), "<p>You will not like this.</p>", 3) };
    let with_folded = State::Talking(Talk {
        messages: messages_of_several().into_iter().chain([Message { named: true, ..folded }]).collect(),
        ..talk()
    });
    let (alone, asked_back) = (ended("page-you-are-alone", false), ended("page-you-are-asked-back", true));
    vec![
        shown("conversation", &conversation(texts, ben(), State::Talking(talk()))),
        shown("conversation-waiting", &conversation(texts, ben(), waiting)),
        shown("conversation-invited", &conversation(texts, salma(), invited)),
        shown("conversation-withdrawn", &conversation(texts, ben(), closed(ClosedState::Withdrawn, about(), false))),
        shown("conversation-lapsed", &conversation(texts, ben(), closed(ClosedState::Lapsed, about(), true))),
        shown("conversation-declined", &conversation(texts, ben(), closed(ClosedState::Declined, asked(), false))),
        shown("conversation-of-several", &of_several(texts, talking(Ok(composer(&ben()))))),
        shown("conversation-alone", &of_several(texts, alone)),
        shown("conversation-closed", &conversation(texts, ben(), closed_by_block(None))),
        shown("conversation-closed-by-you", &conversation(texts, ben(), closed_by_block(Some(ben())))),
        shown("conversation-folded", &of_several(texts, with_folded)),
        shown("conversation-asked-back", &of_several(texts, asked_back)),
        shown("conversation-invited-to-several", &of_several(texts, invited_to_several)),
        shown("participants", &participants(texts)),
        shown("readers", &readers(texts)),
        shown("conversation-gone", &conversation(texts, ben(), closed(ClosedState::Gone, None, true))),
    ]
}

fn conversation(texts: Texts, person: Person, state: State) -> ConversationPage {
    ConversationPage {
        frame: inside(texts, "/conversations/c1"),
        list: list(Show::All, Some("c1")),
        id: String::from("c1"),
        head: Head {
            id: String::from("c1"),
            title: Title::of(&person),
            faces: faces(&person),
            profile: Some(person),
            people: None,
        },
        archived: false,
        muted: Some(false),
        starred: Some(true),
        may_add: true,
        may_leave: false,
        may_block: true,
        begun_from: None,
        state,
    }
}

fn of_several(texts: Texts, state: State) -> ConversationPage {
    let people = [ben(), salma(), Person::new("Chidi Eze", "chidi")];
    let names = people.iter().map(Person::first_name).collect::<Vec<_>>();
    let head = Head {
        id: String::from("c1"),
        title: Title::of(&Person::new(texts.names(&names, 0), "nobody")),
        faces: people.iter().flat_map(faces).collect(),
        profile: None,
        people: Some(4),
    };
    let begun_from = Some(String::from("c2"));
    ConversationPage { head, may_leave: true, begun_from, ..conversation(texts, ben(), state) }
}

fn participants(texts: Texts) -> ParticipantsPage {
    let entry = |person: Person, invited, host| ParticipantEntry {
        on_site: person.handle == "ben",
        person,
        invited,
        host,
        asked_by: Some(texts.fill("page-asked-by").with("name", "Ben").to_string()),
        may_remove: true,
        may_change_role: !invited,
    };
    ParticipantsPage {
        frame: inside(texts, "/conversations/c1/people"),
        list: list(Show::All, Some("c1")),
        id: String::from("c1"),
        title: Title::of(&ben()),
        naming: Some(Input::of("The shed")),
        everyone_adds: Some(true),
        may_add: true,
        may_leave: true,
        own: Some((ana(), true)),
        others: vec![
            entry(ben(), false, true),
            entry(salma(), false, false),
            entry(Person::new("Chidi Eze", "chidi").lookalike(true), true, false),
        ],
    }
}

fn readers(texts: Texts) -> ReadersPage {
    ReadersPage {
        frame: inside(texts, "/conversations/c1/messages/m4/readers"),
        list: list(Show::All, Some("c1")),
        id: String::from("c1"),
        message: String::from("m4"),
        read: vec![ben(), salma()],
        unread: vec![Person::new("Chidi Eze", "chidi")],
    }
}

fn recipients(texts: Texts, people: Vec<(Person, Option<Sentence>)>) -> Recipients {
    let recipient = |(person, refused)| Recipient { person, refused, without: String::from("/conversations/new") };
    Recipients {
        chosen: people.into_iter().map(recipient).collect(),
        search: String::from("na"),
        found: FoundPeople {
            people: vec![FoundPerson {
                person: Person::new("福田 直樹", "naoki"),
                with: String::from("/conversations/new"),
            }],
            ..FoundPeople::default()
        },
        kept: Vec::new(),
        refused: None,
        lead: texts.get("page-start-lead-several").into_owned(),
        says: Some(Says {
            heading: texts.get("page-new-conversation").into_owned(),
            reaches: texts.get("page-start-reaches-all").into_owned(),
            draft: String::from("to-naoki"),
        }),
    }
}

fn writer(person: Person) -> Writer {
    let about = String::from("Keeps the seed library, and since the flood also the boats.");
    Writer { person, about, member_since: minutes_ago(60 * 24 * 40) }
}

fn talk() -> Talk {
    Talk {
        messages: messages(),
        older: Some(String::from("/conversations/c1?before=1")),
        newer: None,
        first_unread: Some(7),
        is_unread: true,
        answers: None,
        is_young: false,
        end: Ok(composer(&ben())),
    }
}

fn starting(texts: Texts) -> Vec<Shown> {
    let open = || list(Show::All, Some("c1"));
    let list = || list(Show::All, None);
    let refused =
        || Sentence::of(texts.fill("error-refusal-not-reachable").with("name", ben().first_name()).to_string());
    let start = |people, composer: Result<Composer, Sentence>| StartPage {
        frame: inside(texts, "/conversations/new?to=ben"),
        list: list(),
        recipients: recipients(texts, people),
        from: None,
        title: Input::of(""),
        composer,
    };
    let several = vec![(ben(), None), (salma(), Some(refused()))];
    let add = AddPeoplePage {
        frame: inside(texts, "/conversations/c1/people/add"),
        list: open(),
        id: String::from("c1"),
        title: Title::of(&ben()),
        recipients: recipients(texts, vec![(salma(), None)]),
        from_message: Some((String::from("m4"), String::from("I have a ladder."))),
        history: Seen::From,
        after_a_gap: true,
        composer: Ok(composer(&ben())),
    };
    let again = Composer {
        text: String::from("Hello"),
        error: Some(texts.get("error-refusal-too-many-undecided").into_owned()),
        ..composer(&ben())
    };
    let edit = EditMessagePage {
        frame: inside(texts, "/conversations/c1"),
        list: open(),
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
        unread: 2,
    };
    vec![
        shown("choose-person", &choose),
        shown("start", &start(vec![(ben(), None)], Ok(composer(&ben())))),
        shown("start-again", &start(vec![(ben(), None)], Ok(again))),
        shown("start-several", &start(several, Ok(composer(&ben())))),
        shown("start-refused", &start(vec![(ben(), None)], Err(refused()))),
        shown("add-people", &add),
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
