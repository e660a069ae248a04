//! Who may be asked, how often, and how long an answer is awaited (design: consent).
//!
//! **Declining leaves no trace the starter could read.** Every rule that the starter can see
//! through (the limits, edit, withdraw) counts a declined invitation as an undecided one, until
//! both lapse on the same day.

use super::{ParticipantState, Reach, Role, Went};
use crate::communities::Conversations;
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

/// People in one conversation, where its community says nothing else.
pub const MOST_PEOPLE: i64 = 50;

/// How long leaving can be undone.
pub const LEAVING_UNDONE_WITHIN: Span = Span::minutes(1);
/// The time in which unblocking somebody also takes back what was declined by blocking them.
pub const BLOCKING_UNDONE_WITHIN: Span = Span::minutes(1);
/// How long a withdrawal can be undone.
pub const WITHDRAWAL_UNDONE_WITHIN: Span = Span::minutes(1);
/// How long the page that a mail leads to can undo that one declined on it.
pub const DECLINING_UNDONE_ON_ITS_PAGE_WITHIN: Span = Span::minutes(10);

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
    /// The last invitation the asker sent to the other that was not accepted, to whatever conversation.
    pub sent: Option<SentInvitation>,
    /// An invitation of the other to a direct conversation, that the asker can accept.
    pub received: Option<ReceivedInvitation>,
}

/// An invitation as its sender may know it: whether it was declined is not in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SentInvitation {
    /// The conversation it began.
    pub conversation: ConversationId,
    /// When it was sent.
    pub sent_at: Timestamp,
    /// Whether the sender took it back.
    pub withdrawn: bool,
}

/// An invitation as the invited person knows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReceivedInvitation {
    /// The conversation it began.
    pub conversation: ConversationId,
    /// When it was sent.
    pub sent_at: Timestamp,
    /// Whether the invited person declined it.
    pub declined: bool,
}

/// What became of an invitation, as far as its sender may know.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Became {
    /// Not answered yet.
    Waiting,
    /// Not answered in time.
    Lapsed,
    /// Taken back.
    Withdrawn,
}

impl SentInvitation {
    fn became(&self, now: Timestamp) -> Became {
        match self.withdrawn {
            true => Became::Withdrawn,
            false if is_lapsed(self.sent_at, now) => Became::Lapsed,
            false => Became::Waiting,
        }
    }
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
    reach: &Reach,
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
    reach.not_blocked_by_asker()?;
    match pair.conversation {
        // It is closed.
        Some(_) if reach.is_blocked => return Err(Refusal::NotReachable),
        Some(conversation) => return Err(Refusal::AlreadyTalking { conversation }),
        None => {}
    }
    if let Some(ReceivedInvitation { conversation, sent_at, declined }) = pair.received {
        return Err(match declined {
            true => Refusal::DeclinedByYou { conversation, sent_at },
            false => Refusal::InvitedByThem { conversation },
        });
    }
    may_ask_again(pair.sent, now)?;
    reach.may_be_reached()?;
    may_send(1, sent, member_since, now)
}

/// How somebody stands in a conversation that they are to be asked to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Here {
    /// How they stand in it.
    pub state: ParticipantState,
    /// When they were asked.
    pub asked_at: Option<Timestamp>,
    /// How they went, if they were in it.
    pub went: Option<Went>,
}

/// Whether one person may ask another to take part in a conversation of several now.
///
/// Two who have a direct conversation are not kept from asking each other to others: between them there is one
/// invitation in 60 days to each conversation, between all others one in all. `sent` is the last that counts.
/// Declined is asked, here as everywhere.
pub fn may_ask(
    same_person: bool,
    reach: &Reach,
    here: Option<Here>,
    asker: Role,
    sent: Option<SentInvitation>,
    now: Timestamp,
) -> Result<(), Refusal> {
    if same_person {
        return Err(Refusal::Yourself);
    }
    reach.not_blocked_by_asker()?;
    match here {
        Some(Here { state: ParticipantState::Joined, .. }) => return Err(Refusal::AlreadyIn),
        Some(Here { state: ParticipantState::Invited | ParticipantState::Declined, asked_at: Some(at), .. })
            if !is_lapsed(at, now) =>
        {
            return Err(Refusal::AlreadyAsked);
        }
        // Who was taken out by a host is not brought back by somebody else.
        Some(Here { went: Some(Went::Removed), .. }) if asker != Role::Host => {
            return Err(Refusal::OnlyHosts);
        }
        _ => {}
    }
    may_ask_again(sent, now)?;
    reach.may_be_reached()
}

/// Whether an invitation may follow the last that was not accepted.
fn may_ask_again(last: Option<SentInvitation>, now: Timestamp) -> Result<(), Refusal> {
    match last {
        Some(sent) if now - sent.sent_at < ONE_PER_PAIR_IN && sent.sent_at.is_plausible(now, Span(0)) => {
            let SentInvitation { conversation, sent_at, .. } = sent;
            let (again_at, became) = (sent_at + ONE_PER_PAIR_IN, sent.became(now));
            Err(Refusal::AlreadyInvited { conversation, sent_at, again_at, became })
        }
        _ => Ok(()),
    }
}

