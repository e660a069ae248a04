use super::Held;
use super::ask::places;
use super::reply::{NewLine, append_line};
use super::withdraw::withdraw;
use crate::deliveries::mail_invitation_again;
use crate::{Actor, App, Error, News};
use snug_domain::allowance::CHANGES;
use snug_domain::conversations::{
    ChangeKind, EntryKind, LEAVING_UNDONE_WITHIN, ParticipantState, Party, Role, Shelf, Went, may_be_more,
};
use snug_domain::{ConversationId, PersonId, Refusal};
use snug_store::changes::To;
use snug_store::participants::{self, Participant};
use snug_store::{Tx, acquaintances, invitations, messages, seats};

impl App {
    /// Leaves a conversation of several: what was said while the actor was in it stays theirs. When the last host
    /// leaves, whoever has been in it longest becomes one. Leaving twice is leaving once.
    pub async fn leave(&self, actor: &Actor, conversation: ConversationId) -> Result<(), Error> {
        self.count(actor, CHANGES)?;
        let actor = actor.clone();
        self.write(move |tx, news| {
            let mut held = Held::hold(tx, &actor, conversation)?;
            if held.is_direct() {
                return Err(Refusal::OnlyInGroups.into());
            }
            match held.own.state {
                ParticipantState::Joined if !held.has_begun() => withdraw(tx, news, &actor, &held),
                ParticipantState::Joined => leave(tx, news, &actor, &mut held),
                ParticipantState::Left => Ok(()),
                _ => match held.not_taking_part(actor.now) {
                    Refusal::AcceptFirst => Err(Refusal::DeclineInstead.into()),
                    refusal => Err(refusal.into()),
                },
            }
        })
        .await
    }

    /// Undoes leaving shortly after it: the actor is in again as they were, and sees what was said meanwhile. Whoever
    /// became a host because they left is none any more.
    pub async fn undo_leave(&self, actor: &Actor, conversation: ConversationId) -> Result<(), Error> {
        self.count(actor, CHANGES)?;
        let actor = actor.clone();
        self.write(move |tx, news| {
            let mut held = Held::hold(tx, &actor, conversation)?;
            match (held.own.state, held.own.left_at) {
                (ParticipantState::Joined, _) => return Ok(()),
                (ParticipantState::Left, Some(left_at)) if actor.now - left_at < LEAVING_UNDONE_WITHIN => {}
                _ => return Err(Refusal::TooLate.into()),
            }
            // Taken back before anybody accepted, it was not left.
            if !held.has_begun() {
                return Err(Refusal::TooLate.into());
            }
            may_be_more(1 + places(&held, actor.now), actor.community.most_people)?;
            let community = actor.community_id();
            let instead = find_host_instead(tx, &actor, &held)?;
            // Before anybody's row is locked by what is told.
            tx.lock_seated(community, conversation)?;
            let back = Participant { state: ParticipantState::Joined, left_at: None, went: None, ..held.own };
            participants::put(tx, community, conversation, &back)?;
            participants::open_last_span(tx, community, held.own.id)?;
            // Whoever is alone in it has no place yet where a line could be put.
            let line = NewLine::of(EntryKind::Returned);
            let line = append_line(tx, news, &actor, &mut held, line, ChangeKind::Accepted)?;
            // They see what was said meanwhile; who was in it only then is not told that they came back.
            participants::insert_stay(tx, community, held.own.id, line)?;
            acquaintances::insert(tx, community, conversation, actor.person)?;
            if let Some((host, person)) = instead {
                participants::put(tx, community, conversation, &Participant { role: Role::Member, ..host })?;
                let line = NewLine::about(EntryKind::GaveHostBack, person);
                append_line(tx, news, &actor, &mut held, line, ChangeKind::Message)?;
            }
            if is_alone(&held) { ask_again(tx, news, &actor, &held) } else { Ok(()) }
        })
        .await
    }
}

