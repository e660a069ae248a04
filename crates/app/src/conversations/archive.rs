use super::{Seat, Stood, record_for};
use crate::{Actor, App, Error};
use snug_domain::allowance::CHANGES;
use snug_domain::conversations::{ChangeKind, ParticipantState};
use snug_domain::{ConversationId, Refusal};
use snug_store::participants;

impl App {
    /// Puts a conversation into the actor's archive, where nothing is unread, or takes it out. A new message takes it out
    /// by itself. Returns where it stood before, for [`App::put_back`].
    pub async fn set_archived(
        &self,
        actor: &Actor,
        conversation: ConversationId,
        archived: bool,
    ) -> Result<Stood, Error> {
        self.count(actor, CHANGES)?;
        let actor = actor.clone();
        self.write(move |tx, news| {
            let seat = Seat::hold(tx, &actor, conversation)?;
            if seat.own.state != ParticipantState::Joined {
                return Err(Refusal::NoLongerOpen.into());
            }
            if seat.own.archived == archived {
                // Pressed twice: undoing it still takes it out, or puts it back.
                return Ok(if archived { Stood::Read } else { Stood::Archived });
            }
            let community = actor.community_id();
            tx.lock_people(community, [actor.person, seat.other.person])?;
            participants::set_archived(tx, community, seat.own.id, archived)?;
            // Nothing in the archive is counted as unread. The other one is not told that it was read.
            if archived && seat.own.unread_count > 0 {
                participants::set_read(tx, community, seat.own.id, seat.own.read_sequence, 0)?;
            }
            record_for(tx, news, &actor, conversation, (actor.person, ChangeKind::Listed), None, None)?;
            Ok(Stood::of(&seat))
        })
        .await
    }
}
