use super::Held;
use super::reply::bytes;
use crate::deliveries::postpone_invitations;
use crate::{Actor, App, Error, limits, markdown};
use snug_domain::allowance::CHANGES;
use snug_domain::conversations::{ChangeKind, EntryKind, MESSAGES_BY_PERSON, MessageText, may_change};
use snug_domain::{ConversationId, MessageId, Refusal};
use snug_store::changes::To;
use snug_store::messages::{self, Message};
use snug_store::{Tx, earlier_texts};

/// Other words for a message.
#[derive(Debug, Clone)]
pub struct Edit {
    /// The words.
    pub text: MessageText,
    /// The version they were made from; another one by now is a conflict. `None` replaces any.
    pub made_from: Option<i64>,
}

impl From<MessageText> for Edit {
    fn from(text: MessageText) -> Self {
        Self { text, made_from: None }
    }
}

/// The version of a message's text: another after each edit.
#[must_use]
pub fn version(message: &Message) -> i64 {
    message.edited_at.unwrap_or(message.created_at).0
}

impl App {
    /// Replaces the text of a message of the actor's: also of the one an invitation travels with,
    /// while it is not answered. [`Error::Conflict`] if the edit was made from another version.
    pub async fn edit_message(
        &self,
        actor: &Actor,
        conversation: ConversationId,
        message: MessageId,
        edit: impl Into<Edit>,
    ) -> Result<Message, Error> {
        self.count(actor, CHANGES)?;
        let Edit { text, made_from } = edit.into();
        let (asked, limits) = (text.clone(), self.settings.limits);
        let rendered = self.render(actor, &text, move |tx, actor| {
            let (held, before) = hold_own_message(tx, actor, conversation, message)?;
            may_edit(&held, actor, before.sequence)?;
            if before.source == asked.as_str() {
                return Ok(Some(before));
            }
            let (community, author) = (actor.community_id(), actor.person.to_string());
            limits::check(tx, limits, community, MESSAGES_BY_PERSON, &author, actor.now)?;
            Ok(None)
        });
        let rendered = match rendered.await? {
            Ok(rendered) => rendered,
            Err(before) => return Ok(before),
        };
        let actor = actor.clone();
        self.write(move |tx, news| {
            let (held, before) = hold_own_message(tx, &actor, conversation, message)?;
            let others = may_edit(&held, &actor, before.sequence)?;
            if before.source == text.as_str() {
                return Ok(before);
            }
            if made_from.is_some_and(|version_then| version_then != version(&before)) {
                return Err(Error::Conflict);
            }
            let community = actor.community_id();
            let author = actor.person.to_string();
            limits::admit(tx, limits, community, MESSAGES_BY_PERSON, &author, actor.now)?;
            let after = Message {
                source: text.as_str().to_owned(),
                html: rendered.html.clone(),
                excerpt: rendered.excerpt.clone(),
                renderer: markdown::RENDERER,
                edited_at: Some(actor.now),
                ..before
            };
            limits::admit_bytes(tx, limits, community, bytes(&after), &author, actor.now)?;
            // Nobody leaves a direct conversation.
            if !held.is_direct() {
                earlier_texts::insert(tx, community, message, held.conversation.last_sequence)?;
            }
            messages::set_text(tx, community, message, &after.source, (&after.html, &after.excerpt), actor.now)?;
            if held.is_asked_with(after.sequence, actor.now) {
                postpone_invitations(tx, &actor, conversation, after.sequence)?;
            }
            held.record(tx, news, &actor, ChangeKind::Edited, Some(others), Some(message))?;
            Ok(after)
        })
        .await
    }
}

/// The conversation and this message of the actor's in it, for a change.
pub(super) fn hold_own_message(
    tx: &mut Tx<'_>,
    actor: &Actor,
    conversation: ConversationId,
    message: MessageId,
) -> Result<(Held, Message), Error> {
    let held = Held::hold(tx, actor, conversation)?;
    let found = messages::find_visible(tx, actor.community_id(), (actor.person, conversation), message)?;
    let message = found.ok_or(Error::NotFound)?;
    if message.author.id != actor.person || message.kind != EntryKind::Message {
        return Err(Refusal::NotTheAuthor.into());
    }
    if message.deleted_at.is_some() {
        return Err(Refusal::Deleted.into());
    }
    Ok((held, message))
}

/// The people an edit concerns, with what it is to each: nothing to those who declined.
fn may_edit(held: &Held, actor: &Actor, sequence: i64) -> Result<(To, ChangeKind), Refusal> {
    let may_write = match held.may_write() {
        // Also by whoever is alone in it: the words are theirs, and people can be asked to read them.
        Err(Refusal::NobodyElse) => true,
        Err(refusal @ (Refusal::NotInIt | Refusal::Closed)) => return Err(refusal),
        may => may.is_ok(),
    };
    if may_write {
        return Ok((To::Readers { sequence }, ChangeKind::Edited));
    }
    let (state, sent_at) = held.sent()?;
    may_change(state, sent_at, actor.now)?;
    Ok((To::Invited, ChangeKind::Invited))
}