fn leave(tx: &mut Tx<'_>, news: &mut News, actor: &Actor, held: &mut Held) -> Result<(), Error> {
    let (community, conversation) = (actor.community_id(), held.id());
    if is_alone(held) {
        // There is nobody to talk with any more for those who are asked.
        tx.lock_seated(community, conversation)?;
        held.record(tx, news, actor, ChangeKind::Listed, Some((To::Invited, ChangeKind::Withdrawn)), None)?;
        invitations::set_withdrawn(tx, community, conversation, actor.now)?;
        seats::set_not_asked(tx, community, conversation)?;
    }
    if let Some((next, person)) = next_host(tx, actor, held)? {
        participants::put(tx, community, conversation, &Participant { role: Role::Host, ..next })?;
        let line = NewLine::about(EntryKind::BecameHost, person);
        append_line(tx, news, actor, held, line, ChangeKind::Message)?;
    }
    let last = append_line(tx, news, actor, held, NewLine::of(EntryKind::Left), ChangeKind::Message)?;
    let (state, went) = (ParticipantState::Left, Some(Went::Left));
    participants::put(tx, community, conversation, &Participant { state, went, left_at: Some(actor.now), ..held.own })?;
    participants::set_gone(tx, community, held.own.id, last)?;
    Ok(seats::set_shelf(tx, community, (actor.person, conversation), Shelf::Past, 0)?)
}

/// Whether nobody else takes part.
fn is_alone(held: &Held) -> bool {
    !held.others.iter().any(|other| other.state == ParticipantState::Joined)
}

/// Asks those again whose invitation ended when the last one left.
fn ask_again(tx: &mut Tx<'_>, news: &mut News, actor: &Actor, held: &Held) -> Result<(), Error> {
    let (community, conversation) = (actor.community_id(), held.id());
    invitations::set_not_withdrawn(tx, community, conversation, actor.now)?;
    seats::set_asked_again(tx, community, conversation)?;
    for other in held.others.iter().filter(|other| other.state == ParticipantState::Invited) {
        let Party::Person(person) = other.party else { continue };
        if let Some(invitation) = invitations::find_last_of(tx, community, other.id)? {
            mail_invitation_again(tx, actor, person, invitation.id)?;
        }
    }
    held.record(tx, news, actor, ChangeKind::Listed, Some((To::Invited, ChangeKind::Invited)), None)
}

/// The one who became a host because the actor left, if they still are: the line before the last that the actor sees
/// tells.
fn find_host_instead(tx: &mut Tx<'_>, actor: &Actor, held: &Held) -> Result<Option<(Participant, PersonId)>, Error> {
    let reading = (actor.person, held.id());
    let line = messages::find_at(tx, actor.community_id(), reading, held.seat.last_sequence - 1)?;
    let line = line.filter(|line| line.kind == EntryKind::BecameHost && line.author.id == actor.person);
    let Some(person) = line.and_then(|line| line.subject).map(|subject| subject.id) else { return Ok(None) };
    let is_host = |other: &&Participant| other.state == ParticipantState::Joined && other.role == Role::Host;
    Ok(held.other(person).filter(is_host).map(|host| (*host, person)))
}

/// Who becomes a host when the actor goes, if they are the only one: whoever has been in it longest.
fn next_host(tx: &mut Tx<'_>, actor: &Actor, held: &Held) -> Result<Option<(Participant, PersonId)>, Error> {
    let is_in = |other: &&Participant| other.state == ParticipantState::Joined;
    let mut others = held.others.iter().filter(is_in);
    if !held.is_host() || others.any(|other| other.role == Role::Host) {
        return Ok(None);
    }
    let next = participants::find_longest(tx, actor.community_id(), held.id(), held.own.id)?;
    let next = held.others.iter().find(|other| Some(other.id) == next);
    Ok(next.and_then(|next| match next.party {
        Party::Person(person) => Some((*next, person)),
        Party::Team(_) => None,
    }))
}
