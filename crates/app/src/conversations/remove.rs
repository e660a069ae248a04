use super::Held;
use super::reply::{NewLine, append_line};
use super::withdraw::withdraw;
use crate::{Actor, App, Error, News};
use snug_domain::allowance::CHANGES;
use snug_domain::conversations::{ChangeKind, EntryKind, InvitationState, ParticipantState, Role, Shelf, Went};
use snug_domain::people::Handle;
use snug_domain::{ConversationId, PersonId, Refusal};
use snug_store::changes::To;
use snug_store::participants::{self, Participant};
use snug_store::{Tx, blocks, invitations, people, seats};

impl App {
    /// Takes somebody out of a conversation of several, which is for hosts; or takes back that they were asked, which
    /// is for hosts and for whoever asked. Doing it twice is doing it once.
    pub async fn remove_participant(
        &self,
        actor: &Actor,
        conversation: ConversationId,
        handle: Handle,
    ) -> Result<(), Error> {
        self.count(actor, CHANGES)?;
        let actor = actor.clone();
        self.write(move |tx, news| {
            let mut held = Held::hold(tx, &actor, conversation)?;
            held.takes_part_in_group(actor.now)?;
            let (person, other) = find_other(tx, &actor, &held, &handle)?;
            match other.state {
                ParticipantState::Joined => remove(tx, news, &actor, &mut held, (person, other)),
                ParticipantState::Invited | ParticipantState::Declined => {
                    uninvite(tx, news, &actor, &mut held, (person, other))
                }
                ParticipantState::Left | ParticipantState::Removed => Ok(()),
            }
        })
        .await
    }

    /// Takes back that the actor asked somebody to a conversation of several, if they still take part and it waits.
    pub(crate) async fn take_invitation_back(
        &self,
        actor: &Actor,
        conversation: ConversationId,
        other: PersonId,
    ) -> Result<(), Error> {
        let actor = actor.clone();
        self.write(move |tx, news| {
            let mut held = Held::hold(tx, &actor, conversation)?;
            match held.other(other).copied().filter(|other| other.state.is_undecided()) {
                Some(asked) if held.takes_part_in_group(actor.now).is_ok() => {
                    uninvite(tx, news, &actor, &mut held, (other, asked))
                }
                _ => Ok(()),
            }
        })
        .await
    }
}

/// One of the others in a conversation.
pub(super) fn find_other(
    tx: &mut Tx<'_>,
    actor: &Actor,
    held: &Held,
    handle: &Handle,
) -> Result<(PersonId, Participant), Error> {
    let person = people::find_by_handle(tx, actor.community_id(), handle)?.ok_or(Error::NotFound)?;
    if person.id == actor.person {
        return Err(Refusal::Yourself.into());
    }
    let other = held.other(person.id).ok_or(Error::NotFound)?;
    Ok((person.id, *other))
}

fn remove(
    tx: &mut Tx<'_>,
    news: &mut News,
    actor: &Actor,
    held: &mut Held,
    (person, other): (PersonId, Participant),
) -> Result<(), Error> {
    held.hosts_group(actor.now)?;
    let (community, conversation) = (actor.community_id(), held.id());
    // They still read the line that says so.
    let line = NewLine::about(EntryKind::Removed, person);
    let last = append_line(tx, news, actor, held, line, ChangeKind::Message)?;
    let (state, role, went) = (ParticipantState::Removed, Role::Member, Some(Went::Removed));
    let gone = Participant { state, role, went, left_at: Some(actor.now), ..other };
    participants::put(tx, community, conversation, &gone)?;
    participants::set_gone(tx, community, other.id, last)?;
    // Whoever blocked the actor hears nothing of what they do.
    let is_heard = !blocks::find_between(tx, community, person, actor.person)?.has_blocked;
    Ok(seats::set_shelf(tx, community, (person, conversation), Shelf::Past, i64::from(is_heard))?)
}

fn uninvite(
    tx: &mut Tx<'_>,
    news: &mut News,
    actor: &Actor,
    held: &mut Held,
    (person, other): (PersonId, Participant),
) -> Result<(), Error> {
    let asked = other.asked.ok_or(Refusal::NoLongerOpen)?;
    if asked.by != actor.person {
        held.hosts_group(actor.now)?;
    }
    let is_last = held.others.iter().filter(|other| other.state.is_undecided()).count() == 1;
    if is_last && !held.has_begun() {
        return withdraw(tx, news, actor, held);
    }
    let (community, conversation) = (actor.community_id(), held.id());
    tx.lock_seated(community, conversation)?;
    // Whoever declined is not told; they only cannot accept after all any more. The actor is, either way: how many
    // changes they hear of must not tell whether somebody declined.
    let is_undecided = other.state == ParticipantState::Invited;
    let others = is_undecided.then_some((To::Person(person), ChangeKind::Withdrawn));
    held.record(tx, news, actor, ChangeKind::Listed, others, None)?;
    let withdrawn = (other.id, asked.at);
    invitations::set_state(tx, community, withdrawn, InvitationState::Withdrawn, Some(actor.now))?;
    // Who left before stands as they did.
    let state = if other.went == Some(Went::Left) { ParticipantState::Left } else { ParticipantState::Removed };
    // Not asked any more: undoing that all of it was taken back does not ask them again.
    let gone = Participant { state, asked: None, ..other };
    participants::put(tx, community, conversation, &gone)?;
    participants::delete_span_of_one(tx, community, other.id, asked.with)?;
    let shelf = if other.joined_at.is_some() { Shelf::Past } else { Shelf::Nowhere };
    seats::set_shelf(tx, community, (person, conversation), shelf, 0)?;
    seats::set_last_visible(tx, community, (person, conversation))?;
    append_line(tx, news, actor, held, NewLine::about(EntryKind::Uninvited, person), ChangeKind::Message)?;
    Ok(())
}
