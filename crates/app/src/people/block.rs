use crate::conversations::{Held, decline, withdraw};
use crate::{Actor, App, Error, News};
use snug_domain::allowance::CHANGES;
use snug_domain::conversations::{BLOCKING_UNDONE_WITHIN, ChangeKind, Stand};
use snug_domain::people::{Handle, NamedPerson, Person, PersonKind};
use snug_domain::{ConversationId, PersonId, Refusal, Timestamp};
use snug_store::changes::To;
use snug_store::{Tx, blocks, conversations, people, unread};

/// As often as a block begins anew because one of the two wrote to the other meanwhile.
const TRIES: usize = 5;

impl App {
    /// Has the actor hear nothing of somebody any more. What that one asked the actor is declined, what the actor asked
    /// of them taken back, the conversation of the two closed; in others what they say and do is no news. Nobody is
    /// told: to them it looks as if the actor wanted no messages. Blocking twice is blocking once.
    pub async fn block(&self, actor: &Actor, handle: &Handle) -> Result<(), Error> {
        self.count(actor, CHANGES)?;
        actor.conversations_are_on()?;
        let mut tried = 1;
        let other = loop {
            match self.try_to_block(actor, handle).await {
                Err(Error::Conflict) if tried < TRIES => tried += 1,
                done => break done?,
            }
        };
        // Groups, each in a transaction of its own, since each locks everybody in it. What is left undone if one fails,
        // blocking again does.
        let (community, person) = (actor.community_id(), actor.person);
        let asked = self.read(move |tx| Ok(blocks::list_asked(tx, community, person, other)?)).await?;
        for conversation in asked {
            self.take_invitation_back(actor, conversation, other).await?;
        }
        // What they wrote before is no news any more either.
        let unread = self.read(move |tx| Ok(blocks::list_unread_with(tx, community, person, other)?)).await?;
        for conversation in unread {
            self.count_unread_anew(actor, conversation).await?;
        }
        Ok(())
    }

    async fn count_unread_anew(&self, actor: &Actor, conversation: ConversationId) -> Result<(), Error> {
        let actor = actor.clone();
        self.write(move |tx, news| {
            let held = Held::hold(tx, &actor, conversation)?;
            held.record(tx, news, &actor, ChangeKind::Read, None, None)?;
            Ok(unread::count_anew(tx, actor.community_id(), conversation, actor.person)?)
        })
        .await
    }

    /// [`Error::Conflict`] if one of the two asked the other to a conversation meanwhile.
    async fn try_to_block(&self, actor: &Actor, handle: &Handle) -> Result<PersonId, Error> {
        let (actor, handle) = (actor.clone(), handle.clone());
        self.write(move |tx, news| {
            let (community, other) = (actor.community_id(), find_other(tx, &actor, &handle)?);
            let pair = [actor.person, other.id];
            // The conversations before the people, in every transaction.
            let concerned = blocks::list_concerned(tx, community, (actor.person, other.id))?;
            for conversation in &concerned {
                tx.lock_conversation(community, *conversation)?;
            }
            tx.lock_people(community, &pair)?;
            if blocks::list_concerned(tx, community, (actor.person, other.id))? != concerned {
                return Err(Error::Conflict);
            }
            if blocks::insert(tx, community, actor.person, other.id, actor.now)? {
                for conversation in concerned {
                    end(tx, news, &actor, conversation, other.id)?;
                }
            }
            Ok(other.id)
        })
        .await
    }

    /// Lets somebody reach the actor again whom they blocked. A conversation of the two is open again, unless the other
    /// blocked the actor. An invitation that was declined by blocking waits again, if that was a moment ago; else it
    /// stays declined, and can be accepted.
    pub async fn unblock(&self, actor: &Actor, handle: &Handle) -> Result<(), Error> {
        self.count(actor, CHANGES)?;
        actor.conversations_are_on()?;
        let Some(blocked_at) = self.take_block_back(actor, handle).await? else { return Ok(()) };
        if actor.now - blocked_at < BLOCKING_UNDONE_WITHIN {
            self.undo_declined_at(actor, blocked_at).await?;
        }
        Ok(())
    }

    /// Returns when they were blocked, if they were.
    async fn take_block_back(&self, actor: &Actor, handle: &Handle) -> Result<Option<Timestamp>, Error> {
        let (actor, handle) = (actor.clone(), handle.clone());
        self.write(move |tx, news| {
            let (community, other) = (actor.community_id(), find_other(tx, &actor, &handle)?);
            let pair = [actor.person, other.id];
            let conversation = conversations::find_direct_pair(tx, community, pair)?;
            if let Some(conversation) = conversation {
                tx.lock_conversation(community, conversation)?;
            }
            tx.lock_people(community, &pair)?;
            let Some(blocked_at) = blocks::delete(tx, community, actor.person, other.id)? else { return Ok(None) };
            match conversation {
                Some(id) if !blocks::find_between(tx, community, actor.person, other.id)?.is_blocked => {
                    let held = Held::find(tx, &actor, id)?;
                    set_closed(tx, news, &actor, &held, other.id, None)?;
                }
                _ => {}
            }
            Ok(Some(blocked_at))
        })
        .await
    }

    /// Those whom the actor blocked, by name, with when.
    pub async fn list_blocked(&self, actor: &Actor) -> Result<Vec<(NamedPerson, Timestamp)>, Error> {
        let (community, person) = (actor.community_id(), actor.person);
        self.read(move |tx| Ok(blocks::list(tx, community, person)?)).await
    }
}

/// The member with this handle, however they stand in the community.
fn find_other(tx: &mut Tx<'_>, actor: &Actor, handle: &Handle) -> Result<Person, Error> {
    let found = people::find_by_handle(tx, actor.community_id(), handle)?;
    let other = found.filter(|person| person.kind == PersonKind::Member).ok_or(Error::NotFound)?;
    if other.id == actor.person { Err(Refusal::Yourself.into()) } else { Ok(other) }
}

/// Ends what is between the actor and somebody whom they blocked, in one conversation.
fn end(
    tx: &mut Tx<'_>,
    news: &mut News,
    actor: &Actor,
    conversation: ConversationId,
    other: PersonId,
) -> Result<(), Error> {
    let held = Held::find(tx, actor, conversation)?;
    match held.stand(actor.now) {
        Stand::Invited { .. } if held.own.asked.is_some_and(|asked| asked.by == other) => {
            decline(tx, news, actor, &held)
        }
        Stand::Waiting { .. } if held.is_direct() => withdraw(tx, news, actor, &held),
        Stand::Talking if held.is_direct() => set_closed(tx, news, actor, &held, other, Some(actor.now)),
        // Of what has lapsed nothing is left to be ended.
        _ => Ok(()),
    }
}

fn set_closed(
    tx: &mut Tx<'_>,
    news: &mut News,
    actor: &Actor,
    held: &Held,
    other: PersonId,
    since: Option<Timestamp>,
) -> Result<(), Error> {
    if held.conversation.is_closed == since.is_some() {
        return Ok(());
    }
    let others = Some((To::Person(other), ChangeKind::Closed));
    held.record(tx, news, actor, ChangeKind::Closed, others, None)?;
    Ok(conversations::set_closed(tx, actor.community_id(), held.id(), since)?)
}
