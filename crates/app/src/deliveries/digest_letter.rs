use super::compose::{Content, Prepared};
use super::{Delivery, comes_back};
use crate::conversations::list_titles;
use crate::people::list_lookalikes;
use crate::{App, Error, markdown};
use snug_domain::communities::{Community, Conversations};
use snug_domain::conversations::{ConversationKind, Line, Title};
use snug_domain::people::{Handle, NamedPerson, Person};
use snug_domain::{PersonId, Timestamp};
use snug_mail::letters::{Digest, DigestConversation, DigestMessage, DigestQuote};
use snug_store::digests::{self, Counted, ToldLine, ToldMessage};
use snug_store::quotes::{self, Quoted};
use snug_store::{Tx, people};
use snug_texts::{Texts, Times};
use std::iter;

/// Messages shown of each conversation, and about how many characters of each message.
const MESSAGES_SHOWN: i64 = 3;
const CHARACTERS_SHOWN: usize = 1_000;
/// Lines shown of each conversation.
const LINES_SHOWN: i64 = 10;
/// Conversations whose messages are shown; of those after them the mail has name, number and link.
const SHOWN_WITH_MESSAGES: usize = 30;

/// What a digest says: what is still unread of what it was written for.
pub(super) fn prepare(
    app: &App,
    tx: &mut Tx<'_>,
    community: &Community,
    delivery: &Delivery,
    now: Timestamp,
) -> Result<Prepared, Error> {
    let person = match delivery.person {
        Some(person) => people::find(tx, community.id, person)?.filter(Person::may_be_mailed),
        None => None,
    };
    let Some(person) = person else { return Ok(Prepared::NotNeeded("the person is gone")) };
    if community.conversations == Conversations::Off {
        return Ok(Prepared::NotNeeded("conversations are off"));
    }
    if !person.preferences.wants_mail {
        return Ok(Prepared::NotNeeded("mail is switched off"));
    }
    if comes_back(tx, delivery)? {
        return Ok(Prepared::NotNeeded("mail to this address came back"));
    }
    let times = Times::new(Texts::of(person.preferences.language), person.preferences.zone(), now);
    let found = digests::list_conversations(tx, community.id, delivery.id, person.id)?;
    let titles = list_titles(tx, community.id, person.id, &found, now)?;
    let mut conversations = Vec::new();
    for (told, title) in found.into_iter().zip(titles) {
        let counted = digests::count_entries(tx, community.id, &told, person.id)?;
        if counted.messages == 0 && counted.lines == 0 {
            continue;
        }
        let lines = match counted.lines {
            0 => Vec::new(),
            _ => digests::list_lines(tx, community.id, &told, person.id, LINES_SHOWN)?,
        };
        let line = |ToldLine { kind, author, subject, also, detail }| {
            let is_direct = told.kind == ConversationKind::Direct;
            Line { kind, author, subject, also, detail, is_direct }
        };
        let lines = lines.into_iter().map(line).collect();
        let messages = if conversations.len() < SHOWN_WITH_MESSAGES {
            digests::list_messages(tx, community.id, &told, person.id, MESSAGES_SHOWN)?
        } else {
            Vec::new()
        };
        let answered: Vec<_> = messages.iter().filter_map(|message| message.in_reply_to).collect();
        let quoted = quotes::list(tx, community.id, (person.id, told.conversation), &answered)?;
        let url = app.settings.url(community, &format!("/conversations/{}", told.conversation));
        let urls = (url, app.mute_url(community, person.id, told.conversation));
        conversations
            .push((Unread { reader: person.id, kind: told.kind, title, counted, lines, messages, quoted }, urls));
    }
    if conversations.is_empty() {
        return Ok(Prepared::NotNeeded("read or deleted meanwhile"));
    }
    let named = conversations.iter().flat_map(|(unread, _)| unread.named());
    let lookalikes = list_lookalikes(tx, community.id, named.map(|person| &person.handle))?;
    let stop_url = app.stop_url(community, person.id);
    let (community_name, preferences_url) = (community.name.clone(), app.settings.url(community, "/preferences"));
    Ok(Prepared::Letter(Box::new(move || {
        let conversations = conversations.into_iter().map(|(unread, urls)| conversation(unread, &lookalikes, urls));
        let digest = Digest {
            to: person.id,
            to_name: person.name.clone(),
            community_name,
            conversations: conversations.collect(),
            preferences_url,
            stop_url: stop_url.clone(),
        };
        Content {
            written: digest.write(&times),
            language: person.preferences.language,
            to_name: person.name,
            from_name: digest.only_writer(),
            stop_url: Some(stop_url),
            auto_generated: true,
            message: None,
        }
    })))
}

/// What somebody has not read of a conversation.
struct Unread {
    reader: PersonId,
    kind: ConversationKind,
    title: Title,
    counted: Counted,
    lines: Vec<Line>,
    messages: Vec<ToldMessage>,
    /// The messages that some of them answer.
    quoted: Vec<Quoted>,
}

impl Unread {
    /// Those the mail names, some of them more than once.
    fn named(&self) -> impl Iterator<Item = &NamedPerson> {
        let in_title = match &self.title {
            Title::Named(_) => [].as_slice(),
            Title::People { first, .. } => first,
        };
        let authors = self.messages.iter().map(|message| &message.author);
        let in_lines =
            self.lines.iter().flat_map(|line| iter::once(&line.author).chain(&line.subject).chain(&line.also));
        in_title.iter().chain(authors).chain(in_lines)
    }

    /// Those of them whose name looks like that of somebody else, each once.
    fn lookalikes(&self, lookalikes: &[Handle]) -> Vec<NamedPerson> {
        let mut found: Vec<NamedPerson> = Vec::new();
        for person in self.named().filter(|person| lookalikes.contains(&person.handle)) {
            if !found.contains(person) {
                found.push(person.clone());
            }
        }
        found
    }
}

fn conversation(unread: Unread, lookalikes: &[Handle], (url, mute_url): (String, String)) -> DigestConversation {
    let lookalikes = unread.lookalikes(lookalikes);
    let Unread { reader, kind, title, counted, lines, messages, quoted } = unread;
    let is_direct = kind == ConversationKind::Direct;
    let shown = messages.iter().rev().map(|message| {
        let markdown::Beginning { html, text, is_cut } = markdown::beginning(&message.source, CHARACTERS_SHOWN);
        let quote = quoted.iter().find(|quoted| Some(quoted.sequence) == message.in_reply_to);
        let quote = quote.filter(|quoted| !quoted.is_deleted && !quoted.from_blocked);
        let quote = quote.map(|quoted| DigestQuote {
            author: (quoted.author.id != reader).then(|| quoted.author.name.clone()),
            words: quoted.excerpt.clone(),
        });
        DigestMessage { author: message.author.name.clone(), quote, html, text, is_cut, at: message.created_at }
    });
    let shown: Vec<_> = shown.collect();
    let unread = u32::try_from(counted.messages).unwrap_or(u32::MAX);
    let more = match u32::try_from(shown.len()).unwrap_or(u32::MAX) {
        0 => 0,
        shown => unread.saturating_sub(shown),
    };
    let writers = match (&title, messages.is_empty()) {
        // Where no message is shown, its people stand for whoever of them wrote.
        (Title::People { first, .. }, true) if unread > 0 => first.clone(),
        _ => messages.into_iter().map(|message| message.author).collect(),
    };
    DigestConversation {
        title,
        names_authors: !is_direct,
        writers,
        lookalikes,
        lines,
        unread,
        messages: shown,
        more,
        url,
        mute_url,
    }
}
