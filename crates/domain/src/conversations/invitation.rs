//! Who may be asked, how often, and how long an answer is awaited (design: consent).
//!
//! **Declining leaves no trace the starter could read.** Every rule that the starter can see
//! through (the limits, edit, withdraw) counts a declined invitation as an undecided one, until
//! both lapse on the same day.

use crate::communities::Conversations;
use crate::people::{PersonKind, PersonState};
use crate::{ConversationId, Refusal, Span, Timestamp};

/// One invitation per pair and direction in this time, counted from sending.
pub const ONE_PER_PAIR_IN: Span = Span::days(60);
/// An invitation that nobody answered lapses after this time.
pub const UNDECIDED_LAPSES: Span = Span::days(30);
/// Invitations a person may send in 24 hours.
pub const INVITATIONS_A_DAY: usize = 20;
/// Invitations a new member may send in 24 hours.
pub const INVITATIONS_A_DAY_WHEN_NEW: usize = 5;
/// How long a member is new.
pub const NEW_MEMBER: Span = Span::days(3);
/// Invitations a person may have undecided at once.
pub const UNDECIDED_AT_ONCE: usize = 10;

/// What became of an invitation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InvitationState {
    /// Not answered.
    Pending,
    /// Accepted.
    Accepted,
    /// Declined; to the starter it looks pending.
    Declined,
    /// Taken back by the starter.
    Withdrawn,
}

/// Whether an invitation sent then has lapsed.
#[must_use]
pub fn is_lapsed(sent_at: Timestamp, now: Timestamp) -> bool {
    now - sent_at >= UNDECIDED_LAPSES
}

/// What two people were to each other so far, as one of them asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct PairHistory {
    /// Their direct conversation, once accepted.
    pub conversation: Option<ConversationId>,
    /// The last invitation the asker sent to the other, and when.
    pub last_sent: Option<(ConversationId, Timestamp)>,
    /// An invitation of the other that waits for the asker.
    pub waiting: Option<ConversationId>,
}

/// What a person has sent lately.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SentInvitations {
    /// When each of the last 24 hours was sent, oldest first.
    pub last_day: Vec<Timestamp>,
    /// How many are neither accepted nor withdrawn nor lapsed.
    pub undecided: usize,
}

/// Whether one person may invite another to a direct conversation now.
///
/// Asked before somebody types, and again when the invitation is sent.
pub fn may_invite(
    conversations: Conversations,
    same_person: bool,
    other: (PersonKind, PersonState),
    pair: &PairHistory,
    sent: &SentInvitations,
    member_since: Timestamp,
    now: Timestamp,
) -> Result<(), Refusal> {
    if conversations == Conversations::Off {
        return Err(Refusal::ConversationsOff);
    }
    if same_person {
        return Err(Refusal::Yourself);
    }
    if let Some(conversation) = pair.conversation {
        return Err(Refusal::AlreadyTalking { conversation });
    }
    if let Some(conversation) = pair.waiting {
        return Err(Refusal::InvitedByThem { conversation });
    }
    if let Some((conversation, sent_at)) = pair.last_sent
        && now - sent_at < ONE_PER_PAIR_IN
        && sent_at.is_plausible(now, Span(0))
    {
        return Err(Refusal::AlreadyInvited { conversation, again_at: sent_at + ONE_PER_PAIR_IN });
    }
    if other != (PersonKind::Member, PersonState::Active) {
        return Err(Refusal::NotReachable);
    }
    may_send_one_more(sent, member_since, now)
}

fn may_send_one_more(sent: &SentInvitations, member_since: Timestamp, now: Timestamp) -> Result<(), Refusal> {
    let is_new = now - member_since < NEW_MEMBER && member_since.is_plausible(now, Span(0));
    let a_day = if is_new { INVITATIONS_A_DAY_WHEN_NEW } else { INVITATIONS_A_DAY };
    if let Some(first_that_counts) = sent.last_day.len().checked_sub(a_day)
        && let Some(&sent_at) = sent.last_day.get(first_that_counts)
    {
        return Err(Refusal::TooManyInvitations { again_at: sent_at + Span::days(1) });
    }
    if sent.undecided >= UNDECIDED_AT_ONCE {
        return Err(Refusal::TooManyUndecided);
    }
    Ok(())
}

