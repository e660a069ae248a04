//! What happened in a conversation, in the words of whoever reads it.

use crate::Texts;
use snug_domain::PersonId;
use snug_domain::conversations::{Added, EntryKind, History, Line};
use snug_domain::people::NamedPerson;

impl Texts {
    /// What a line says to a reader; nothing where it is a message. Each name is written as `written` writes it.
    #[must_use]
    pub fn line(self, line: &Line, reader: PersonId, written: impl Fn(&str) -> String) -> Option<String> {
        let Line { kind, author, subject, also, detail, is_direct } = line;
        let people = || subject.iter().chain(also);
        let by = Voice::of(author, people(), reader);
        let named: Vec<_> = people().filter(|person| person.id != reader).map(|person| written(&person.name)).collect();
        let subject_name = if named.is_empty() { String::new() } else { self.people(&named) };
        let (key, detail) = match kind {
            EntryKind::Message => return None,
            EntryKind::Joined if *is_direct => (by.pick("line-you-accepted", "line-accepted", "line-accepted"), None),
            EntryKind::Started => (by.pick("line-you-started", "line-started", "line-started"), None),
            EntryKind::Joined => (by.pick("line-you-joined", "line-joined", "line-joined-you-asked"), None),
            EntryKind::Left => (by.pick("line-you-left", "line-left", "line-left"), None),
            EntryKind::Returned => (by.pick("line-you-returned", "line-returned", "line-returned"), None),
            EntryKind::Invited => {
                let history = match Added::read(detail).map(|added| added.history) {
                    Some(History::All) => "all",
                    Some(History::From(_)) => "from",
                    Some(History::Now) | None => "now",
                };
                let about_reader = if named.is_empty() { "line-invited-you" } else { "line-invited-you-and" };
                (by.pick("line-you-invited", "line-invited", about_reader), Some(("history", history.to_owned())))
            }
            EntryKind::Uninvited => (by.pick("line-you-uninvited", "line-uninvited", "line-uninvited-you"), None),
            EntryKind::Removed => (by.pick("line-you-removed", "line-removed", "line-removed-you"), None),
            EntryKind::Renamed if detail.is_empty() => {
                (by.pick("line-you-untitled", "line-untitled", "line-untitled"), None)
            }
            EntryKind::Renamed => {
                (by.pick("line-you-renamed", "line-renamed", "line-renamed"), Some(("title", written(detail))))
            }
            EntryKind::MadeHost => (by.pick("line-you-made-host", "line-made-host", "line-made-host-you"), None),
            EntryKind::UnmadeHost if subject.as_ref() == Some(author) => {
                (by.pick("line-you-host-no-more", "line-host-no-more", "line-host-no-more"), None)
            }
            EntryKind::UnmadeHost => {
                (by.pick("line-you-unmade-host", "line-unmade-host", "line-unmade-host-you"), None)
            }
            EntryKind::BecameHost => (by.pick("line-became-host", "line-became-host", "line-became-host-you"), None),
            EntryKind::GaveHostBack => {
                (by.pick("line-you-are-back-as-host", "line-gave-host-back", "line-gave-host-back-you"), None)
            }
            EntryKind::EveryoneAdds => {
                (by.pick("line-you-let-everyone-add", "line-everyone-adds", "line-everyone-adds"), None)
            }
            EntryKind::HostsAdd => (by.pick("line-you-let-hosts-add", "line-hosts-add", "line-hosts-add"), None),
            EntryKind::Continued => (by.pick("line-you-continued", "line-continued", "line-continued"), None),
        };
        let filled = self.fill(key).with("name", written(&author.name)).with("subject", subject_name);
        Some(match detail {
            None => filled.to_string(),
            Some((name, value)) => filled.with(name, value).to_string(),
        })
    }
}

/// From where the reader hears of something.
#[derive(Clone, Copy)]
enum Voice {
    /// They did it.
    Own,
    /// Somebody else did it to them.
    AboutReader,
    /// It is about others.
    Others,
}

