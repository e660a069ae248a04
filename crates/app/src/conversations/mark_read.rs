use super::{Seat, Stood, record_for};
use crate::{Actor, App, Error, News};
use snug_domain::ConversationId;
use snug_domain::allowance::{CHANGES, MARKS};
use snug_domain::conversations::{ChangeKind, ParticipantState};
use snug_store::{Tx, messages, participants};

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
            let seat = Seat::hold(tx, &actor, conversation)?;
            if seat.own.state != ParticipantState::Joined || seat.own.unread_count > 0 {
                return Ok(Stood::Read);
            }
            let community = actor.community_id();
            tx.lock_people(community, [actor.person, seat.other.person])?;
            participants::set_read(tx, community, seat.own.id, seat.own.read_sequence, 1)?;
            if seat.own.archived {
                participants::set_archived(tx, community, seat.own.id, false)?;
            }
            record_for(tx, news, &actor, conversation, (actor.person, ChangeKind::Read), None, None)?;
            Ok(Stood::of(&seat))
        })
        .await
    }

    /// Marks everything as read, one conversation after the other so that nobody waits for it.
    pub async fn mark_all_read(&self, actor: &Actor) -> Result<(), Error> {
        self.count(actor, CHANGES)?;
        actor.conversations_are_on()?;
        let (community, person) = (actor.community_id(), actor.person);
        let unread = self.read(move |tx| Ok(participants::list_unread(tx, community, person)?)).await?;
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
    let seat = Seat::hold(tx, actor, conversation)?;
    let (community, own) = (actor.community_id(), &seat.own);
    let is_in = own.state == ParticipantState::Joined;
    let read = if is_in { own.read_sequence.max(up_to.min(seat.last_sequence)) } else { own.read_sequence };
    if read == own.read_sequence && own.unread_count == 0 {
        return Ok(());
    }
    tx.lock_people(community, [own.person, seat.other.person])?;
    let unread = match is_in {
        true => messages::count_of_others_after(tx, community, conversation, own.person, read)?,
        false => 0,
    };
    participants::set_read(tx, community, own.id, read, unread)?;
    let is_receipt = read > own.read_sequence && seat.other.state == ParticipantState::Joined;
    let receipt = is_receipt.then_some((seat.other.person, ChangeKind::ReadByOther));
    record_for(tx, news, actor, conversation, (own.person, ChangeKind::Read), receipt, None)
}
