//! Invitations: who asked whom, when, and what became of it.

use crate::{Error, Row, Tx};
use snug_domain::conversations::{
    InvitationState, PairHistory, ReceivedInvitation, SentInvitation, SentInvitations, UNDECIDED_LAPSES,
};
use snug_domain::{
    CLOCKS_AGREE_WITHIN, CommunityId, ConversationId, InvitationId, ParticipantId, PersonId, Span, Timestamp,
};

/// An invitation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Invitation {
    /// Its id.
    pub id: InvitationId,
    /// The conversation it began.
    pub conversation: ConversationId,
    /// The invited participant.
    pub participant: ParticipantId,
    /// Who asked.
    pub inviter: PersonId,
    /// Who was asked.
    pub invitee: PersonId,
    /// What became of it.
    pub state: InvitationState,
    /// When it was sent.
    pub sent_at: Timestamp,
    /// When it was decided.
    pub decided_at: Option<Timestamp>,
    /// When its sender reminded of it.
    pub reminded_at: Option<Timestamp>,
}

/// The columns of an `invitation`.
macro_rules! invitation_columns {
    () => {
        "invitation.id AS invitation_id, invitation.conversation_id, invitation.participant_id, invitation.inviter_id,
         invitation.invitee_id, invitation.state AS invitation_state, invitation.sent_at, invitation.decided_at, invitation.reminded_at"
    };
}

/// Adds an invitation.
pub fn insert(tx: &mut Tx<'_>, community: CommunityId, invitation: &Invitation) -> Result<(), Error> {
    tx.run(
        "INSERT INTO invitations (community_id, id, conversation_id, participant_id, inviter_id, invitee_id, state,
             sent_at, decided_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, NULL)",
        &[
            &community,
            &invitation.id,
            &invitation.conversation,
            &invitation.participant,
            &invitation.inviter,
            &invitation.invitee,
            &invitation.state,
            &invitation.sent_at,
        ],
    )
}

/// The invitation with this id.
pub fn find(tx: &mut Tx<'_>, community: CommunityId, id: InvitationId) -> Result<Option<Invitation>, Error> {
    tx.query_optional(
        concat!(
            "SELECT ",
            invitation_columns!(),
            " FROM invitations invitation WHERE invitation.community_id = $1 AND invitation.id = $2"
        ),
        &[&community, &id],
        read,
    )
}

/// The last invitation of a participant: somebody can be asked again.
pub fn find_last_of(
    tx: &mut Tx<'_>,
    community: CommunityId,
    participant: ParticipantId,
) -> Result<Option<Invitation>, Error> {
    tx.query_optional(
        concat!(
            "SELECT ",
            invitation_columns!(),
            " FROM invitations invitation
             WHERE invitation.community_id = $1 AND invitation.participant_id = $2
             ORDER BY invitation.sent_at DESC, invitation.id DESC LIMIT 1"
        ),
        &[&community, &participant],
        read,
    )
}

/// The invitations of a conversation that nobody accepted or took back.
pub fn list_undecided(
    tx: &mut Tx<'_>,
    community: CommunityId,
    conversation: ConversationId,
) -> Result<Vec<InvitationId>, Error> {
    tx.list(
        "SELECT id FROM invitations
         WHERE community_id = $1 AND conversation_id = $2 AND state IN ('pending', 'declined')",
        &[&community, &conversation],
        |row| row.get(0),
    )
}

/// Those of them that were sent with the entry of this number.
pub fn list_undecided_with(
    tx: &mut Tx<'_>,
    community: CommunityId,
    conversation: ConversationId,
    sequence: i64,
) -> Result<Vec<InvitationId>, Error> {
    tx.list(
        "SELECT invitation.id FROM invitations invitation
         JOIN participants participant
             ON participant.community_id = invitation.community_id AND participant.id = invitation.participant_id
             AND participant.asked_at = invitation.sent_at AND participant.asked_with_sequence = $3
         WHERE invitation.community_id = $1 AND invitation.conversation_id = $2
             AND invitation.state IN ('pending', 'declined')",
        &[&community, &conversation, &sequence],
        |row| row.get(0),
    )
}

/// Decides on the invitation of a participant that was sent then, or opens it again.
pub fn set_state(
    tx: &mut Tx<'_>,
    community: CommunityId,
    (participant, sent_at): (ParticipantId, Timestamp),
    state: InvitationState,
    decided_at: Option<Timestamp>,
) -> Result<(), Error> {
    tx.run(
        "UPDATE invitations SET state = $4, decided_at = $5
         WHERE community_id = $1 AND participant_id = $2 AND sent_at = $3",
        &[&community, &participant, &sent_at, &state, &decided_at],
    )
}

