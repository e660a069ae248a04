use super::{Held, Stood};
use crate::{Actor, App, Error, News};
use snug_domain::ConversationId;
use snug_domain::allowance::{CHANGES, MARKS};
use snug_domain::conversations::{ChangeKind, ParticipantState, Shelf};
use snug_store::changes::To;
use snug_store::{Tx, messages, seats};

impl App {
    /// Notes that the actor read up to an entry. An invitation is read without a receipt.
    pub async fn mark_read(&self, actor: &Actor, conversation: ConversationId, up_to: i64) -> Result<(), Error> {
        self.count(actor, MARKS)?;
        let actor = actor.clone();
        self.write(move |tx, news| mark_read(tx, news, &actor, conversation, up_to)).await
    }

    /// Marks a conversation as unread, for later. One in the archive comes back: nothing unread is hidden there.
    /// Returns where it stood before, for [`App::put_back`].
    pub async fn mark_unread(&self, actor: &Actor, conversation: ConversationId) -> Result<Stood, Error> {
        self.count(actor, CHANGES)?;
        let actor = actor.clone();
        self.write(move |tx, news| {
            let held = Held::hold(tx, &actor, conversation)?;
            if held.own.state != ParticipantState::Joined || held.seat.unread_count > 0 {
                return Ok(Stood::Read);
            }
            held.record(tx, news, &actor, ChangeKind::Read, None, None)?;
            seats::set_shelf(tx, actor.community_id(), (actor.person, conversation), Shelf::List, 1)?;
            Ok(Stood::of(&held))
        })
        .await
    }

    /// Marks everything as read, one conversation after the other so that nobody waits for it.
    pub async fn mark_all_read(&self, actor: &Actor) -> Result<(), Error> {
        self.count(actor, CHANGES)?;
        actor.conversations_are_on()?;
        let (community, person) = (actor.community_id(), actor.person);
        let unread = self.read(move |tx| Ok(seats::list_unread(tx, community, person)?)).await?;
        for conversation in unread {
            let actor = actor.clone();
            self.write(move |tx, news| mark_read(tx, news, &actor, conversation, i64::MAX)).await?;
        }
        Ok(())
    }
}

fn mark_read(
    tx: &mut Tx<'_>,
    news: &mut News,
    actor: &Actor,
    conversation: ConversationId,
    up_to: i64,
) -> Result<(), Error> {
    let held = Held::hold(tx, actor, conversation)?;
    let (community, seat) = (actor.community_id(), held.seat);
    let is_in = held.own.state == ParticipantState::Joined;
    let read = if is_in { seat.read_sequence.max(up_to.min(seat.last_sequence)) } else { seat.read_sequence };
    if read == seat.read_sequence && seat.unread_count == 0 {
        return Ok(());
    }
    // A read mark is told to those who wrote what was read, and not to everybody: that would be as many as there are
    // people, for each of them, for every message.
    let writers = To::Writers { after: seat.read_sequence, up_to: read };
    let is_told = read > seat.read_sequence && !held.conversation.is_closed;
    let others = is_told.then_some((writers, ChangeKind::ReadByOther));
    held.record(tx, news, actor, ChangeKind::Read, others, None)?;
    let unread = match is_in {
        true => messages::count_news_after(tx, community, (actor.person, conversation), read)?,
        false => 0,
    };
    Ok(seats::set_read(tx, community, (actor.person, conversation), read, unread)?)
}