/// Whether the invited person can accept: also after declining, while nobody took it back.
pub fn may_accept(state: InvitationState, sent_at: Timestamp, now: Timestamp) -> Result<(), Refusal> {
    match state {
        InvitationState::Pending | InvitationState::Declined if !is_lapsed(sent_at, now) => Ok(()),
        _ => Err(Refusal::NoLongerOpen),
    }
}

/// Whether the invited person can decline.
pub fn may_decline(state: InvitationState, sent_at: Timestamp, now: Timestamp) -> Result<(), Refusal> {
    match state {
        InvitationState::Pending if !is_lapsed(sent_at, now) => Ok(()),
        _ => Err(Refusal::NoLongerOpen),
    }
}

/// Whether the starter can edit or withdraw it: as long as it looks undecided to them.
pub fn may_change(state: InvitationState, sent_at: Timestamp, now: Timestamp) -> Result<(), Refusal> {
    may_accept(state, sent_at, now)
}

#[cfg(test)]
mod tests {
    use super::{
        INVITATIONS_A_DAY, InvitationState, ONE_PER_PAIR_IN, PairHistory, SentInvitations, UNDECIDED_AT_ONCE,
        UNDECIDED_LAPSES, may_change, may_invite,
    };
    use crate::communities::Conversations;
    use crate::people::{PersonKind, PersonState};
    use crate::{ConversationId, Refusal, Span, Timestamp};
    use uuid::Uuid;

    const NOW: Timestamp = Timestamp(1_800_000_000_000);
    const CONVERSATION: ConversationId = ConversationId(Uuid::from_u128(7));

    fn ask(pair: PairHistory, sent: &SentInvitations, member_for: Span) -> Result<(), Refusal> {
        let other = (PersonKind::Member, PersonState::Active);
        may_invite(Conversations::On, false, other, &pair, sent, NOW - member_for, NOW)
    }

    #[test]
    fn a_member_may_invite_somebody_they_never_asked() {
        assert_eq!(ask(PairHistory::default(), &SentInvitations::default(), Span::days(9)), Ok(()));
    }

    #[test]
    fn the_same_person_is_not_asked_twice_in_sixty_days() {
        let asked = |ago| {
            let pair = PairHistory { last_sent: Some((CONVERSATION, NOW - ago)), ..PairHistory::default() };
            ask(pair, &SentInvitations::default(), Span::days(90))
        };
        let again_at = NOW - Span::days(59) + ONE_PER_PAIR_IN;
        assert_eq!(asked(Span::days(59)), Err(Refusal::AlreadyInvited { conversation: CONVERSATION, again_at }));
        assert_eq!(asked(Span::days(60)), Ok(()));
    }

    #[test]
    fn who_was_invited_answers_instead_of_inviting() {
        let pair = PairHistory { waiting: Some(CONVERSATION), ..PairHistory::default() };
        let answer = ask(pair, &SentInvitations::default(), Span::days(9));
        assert_eq!(answer, Err(Refusal::InvitedByThem { conversation: CONVERSATION }));
    }

    #[test]
    fn a_new_member_sends_five_a_day_and_an_old_one_twenty() {
        let sent = |count: i64| SentInvitations {
            last_day: (0..count).map(|minute| NOW - Span::hours(20) + Span::minutes(minute)).collect(),
            undecided: 0,
        };
        let pair = PairHistory::default();
        assert_eq!(ask(pair, &sent(4), Span::days(1)), Ok(()));
        assert_eq!(
            ask(pair, &sent(5), Span::days(1)),
            Err(Refusal::TooManyInvitations { again_at: NOW + Span::hours(4) })
        );
        assert_eq!(ask(pair, &sent(19), Span::days(3)), Ok(()));
        let all = i64::try_from(INVITATIONS_A_DAY).expect("small");
        assert!(ask(pair, &sent(all), Span::days(3)).is_err());
    }

    #[test]
    fn ten_undecided_invitations_at_once_are_enough() {
        let sent = SentInvitations { last_day: Vec::new(), undecided: UNDECIDED_AT_ONCE };
        assert_eq!(ask(PairHistory::default(), &sent, Span::days(9)), Err(Refusal::TooManyUndecided));
    }

    #[test]
    fn a_declined_invitation_looks_undecided_to_the_starter() {
        for days in [0, 29, 30, 31] {
            let as_seen = |state| may_change(state, NOW - Span::days(days), NOW);
            assert_eq!(as_seen(InvitationState::Declined), as_seen(InvitationState::Pending));
        }
        assert!(UNDECIDED_LAPSES < ONE_PER_PAIR_IN);
    }
}