/// Whether so many people can be in a conversation, where there can be `most`.
pub fn may_be_more(people: usize, most: i64) -> Result<(), Refusal> {
    match i64::try_from(people) {
        Ok(people) if people <= most => Ok(()),
        _ => Err(Refusal::TooManyPeople { most }),
    }
}

/// Whether so many invitations may be sent now, by whoever has sent these. Each invited person counts.
pub fn may_send(count: usize, sent: &SentInvitations, member_since: Timestamp, now: Timestamp) -> Result<(), Refusal> {
    let is_new = now - member_since < NEW_MEMBER && member_since.is_plausible(now, Span(0));
    let a_day = if is_new { INVITATIONS_A_DAY_WHEN_NEW } else { INVITATIONS_A_DAY };
    if let Some(first_that_counts) = (sent.last_day.len() + count).checked_sub(a_day + 1) {
        // More than a day allows are as many tomorrow.
        let again_at = sent.last_day.get(first_that_counts).map_or(now, |&sent_at| sent_at) + Span::days(1);
        return Err(Refusal::TooManyInvitations { again_at });
    }
    may_have_undecided(count, sent)
}

/// Whether so many more invitations may wait for an answer.
pub fn may_have_undecided(more: usize, sent: &SentInvitations) -> Result<(), Refusal> {
    if sent.undecided + more > UNDECIDED_AT_ONCE { Err(Refusal::TooManyUndecided) } else { Ok(()) }
}

/// Whether the invited person can take declining back: it waits for an answer again.
pub fn may_undo_declining(state: InvitationState, sent_at: Timestamp, now: Timestamp) -> Result<(), Refusal> {
    match state {
        InvitationState::Declined if !is_lapsed(sent_at, now) => Ok(()),
        _ => Err(Refusal::NoLongerOpen),
    }
}

/// Whether the starter can undo a withdrawal of this time: shortly after it. What the others had decided before makes
/// no difference.
pub fn may_undo_withdrawal(sent_at: Timestamp, withdrawn_at: Timestamp, now: Timestamp) -> Result<(), Refusal> {
    match now - withdrawn_at >= WITHDRAWAL_UNDONE_WITHIN || is_lapsed(sent_at, now) {
        true => Err(Refusal::TooLate),
        false => Ok(()),
    }
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
        Became, INVITATIONS_A_DAY, InvitationState, ONE_PER_PAIR_IN, PairHistory, Reach, ReceivedInvitation,
        SentInvitation, SentInvitations, UNDECIDED_AT_ONCE, UNDECIDED_LAPSES, may_change, may_invite,
    };
    use crate::communities::Conversations;
    use crate::people::{PersonKind, PersonState, Writers};
    use crate::{ConversationId, Refusal, Span, Timestamp};
    use uuid::Uuid;

    const NOW: Timestamp = Timestamp(1_800_000_000_000);
    const CONVERSATION: ConversationId = ConversationId(Uuid::from_u128(7));

    const REACHABLE: Reach = Reach {
        kind: PersonKind::Member,
        state: PersonState::Active,
        writers: Writers::Everyone,
        are_acquainted: false,
        is_blocked: false,
        has_blocked: false,
    };

    fn ask(pair: PairHistory, sent: &SentInvitations, member_for: Span) -> Result<(), Refusal> {
        may_invite(Conversations::On, false, &REACHABLE, &pair, sent, NOW - member_for, NOW)
    }

    #[test]
    fn a_member_may_invite_somebody_they_never_asked() {
        assert_eq!(ask(PairHistory::default(), &SentInvitations::default(), Span::days(9)), Ok(()));
    }

    #[test]
    fn the_same_person_is_not_asked_twice_in_sixty_days() {
        let asked = |ago| {
            let sent = SentInvitation { conversation: CONVERSATION, sent_at: NOW - ago, withdrawn: false };
            let pair = PairHistory { sent: Some(sent), ..PairHistory::default() };
            ask(pair, &SentInvitations::default(), Span::days(90))
        };
        let sent_at = NOW - Span::days(59);
        let (conversation, again_at, became) = (CONVERSATION, sent_at + ONE_PER_PAIR_IN, Became::Lapsed);
        assert_eq!(asked(Span::days(59)), Err(Refusal::AlreadyInvited { conversation, sent_at, again_at, became }));
        assert_eq!(asked(Span::days(60)), Ok(()));
    }

    #[test]
    fn who_was_invited_answers_instead_of_inviting() {
        let received = ReceivedInvitation { conversation: CONVERSATION, sent_at: NOW, declined: false };
        let pair = PairHistory { received: Some(received), ..PairHistory::default() };
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