impl Voice {
    fn of<'a>(author: &NamedPerson, mut people: impl Iterator<Item = &'a NamedPerson>, reader: PersonId) -> Self {
        if author.id == reader {
            Self::Own
        } else if people.any(|person| person.id == reader) {
            Self::AboutReader
        } else {
            Self::Others
        }
    }

    const fn pick(self, own: &'static str, others: &'static str, about_reader: &'static str) -> &'static str {
        match self {
            Self::Own => own,
            Self::Others => others,
            Self::AboutReader => about_reader,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{EntryKind, Line};
    use crate::Texts;
    use snug_domain::PersonId;
    use snug_domain::people::{Handle, Language, NamedPerson, PersonKind};
    use uuid::Uuid;

    fn person(number: u128, name: &str) -> NamedPerson {
        let handle = Handle::parse(&format!("member{number}")).expect("a short name");
        NamedPerson { id: PersonId(Uuid::from_u128(number)), kind: PersonKind::Member, name: name.to_owned(), handle }
    }

    #[test]
    fn every_line_is_said_to_everybody_it_can_reach_in_every_language() {
        let (ana, ben, cleo) = (person(1, "Ana"), person(2, "Ben"), person(3, "Cleo"));
        for language in Language::ALL {
            let texts = Texts::of(language);
            let mut said = Vec::new();
            for kind in EntryKind::ALL {
                for (reader, detail) in [&ana, &ben, &cleo].into_iter().flat_map(|who| [(who, "all"), (who, "7")]) {
                    let (author, subject) = (ana.clone(), Some(ben.clone()));
                    let (also, detail) = (Vec::new(), detail.to_owned());
                    let line = Line { kind, author, subject, also, detail, is_direct: false };
                    match texts.line(&line, reader.id, |name| format!("<{name}>")) {
                        None => assert_eq!(kind, EntryKind::Message),
                        Some(text) => said.push((kind, text)),
                    }
                }
            }
            for (kind, text) in said {
                assert!(text.len() > 8 && !text.contains("line-") && !text.contains('{'), "{kind:?}: {text}");
            }
        }
    }

    #[test]
    fn each_reader_hears_it_in_words_of_their_own() {
        let (ana, ben, cleo) = (person(1, "Ana"), person(2, "Ben"), person(3, "Cleo"));
        let line = Line {
            kind: EntryKind::Removed,
            author: ana.clone(),
            subject: Some(ben.clone()),
            also: Vec::new(),
            detail: String::new(),
            is_direct: false,
        };
        let said =
            |reader: &NamedPerson| Texts::of(Language::English).line(&line, reader.id, str::to_owned).expect("a line");
        assert_eq!([&ana, &ben, &cleo].map(said), ["You removed Ben.", "Ana removed you.", "Ana removed Ben."]);
    }
    /// The line of so many who were added at once, as this one of them reads it, or somebody else (0).
    fn added(language: Language, count: u128, reader: u128) -> String {
        let names = ["Ben", "Carla", "Deniz", "Emma", "Farid"];
        let named = |number: u128| {
            let name = usize::try_from(number).ok().and_then(|place| names.get(place)).copied();
            person(number + 2, name.unwrap_or("Somebody"))
        };
        let mut people = (0..count).map(named);
        let line = Line {
            kind: EntryKind::Invited,
            author: person(1, "Ana"),
            subject: people.next(),
            also: people.collect(),
            detail: String::from("all"),
            is_direct: false,
        };
        let reader = PersonId(Uuid::from_u128(if reader == 0 { 1_000 } else { reader + 1 }));
        Texts::of(language).line(&line, reader, str::to_owned).expect("a line")
    }

    #[test]
    fn one_line_tells_of_all_who_were_added_at_once_however_many() {
        let said = [1, 2, 3, 5, 50].map(|count| added(Language::English, count, 0));
        assert_eq!(
            said,
            [
                "Ana invited Ben, with everything said so far.",
                "Ana invited Ben and Carla, with everything said so far.",
                "Ana invited Ben, Carla and Deniz, with everything said so far.",
                "Ana invited Ben, Carla and 3 others, with everything said so far.",
                "Ana invited Ben, Carla and 48 others, with everything said so far.",
            ]
        );
        let said = [1, 2, 3, 4, 5, 13, 50, 102].map(|count| added(Language::Arabic, count, 0));
        let expected = [
            "Ben",
            "Ben وCarla",
            "Ben وCarla وDeniz",
            "Ben وCarla وشخصين آخرين",
            "Ben وCarla و3 أشخاص آخرين",
            "Ben وCarla و11 شخصًا آخر",
            "Ben وCarla و48 شخصًا آخر",
            "Ben وCarla و100 شخص آخر",
        ];
        assert_eq!(said, expected.map(|people| format!("دعوة من Ana إلى {people} مع كل ما قيل حتى الآن.")));
    }

    #[test]
    fn each_of_those_who_were_added_at_once_hears_that_they_were_and_with_whom() {
        let said = [(1, 1), (2, 2), (3, 1), (5, 4)].map(|(count, reader)| added(Language::English, count, reader));
        assert_eq!(
            said,
            [
                "Ana invited you, with everything said so far.",
                "Ana invited you along with Ben, with everything said so far.",
                "Ana invited you along with Carla and Deniz, with everything said so far.",
                "Ana invited you along with Ben, Carla and 2 others, with everything said so far.",
            ]
        );
        let said = added(Language::Arabic, 3, 2);
        assert_eq!(said, "دعوة إليك وإلى Ben وDeniz من Ana مع كل ما قيل حتى الآن.");
    }
}
