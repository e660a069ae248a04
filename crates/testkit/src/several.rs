//! Conversations of several people, made of what the store does when people begin one, answer and leave.

use crate::member::Member;
use crate::test_app::TestApp;
use snug_app::{Message, new_id};
use snug_domain::conversations::{
    Asked, ChangeKind, ConversationKind, EntryKind, InvitationState, Level, Origin, ParticipantState, Party, Shelf,
};
use snug_domain::people::NamedPerson;
use snug_domain::{CommunityId, ConversationId, GroupId, PersonId, Span, Timestamp};
use snug_store::changes::{self, Happening, To};
use snug_store::conversations::{self, Conversation, Seated};
use snug_store::invitations::{self, Invitation};
use snug_store::participants::{self, Participant};
use snug_store::seats::{self, Seat};
use snug_store::{Error, Tx, messages};

impl TestApp {
    /// A conversation of several that the first began with this message. Each of the others was asked, and stands in it
    /// as said; who takes part sees everything, anybody else the first message only.
    pub async fn several(
        &self,
        starter: &Member,
        others: &[(&Member, ParticipantState)],
        text: &str,
    ) -> ConversationId {
        self.keep_secret(text);
        let (community, now) = (self.community().id, self.now());
        let id: ConversationId = new_id(now);
        let (starter, text) = (starter.person.clone(), text.to_owned());
        let others: Vec<_> = others.iter().map(|(member, state)| (member.person.clone(), *state)).collect();
        let made = move |tx: &mut Tx<'_>| {
            let group = Conversation { id, kind: ConversationKind::Group, title: None, last_sequence: 1 };
            conversations::insert(tx, community, &group, starter.id, now)?;
            let asked = Some(Asked { by: starter.id, at: now });
            let all = [(&starter, ParticipantState::Joined, None)].into_iter();
            let all = all.chain(others.iter().map(|(person, state)| (person, *state, asked)));
            for ((person, state, asked), place) in all.zip(0..) {
                // In the order they are named, which ids of one millisecond are not.
                let id_of = new_id(now + Span(place));
                let participant = Participant { id: id_of, party: Party::Person(person.id), state, asked };
                participants::insert(tx, community, id, &participant)?;
                let is_in = state == ParticipantState::Joined;
                participants::insert_span(tx, community, participant.id, 1, if is_in { None } else { Some(1) })?;
                seats::insert(tx, community, &seat(id, person.id, &participant, now))?;
                if asked.is_some() {
                    let invitation = Invitation {
                        id: new_id(now),
                        conversation: id,
                        participant: participant.id,
                        inviter: starter.id,
                        invitee: person.id,
                        state: invitation_state(state),
                        sent_at: now,
                        decided_at: None,
                    };
                    invitations::insert(tx, community, &invitation)?;
                }
            }
            let first = entry(id, NamedPerson::from(&starter), EntryKind::Message, 1, now);
            let html = format!("<p>{text}</p>\n");
            messages::insert(
                tx,
                community,
                &Message { source: text.clone(), excerpt: text.clone(), html, ..first },
                None,
            )
        };
        self.database().write(made).await.expect("a conversation of several");
        id
    }

    /// A member of it leaves: a line says so, and what comes after it they do not see.
    pub async fn leaves(&self, member: &Member, conversation: ConversationId) {
        let (community, now, person) = (self.community().id, self.now(), member.id());
        let left = move |tx: &mut Tx<'_>| {
            conversations::count_entry(tx, community, conversation)?;
            let Seated { seat, person: name, conversation: held, .. } = find(tx, community, conversation, person)?;
            let line = entry(conversation, name, EntryKind::Left, held.last_sequence, now);
            messages::insert(tx, community, &line, None)?;
            let others = Some((To::Everyone, ChangeKind::Message));
            let happening =
                Happening { conversation, by: person, own: ChangeKind::Listed, others, message: Some(line.id) };
            changes::record(tx, community, &happening, now)?;
            seats::count_entry(tx, community, conversation, person, line.sequence, now)?;
            participants::set_state(tx, community, seat.participant, ParticipantState::Left)?;
            participants::close_span(tx, community, seat.participant, line.sequence)?;
            seats::set_shelf(tx, community, (person, conversation), Shelf::Nowhere, 0)
        };
        self.database().write(left).await.expect("somebody leaves");
    }

    /// Somebody who was asked joins and sees what is said from now on, beside the message they were asked with.
    pub async fn joins_from_now(&self, member: &Member, conversation: ConversationId) {
        let (community, now, person) = (self.community().id, self.now(), member.id());
        let joined = move |tx: &mut Tx<'_>| {
            conversations::count_entry(tx, community, conversation)?;
            let Seated { seat, person: name, conversation: held, .. } = find(tx, community, conversation, person)?;
            let line = entry(conversation, name, EntryKind::Joined, held.last_sequence, now);
            messages::insert(tx, community, &line, None)?;
            participants::set_state(tx, community, seat.participant, ParticipantState::Joined)?;
            participants::insert_span(tx, community, seat.participant, line.sequence, None)?;
            let others = Some((To::Everyone, ChangeKind::Accepted));
            let happening =
                Happening { conversation, by: person, own: ChangeKind::Accepted, others, message: Some(line.id) };
            changes::record(tx, community, &happening, now)?;
            seats::count_entry(tx, community, conversation, person, line.sequence, now)
        };
        self.database().write(joined).await.expect("somebody joins");
    }

    /// A team takes part from now on, which nobody reads for yet.
    pub async fn adds_a_team(&self, conversation: ConversationId) {
        let (community, now) = (self.community().id, self.now());
        let added = move |tx: &mut Tx<'_>| {
            let team = GroupId(new_id::<ConversationId>(now).0);
            let (party, state) = (Party::Team(team), ParticipantState::Joined);
            participants::insert(
                tx,
                community,
                conversation,
                &Participant { id: new_id(now), party, state, asked: None },
            )
        };
        self.database().write::<_, Error, _>(added).await.expect("a team takes part");
    }
}

