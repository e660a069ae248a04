//! What the app knows, as the pages show it.

use crate::views::{self, ConversationRow, FACES, Face, Head, Membership, Moment, Person, Title, Writer};
use snug_app::conversations::{Conversation, Inviter, Participant, Stand, version};
use snug_app::{LastEntry, Listed, Message, Quoted};
use snug_domain::conversations::{ConversationKind, EntryKind, Level, Line, Shelf};
use snug_domain::people;
use snug_domain::{ConversationId, PersonId};
use snug_texts::{Texts, Times};

/// A person.
pub(crate) fn person(person: &people::Person) -> Person {
    Person::new(person.name.as_str(), person.handle.as_str())
}

/// A person as they are named beside what they did.
pub(crate) fn named(person: &people::NamedPerson) -> Person {
    Person::new(person.name.as_str(), person.handle.as_str())
}

/// Who wrote the message of an invitation.
pub(crate) fn writer(times: &Times, inviter: &Inviter) -> Writer {
    Writer {
        person: person(&inviter.person).lookalike(inviter.is_lookalike),
        about: inviter.person.about.clone(),
        member_since: Moment::new(times, inviter.person.created_at),
    }
}

/// The first faces of those in a conversation.
pub(crate) fn faces(participants: &[Participant]) -> Vec<Face> {
    let face = |other: &Participant| Face {
        person: named(&other.person).lookalike(other.is_lookalike),
        on_site: other.is_present,
    };
    participants.iter().take(FACES).map(face).collect()
}

/// Who a conversation is with, at its top.
pub(crate) fn head(texts: Texts, shown: &Conversation) -> Head {
    let kind = shown.kind;
    head_of(texts, (shown.id, kind), &shown.title, &shown.participants, shown.others)
}

/// The same of one in a list.
pub(crate) fn head_of_listed(texts: Texts, listed: &Listed) -> Head {
    let id = (listed.conversation, listed.kind);
    head_of(texts, id, &listed.title, &listed.participants, listed.others)
}

fn head_of(
    texts: Texts,
    (id, kind): (ConversationId, ConversationKind),
    title: &snug_app::conversations::Title,
    participants: &[Participant],
    others: usize,
) -> Head {
    let is_direct = kind == ConversationKind::Direct;
    let other = participants.first().filter(|_| is_direct);
    Head {
        id: id.to_string(),
        title: Title::new(texts, title),
        faces: faces(participants),
        profile: other.map(|other| named(&other.person)),
        people: (!is_direct).then_some(others + 1),
    }
}

/// A conversation in the list of the reader.
pub(crate) fn row(times: &Times, reader: PersonId, listed: &Listed) -> ConversationRow {
    let texts = times.texts();
    let (words, by) = last_words(texts, reader, listed);
    ConversationRow {
        id: listed.conversation.to_string(),
        title: Title::new(texts, &listed.title),
        faces: faces(&listed.participants),
        words,
        by,
        moment: Moment::new(times, listed.active_at),
        order: listed.active_at.0,
        unread: u32::try_from(listed.unread_count).unwrap_or(0),
        membership: membership(listed.stand),
        archived: listed.shelf == Shelf::Archive,
        past: listed.shelf == Shelf::Past,
        muted: listed.level == Level::Muted,
        starred: listed.starred,
    }
}

/// The last words of a conversation, or what stands for them; and whose they are, where that is not plain.
pub(crate) fn last_words(texts: Texts, reader: PersonId, listed: &Listed) -> (String, Option<String>) {
    let Some(last) = &listed.last else { return (String::new(), None) };
    let LastEntry { kind, author, excerpt, is_deleted, .. } = last;
    let own = author.id == reader;
    let line = Line {
        kind: *kind,
        author: author.clone(),
        subject: last.subject.clone(),
        also: last.also.clone(),
        detail: last.detail.clone().unwrap_or_default(),
        is_direct: listed.kind == ConversationKind::Direct,
    };
    if let Some(line) = texts.line(&line, reader, isolated) {
        return (line, None);
    }
    let by = match listed.kind {
        _ if own => Some(texts.get("page-row-you").into_owned()),
        ConversationKind::Direct => None,
        ConversationKind::Group | ConversationKind::Inbox | ConversationKind::Announcement => {
            Some(texts.fill("page-row-by").with("name", named(author).first_name()).to_string())
        }
    };
    if listed.kind != ConversationKind::Direct && last.from_blocked && !is_deleted {
        return (texts.get("page-folded").into_owned(), None);
    }
    let words = if *is_deleted { texts.get("page-message-deleted").into_owned() } else { excerpt.clone() };
    (words, by)
}

/// A name or title within a line: isolated, so that one written the other way round does not reorder the words beside
/// it (UAX 9, first strong isolate).
fn isolated(name: &str) -> String {
    format!("\u{2068}{name}\u{2069}")
}