/// When its sender reminded of the invitations of a conversation.
pub fn find_reminded(
    tx: &mut Tx<'_>,
    community: CommunityId,
    conversation: ConversationId,
) -> Result<Option<Timestamp>, Error> {
    tx.query_one(
        "SELECT max(reminded_at) FROM invitations
         WHERE community_id = $1 AND conversation_id = $2 AND state IN ('pending', 'declined')",
        &[&community, &conversation],
        |row| row.get(0),
    )
}

/// Notes that the sender reminded of every invitation of a conversation that was not accepted.
pub fn set_reminded(
    tx: &mut Tx<'_>,
    community: CommunityId,
    conversation: ConversationId,
    at: Timestamp,
) -> Result<(), Error> {
    tx.run(
        "UPDATE invitations SET reminded_at = $3
         WHERE community_id = $1 AND conversation_id = $2 AND state IN ('pending', 'declined')",
        &[&community, &conversation, &at],
    )
}

/// The conversations that somebody is asked to and can still answer, the newest first.
pub fn list_waiting(
    tx: &mut Tx<'_>,
    community: CommunityId,
    invitee: PersonId,
    now: Timestamp,
) -> Result<Vec<ConversationId>, Error> {
    tx.list(
        "SELECT conversation_id FROM invitations
         WHERE community_id = $1 AND invitee_id = $2 AND state = 'pending' AND sent_at > $3
         ORDER BY sent_at DESC, conversation_id",
        &[&community, &invitee, &(now - UNDECIDED_LAPSES)],
        |row| row.get(0),
    )
}

/// The conversations whose invitation somebody declined at this time.
pub fn list_declined_at(
    tx: &mut Tx<'_>,
    community: CommunityId,
    invitee: PersonId,
    at: Timestamp,
) -> Result<Vec<ConversationId>, Error> {
    tx.list(
        "SELECT conversation_id FROM invitations
         WHERE community_id = $1 AND invitee_id = $2 AND state = 'declined' AND sent_at > $4 AND decided_at = $3
         ORDER BY sent_at, conversation_id",
        &[&community, &invitee, &at, &(at - UNDECIDED_LAPSES)],
        |row| row.get(0),
    )
}

/// Takes back every invitation of a conversation that was not accepted.
pub fn set_withdrawn(
    tx: &mut Tx<'_>,
    community: CommunityId,
    conversation: ConversationId,
    at: Timestamp,
) -> Result<(), Error> {
    tx.run(
        "UPDATE invitations SET state = 'withdrawn', decided_at = $3
         WHERE community_id = $1 AND conversation_id = $2 AND state IN ('pending', 'declined')",
        &[&community, &conversation, &at],
    )
}

/// Undoes that for those who still stand as asked with it: an invitation that was declined before is declined again.
pub fn set_not_withdrawn(
    tx: &mut Tx<'_>,
    community: CommunityId,
    conversation: ConversationId,
    at: Timestamp,
) -> Result<(), Error> {
    tx.run(
        "UPDATE invitations SET
             state = (SELECT CASE participant.state WHEN 'declined' THEN 'declined' ELSE 'pending' END
                      FROM participants participant
                      WHERE participant.community_id = $1 AND participant.id = invitations.participant_id),
             decided_at = (SELECT CASE participant.state WHEN 'declined' THEN CAST($3 AS BIGINT) END
                           FROM participants participant
                           WHERE participant.community_id = $1 AND participant.id = invitations.participant_id)
         WHERE community_id = $1 AND conversation_id = $2 AND state = 'withdrawn' AND EXISTS (
             SELECT 1 FROM participants participant
             WHERE participant.community_id = $1 AND participant.id = invitations.participant_id
                 AND participant.asked_at = invitations.sent_at AND participant.state IN ('invited', 'declined'))",
        &[&community, &conversation, &at],
    )
}

/// What two people were to each other, as `asker` asks.
pub fn find_history(
    tx: &mut Tx<'_>,
    community: CommunityId,
    asker: PersonId,
    other: PersonId,
    now: Timestamp,
) -> Result<PairHistory, Error> {
    let conversation = crate::conversations::find_direct_pair(tx, community, [asker, other])?;
    let sent = find_last_sent(tx, community, (asker, other), None)?;
    let received = find_received(tx, community, asker, other, now)?;
    Ok(PairHistory { conversation, sent, received })
}