fn find(
    tx: &mut Tx<'_>,
    community: CommunityId,
    conversation: ConversationId,
    person: PersonId,
) -> Result<Seated, Error> {
    Ok(conversations::find_seated(tx, community, conversation, person)?.expect("a seat"))
}

fn seat(conversation: ConversationId, person: PersonId, participant: &Participant, now: Timestamp) -> Seat {
    let (shelf, unread) = match participant.state {
        ParticipantState::Joined => (Shelf::List, 0),
        ParticipantState::Invited => (Shelf::Invitations, 1),
        ParticipantState::Declined => (Shelf::Declined, 0),
        ParticipantState::Left | ParticipantState::Removed => (Shelf::Nowhere, 0),
    };
    Seat {
        person,
        conversation,
        participant: participant.id,
        shelf,
        level: Level::Normal,
        read_sequence: 1 - unread,
        unread_count: unread,
        last_sequence: 1,
        active_at: now,
    }
}

fn entry(conversation: ConversationId, author: NamedPerson, kind: EntryKind, sequence: i64, now: Timestamp) -> Message {
    Message {
        id: new_id(now),
        conversation,
        sequence,
        kind,
        author,
        origin: Origin::Site,
        source: String::new(),
        html: String::new(),
        excerpt: String::new(),
        renderer: messages::RENDERER,
        client_id: None,
        created_at: now,
        edited_at: None,
        deleted_at: None,
    }
}

const fn invitation_state(state: ParticipantState) -> InvitationState {
    match state {
        ParticipantState::Invited => InvitationState::Pending,
        ParticipantState::Joined | ParticipantState::Left => InvitationState::Accepted,
        ParticipantState::Declined => InvitationState::Declined,
        ParticipantState::Removed => InvitationState::Withdrawn,
    }
}
