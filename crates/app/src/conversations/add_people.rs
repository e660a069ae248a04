use super::ask::{ask, check, each_once};
use super::reply::{
    NewLine, Posted, append_line, bytes_of, find_earlier, fingerprint, next_entry, next_sequence, say_in, written,
};
use super::{Draft, Held};
use crate::{Actor, App, Error, limits};
use snug_domain::allowance::CHANGES;
use snug_domain::conversations::{Added, Asked, ChangeKind, EntryKind, History, MESSAGES_BY_PERSON};
use snug_domain::people::Handle;
use snug_domain::{ConversationId, Field, Invalid, MessageId, Problem};
use snug_store::changes::To;
use snug_store::{Tx, messages, participants};

/// Whom to ask to a conversation, with what, and what they see of what was said before.
#[derive(Debug, Clone)]
pub struct AddPeople {
    /// Whom.
    pub to: Vec<Handle>,
    /// What they see once they accept.
    pub history: Shown,
    /// The message that everybody gets, and that they are asked with: all they see until they accept.
    pub draft: Draft,
}

/// What somebody who is added sees of what was said before: never more than who adds them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shown {
    /// Everything.
    All,
    /// From this message on.
    From(MessageId),
    /// Nothing.
    Nothing,
}

impl Shown {
    fn word(self) -> String {
        match self {
            Self::All => String::from("all"),
            Self::From(message) => message.to_string(),
            Self::Nothing => String::from("now"),
        }
    }
}

impl App {
    /// Asks people to a conversation of several that the actor takes part in, with a message to everybody.
    pub async fn add_people(
        &self,
        actor: &Actor,
        conversation: ConversationId,
        add: AddPeople,
    ) -> Result<Posted, Error> {
        self.count(actor, CHANGES)?;
        let AddPeople { to, history, draft } = add;
        let to = each_once(to);
        let handles: Vec<&str> = to.iter().map(Handle::as_str).collect();
        let fingerprint =
            fingerprint(&[&conversation.to_string(), &handles.join(","), &history.word(), draft.text.as_str()]);
        let (asked, limits) = (to.clone(), self.settings.limits);
        let rendered = self.render_draft(actor, &draft, &fingerprint, move |tx, actor| {
            let held = Held::find(tx, actor, conversation)?;
            check(tx, actor, &asked, Some(&held)).map(drop)
        });
        let rendered = match rendered.await? {
            Ok(rendered) => rendered,
            Err(earlier) => return Ok(earlier),
        };
        let actor = actor.clone();
        self.write(move |tx, news| {
            let mut held = Held::hold(tx, &actor, conversation)?;
            // The same may have been under way beside this one until here.
            if let Some(earlier) = find_earlier(tx, &actor, &draft.client_id, &fingerprint)? {
                return Ok(earlier);
            }
            let (community, author) = (actor.community_id(), actor.person.to_string());
            // What is counted before whom it is told to, as in every transaction that sends.
            limits::admit(tx, limits, community, MESSAGES_BY_PERSON, &author, actor.now)?;
            limits::admit_bytes(tx, limits, community, bytes_of(&draft, &rendered), &author, actor.now)?;
            tx.lock_named(community, actor.person, &to, Some(conversation))?;
            let people = check(tx, &actor, &to, Some(&held))?;
            let told = find_history(tx, &actor, &held, history)?;

            let with = next_sequence(tx, &actor, &mut held)?;
            let entry = next_entry(&held, EntryKind::Message, with, draft.origin, actor.now);
            let message = written(entry, &draft, &rendered);
            say_in(tx, news, &actor, &held, &message, (&rendered, &fingerprint))?;

            let from = match told {
                History::All => 1,
                History::From(sequence) => sequence,
                History::Now => with,
            };
            let asked = Asked { by: actor.person, at: actor.now, with, from };
            for (person, place) in people.iter().zip(1..) {
                ask(tx, &actor, conversation, (person, held.other(person.id)), asked, place)?;
            }
            let others = Some((To::AskedWith { sequence: with }, ChangeKind::Invited));
            held.record(tx, news, &actor, ChangeKind::Listed, others, Some(message.id))?;
            // One line for all of them.
            if let [first, rest @ ..] = &people[..] {
                let added = Added { history: told, also: rest.iter().map(|person| person.id).collect() };
                let line = NewLine { detail: added.write(), ..NewLine::about(EntryKind::Invited, first.id) };
                append_line(tx, news, &actor, &mut held, line, ChangeKind::Message)?;
            }
            Ok(Posted::New(message))
        })
        .await
    }
}

/// What is shown, as it is told: from the entry on from which the actor sees everything, at the most.
fn find_history(tx: &mut Tx<'_>, actor: &Actor, held: &Held, shown: Shown) -> Result<History, Error> {
    let (community, reading) = (actor.community_id(), (actor.person, held.id()));
    let own = participants::find_open_span(tx, community, held.own.id)?.ok_or(Error::NotFound)?.from;
    let from = match shown {
        Shown::Nothing => return Ok(History::Now),
        Shown::All => own,
        Shown::From(message) => messages::find_visible(tx, community, reading, message)?
            .map(|message| message.sequence)
            .filter(|sequence| *sequence >= own)
            .ok_or(Invalid::new(Field::History, Problem::Malformed))?,
    };
    Ok(if from <= 1 { History::All } else { History::From(from) })
}