fn membership(stand: Stand) -> Membership {
    match stand {
        Stand::Talking | Stand::Alone => Membership::Talking,
        Stand::Waiting { .. } => Membership::Waiting,
        Stand::Invited { .. } => Membership::Invited,
        Stand::Declined => Membership::Declined,
        Stand::Lapsed => Membership::Lapsed,
        Stand::Withdrawn | Stand::Left | Stand::Removed | Stand::Closed | Stand::Gone => Membership::Closed,
    }
}

/// Who reads a conversation, and what it is to them.
#[derive(Clone)]
pub(crate) struct Reading {
    times: Times,
    reader: PersonId,
    kind: ConversationKind,
    stand: Stand,
    /// Whether more than one other can read what is written.
    of_several: bool,
    /// The number of the first entry that the reader may show to people they add; nothing where they may add nobody.
    adds_from: Option<i64>,
    read_by_others: i64,
}

impl Reading {
    /// One that is shown.
    pub(crate) fn of(times: &Times, reader: PersonId, shown: &Conversation) -> Self {
        let Conversation { kind, stand, read_by_others, .. } = *shown;
        let adds_from = shown.sees.map(|sees| sees.from);
        let (times, of_several) = (times.clone(), kind != ConversationKind::Direct);
        Self { times, reader, kind, stand, of_several, adds_from, read_by_others }
    }

    /// One in a list.
    pub(crate) fn of_listed(times: &Times, reader: PersonId, listed: &Listed) -> Self {
        let Listed { kind, stand, read_by_others, .. } = *listed;
        // What happens is told as it happens: it is seen by everybody in it.
        let adds_from = listed.may_add.then_some(0);
        let (times, of_several) = (times.clone(), kind != ConversationKind::Direct);
        Self { times, reader, kind, stand, of_several, adds_from, read_by_others }
    }

    /// Who reads.
    pub(crate) fn reader(&self) -> PersonId {
        self.reader
    }

    /// The first words of a message that is quoted, or what stands for them.
    pub(crate) fn quoted_words(&self, is_deleted: bool, from_blocked: bool, excerpt: &str) -> String {
        let texts = self.times.texts();
        match is_deleted {
            true => texts.get("page-message-deleted").into_owned(),
            false if from_blocked && self.of_several => texts.get("page-folded").into_owned(),
            false => excerpt.to_owned(),
        }
    }

    /// A message that another answers, as they read it.
    pub(crate) fn quote(&self, conversation: ConversationId, quoted: &Quoted) -> views::Quote {
        let own = quoted.author.id == self.reader;
        let author = if own { self.times.texts().get("page-you").into_owned() } else { named(&quoted.author).name };
        views::Quote {
            id: quoted.id.to_string(),
            author,
            words: self.quoted_words(quoted.is_deleted, quoted.from_blocked, &quoted.excerpt),
            href: format!("/conversations/{conversation}?after_message={}#message-{}", quoted.sequence - 1, quoted.id),
        }
    }

    /// An entry, as they read it, with the message it answers.
    pub(crate) fn message(&self, message: &Message, quoted: Option<&Quoted>) -> views::Message {
        let own = message.author.id == self.reader;
        let author = named(&message.author);
        let deleted = message.deleted_at.is_some();
        let line = Line {
            kind: message.kind,
            author: message.author.clone(),
            subject: message.subject.clone(),
            also: message.also.clone(),
            detail: message.source.clone(),
            is_direct: self.kind == ConversationKind::Direct,
        };
        let leads_to = line.detail.clone();
        let leads_to = Some(leads_to).filter(|_| line.kind == EntryKind::Continued);
        let text = self.times.texts().line(&line, self.reader, isolated);
        let line = text.map(|text| views::Line { text, leads_to });
        let waiting = matches!(self.stand, Stand::Waiting { .. });
        let is_own_text = own && !deleted && line.is_none();
        let may_edit = is_own_text && (waiting || matches!(self.stand, Stand::Talking | Stand::Alone));
        // Also by who has left: the words are theirs.
        let may_delete = is_own_text
            && matches!(self.stand, Stand::Talking | Stand::Closed | Stand::Alone | Stand::Left | Stand::Removed);
        let is_message = line.is_none();
        let is_said = is_message && !deleted && self.stand == Stand::Talking;
        views::Message {
            id: message.id.to_string(),
            whose: self.reader.to_string(),
            conversation: message.conversation.to_string(),
            sequence: message.sequence,
            line,
            author,
            own,
            quote: quoted.filter(|_| !deleted).map(|quoted| self.quote(message.conversation, quoted)),
            named: self.of_several,
            follows: false,
            html: message.html.clone(),
            source: may_edit.then(|| message.source.clone()),
            may_delete,
            version: version(message),
            sent: Moment::new(&self.times, message.created_at),
            edited: message.edited_at.is_some() && !deleted,
            deleted,
            folded: message.from_blocked && self.of_several && !deleted && is_message,
            waiting,
            client_id: message.client_id.clone().filter(|_| own),
            seen: own && !deleted && message.sequence == self.read_by_others,
            has_readers: is_said && self.of_several,
            may_add_from: is_said && self.adds_from.is_some_and(|from| message.sequence >= from),
            may_answer: is_said,
        }
    }
}
