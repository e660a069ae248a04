//! The others in a conversation, as far as somebody in it may know of them.

use crate::Error;
use snug_domain::conversations::{
    ConversationKind, ParticipantState, Role, Shelf, Stand, Title, ToldState, UNDECIDED_LAPSES, is_lapsed,
};
use snug_domain::people::{NamedPerson, is_on_the_site};
use snug_domain::{CommunityId, ConversationId, PersonId, Timestamp};
use snug_store::faces::{self, Face, Others};
use snug_store::{Tx, digests};
use std::collections::HashMap;

/// Faces that a list shows of each conversation.
pub(super) const IN_A_LIST: i64 = 4;
/// Faces that a conversation shows.
pub(super) const IN_A_CONVERSATION: i64 = 100;

/// Somebody else in a conversation, as the actor may know them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Participant {
    /// Who.
    pub person: NamedPerson,
    /// Whether their name looks like that of somebody else.
    pub is_lookalike: bool,
    /// How they stand in it; `None` if that is not told.
    pub state: Option<ToldState>,
    /// What they may do beside writing.
    pub role: Role,
    /// Who asked them; nobody where that is not told.
    pub asked_by: Option<PersonId>,
    /// Whether they are on the site.
    pub is_present: bool,
    /// The number of the last entry they read; 0 if that is not told.
    pub read_sequence: i64,
}

/// The others in a conversation, as the actor may know them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Told {
    /// The first of them: all, where there are no more than were asked for.
    pub participants: Vec<Participant>,
    /// How many there are.
    pub count: usize,
    /// The number of the last entry that any of them read.
    pub read_sequence: i64,
}

/// What the actor, who stands so, is told of the others. In a direct conversation that is always the other one. In any
/// other whoever takes part is told who else does and who is asked; who is asked, who takes part; and who is not in it
/// any more, who was in it with them. What nobody accepted goes by those it was to, for whoever began it.
pub(super) fn told(
    kind: ConversationKind,
    own: ParticipantState,
    stand: Stand,
    faces: &[Face],
    now: Timestamp,
) -> Told {
    let is_direct = kind == ConversationKind::Direct;
    let is_in = own == ParticipantState::Joined;
    let is_over = matches!(stand, Stand::Left | Stand::Removed | Stand::Gone);
    let is_unaccepted = matches!(stand, Stand::Lapsed | Stand::Withdrawn);
    let participant = |face: &Face| {
        let state = if (is_over || is_unaccepted) && !is_direct { None } else { face.state.as_told_to(own) };
        let is_between = is_in && stand != Stand::Closed && state == Some(ToldState::Joined);
        let is_asked = state == Some(ToldState::Invited) && face.asked_at.is_some_and(|at| !is_lapsed(at, now));
        let is_told = match is_over {
            _ if is_direct => true,
            _ if is_unaccepted => face.asked_at.is_some(),
            true => face.was_together,
            false => is_asked || state == Some(ToldState::Joined),
        };
        is_told.then(|| Participant {
            person: face.person.clone(),
            is_lookalike: face.is_lookalike,
            state,
            role: if is_between && !is_direct { face.role } else { Role::Member },
            asked_by: face.asked_by.filter(|_| is_in),
            is_present: is_between && is_on_the_site(face.seen_at, now),
            read_sequence: if is_between { face.read_sequence } else { 0 },
        })
    };
    let all = all(faces);
    let count = match own {
        _ if is_direct => 1,
        _ if is_unaccepted => all.ever_asked,
        _ if is_over => all.together,
        ParticipantState::Joined => all.joined + all.asked,
        ParticipantState::Invited | ParticipantState::Declined => all.joined,
        ParticipantState::Left | ParticipantState::Removed => 0,
    };
    Told {
        participants: faces.iter().filter_map(participant).collect(),
        count: usize::try_from(count).unwrap_or(0),
        read_sequence: if is_in && stand != Stand::Closed { all.read_sequence } else { 0 },
    }
}

/// The others taken together.
pub(super) fn all(faces: &[Face]) -> Others {
    faces.first().map(|face| face.all).unwrap_or_default()
}

/// Whether somebody for whom a conversation stands so may know what it is called: what it is called now, or was when
/// they went.
pub(super) fn may_know_title(stand: Stand, shelf: Shelf) -> bool {
    match stand {
        Stand::Gone => false,
        // Asked once more, which lapsed: what it is called now is not for them.
        Stand::Left | Stand::Removed => shelf == Shelf::Past,
        _ => true,
    }
}

/// Whether the last entry of somebody's seat is still theirs to read: what they were asked with, and did not accept in
/// time, is not.
pub(super) fn may_know_last(own: ParticipantState, stand: Stand) -> bool {
    match stand {
        Stand::Gone => false,
        Stand::Left | Stand::Removed => !matches!(own, ParticipantState::Invited | ParticipantState::Declined),
        _ => true,
    }
}

impl Told {
    /// What a conversation with them is called.
    pub(super) fn title(&self, name: Option<&str>) -> Title {
        let people: Vec<_> = self.participants.iter().map(|participant| participant.person.clone()).collect();
        Title::of(name, &people, self.count)
    }
}

/// What conversations that somebody takes part in are called, each in its place.
pub(crate) fn list_titles(
    tx: &mut Tx<'_>,
    community: CommunityId,
    reader: PersonId,
    conversations: &[digests::Told],
    now: Timestamp,
) -> Result<Vec<Title>, Error> {
    let ids = conversations.iter().map(|told| (told.conversation, told.kind));
    let asked_after = now - UNDECIDED_LAPSES;
    let mut faces = by_conversation(faces::list_faces(tx, community, reader, ids, IN_A_LIST, asked_after)?);
    let title = |conversation: &digests::Told| {
        let faces = faces.remove(&conversation.conversation).unwrap_or_default();
        let told = told(conversation.kind, ParticipantState::Joined, Stand::Talking, &faces, now);
        told.title(conversation.title.as_deref())
    };
    Ok(conversations.iter().map(title).collect())
}

/// The faces by conversation.
pub(super) fn by_conversation(faces: Vec<Face>) -> HashMap<ConversationId, Vec<Face>> {
    let mut grouped: HashMap<_, Vec<Face>> = HashMap::new();
    for face in faces {
        grouped.entry(face.conversation).or_default().push(face);
    }
    grouped
}