/// The last invitation of one person to another that was not accepted: to this conversation, or to any.
pub fn find_last_sent(
    tx: &mut Tx<'_>,
    community: CommunityId,
    (inviter, invitee): (PersonId, PersonId),
    conversation: Option<ConversationId>,
) -> Result<Option<SentInvitation>, Error> {
    tx.query_optional(
        "SELECT conversation_id, sent_at, state FROM invitations
         WHERE community_id = $1 AND inviter_id = $2 AND invitee_id = $3 AND state <> 'accepted'
             AND (conversation_id = $4 OR $4 IS NULL)
         ORDER BY sent_at DESC LIMIT 1",
        &[&community, &inviter, &invitee, &conversation],
        |row| {
            let withdrawn = row.get::<InvitationState>(2)? == InvitationState::Withdrawn;
            Ok(SentInvitation { conversation: row.get(0)?, sent_at: row.get(1)?, withdrawn })
        },
    )
}

/// The invitation of another to a direct conversation that a person can accept.
pub fn find_received(
    tx: &mut Tx<'_>,
    community: CommunityId,
    invitee: PersonId,
    inviter: PersonId,
    now: Timestamp,
) -> Result<Option<ReceivedInvitation>, Error> {
    tx.query_optional(
        "SELECT invitation.conversation_id, invitation.sent_at, invitation.state FROM invitations invitation
         JOIN conversations conversation
             ON conversation.community_id = invitation.community_id AND conversation.id = invitation.conversation_id
         WHERE invitation.community_id = $1 AND invitation.inviter_id = $2 AND invitation.invitee_id = $3
             AND invitation.state IN ('pending', 'declined') AND invitation.sent_at > $4
             AND conversation.kind = 'direct'
         ORDER BY invitation.sent_at DESC LIMIT 1",
        &[&community, &inviter, &invitee, &(now - UNDECIDED_LAPSES)],
        |row| {
            let declined = row.get::<InvitationState>(2)? == InvitationState::Declined;
            Ok(ReceivedInvitation { conversation: row.get(0)?, sent_at: row.get(1)?, declined })
        },
    )
}

/// What a person has sent lately. A declined invitation counts as undecided: the sender must not
/// learn of it by counting.
pub fn find_sent(
    tx: &mut Tx<'_>,
    community: CommunityId,
    inviter: PersonId,
    now: Timestamp,
) -> Result<SentInvitations, Error> {
    let last_day = tx.query(
        "SELECT sent_at FROM invitations
         WHERE community_id = $1 AND inviter_id = $2 AND sent_at > $3 AND sent_at <= $4 ORDER BY sent_at",
        &[&community, &inviter, &(now - Span::days(1)), &(now + CLOCKS_AGREE_WITHIN)],
        |row| row.get(0),
    )?;
    let undecided: i64 = tx.query_one(
        "SELECT count(*) FROM invitations
         WHERE community_id = $1 AND inviter_id = $2 AND sent_at > $3 AND sent_at <= $4
             AND state IN ('pending', 'declined')",
        &[&community, &inviter, &(now - UNDECIDED_LAPSES), &(now + CLOCKS_AGREE_WITHIN)],
        |row| row.get(0),
    )?;
    Ok(SentInvitations { last_day, undecided: usize::try_from(undecided).unwrap_or(0) })
}

/// How many invitations wait for a person; at most 100.
pub fn count_waiting(tx: &mut Tx<'_>, community: CommunityId, invitee: PersonId, now: Timestamp) -> Result<i64, Error> {
    tx.query_one(
        "SELECT count(*) FROM (
             SELECT 1 AS one FROM invitations
             WHERE community_id = $1 AND invitee_id = $2 AND state = 'pending' AND sent_at > $3 LIMIT 100
         ) AS waiting",
        &[&community, &invitee, &(now - UNDECIDED_LAPSES)],
        |row| row.get(0),
    )
}

fn read(row: &Row<'_>) -> Result<Invitation, Error> {
    Ok(Invitation {
        id: row.get("invitation_id")?,
        conversation: row.get("conversation_id")?,
        participant: row.get("participant_id")?,
        inviter: row.get("inviter_id")?,
        invitee: row.get("invitee_id")?,
        state: row.get("invitation_state")?,
        sent_at: row.get("sent_at")?,
        decided_at: row.get("decided_at")?,
        reminded_at: row.get("reminded_at")?,
    })
}
