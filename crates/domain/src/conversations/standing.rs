use super::{ConversationKind, ParticipantState, Went, is_lapsed};
use crate::{Refusal, Timestamp};

/// How everybody stands in a conversation, as one of them is concerned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing<'a> {
    /// What the conversation is.
    pub kind: ConversationKind,
    /// Whether it is closed: two talked, and one of them blocked the other.
    pub is_closed: bool,
    /// How the one concerned stands.
    pub own: ParticipantState,
    /// Whether the one concerned takes part, or did.
    pub was_in: bool,
    /// How they last went, if they took part and do not now.
    pub went: Option<Went>,
    /// How the others stand.
    pub others: &'a [ParticipantState],
    /// Whether any of the others takes part, or did.
    pub has_begun: bool,
    /// When the one concerned was asked, or else when the others last were.
    pub asked_at: Option<Timestamp>,
}

/// What a conversation is to somebody in it. The only place that works it out is [`Standing::stand`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stand {
    /// They and at least one other can write.
    Talking,
    /// They are the only one in it by now, and can add people.
    Alone,
    /// Nobody has accepted yet. A declined invitation looks like this too.
    Waiting {
        /// Since when.
        sent_at: Timestamp,
    },
    /// Nobody accepted in time. A declined invitation looks like this too.
    Lapsed,
    /// They took back what they began.
    Withdrawn,
    /// They are asked.
    Invited {
        /// Since when.
        sent_at: Timestamp,
    },
    /// They said no, and can still say yes.
    Declined,
    /// They went; also if they were asked to come back, and that is over.
    Left,
    /// They were taken out; also if they were asked to come back, and that is over.
    Removed,
    /// Two talked, and it is closed: what was said stays, and nobody is told why.
    Closed,
    /// There is nothing to do in it any more.
    Gone,
}

impl Standing<'_> {
    /// What the conversation is to the one concerned.
    #[must_use]
    pub fn stand(&self, now: Timestamp) -> Stand {
        let is_direct = self.kind == ConversationKind::Direct;
        let lapsed = self.asked_at.is_none_or(|asked_at| is_lapsed(asked_at, now));
        match (self.own, self.asked_at) {
            (ParticipantState::Joined, _) if self.is_closed => Stand::Closed,
            (ParticipantState::Joined, _) if self.has_company() => Stand::Talking,
            (ParticipantState::Joined, _) if self.has_begun => Stand::Alone,
            (ParticipantState::Joined, Some(sent_at)) if self.waits_for_somebody() => match lapsed {
                true => Stand::Lapsed,
                false => Stand::Waiting { sent_at },
            },
            // Once nobody is in it, which is how whoever began takes an invitation back, there is nothing to accept.
            (ParticipantState::Invited, Some(sent_at)) if !lapsed && self.has_company() => Stand::Invited { sent_at },
            (ParticipantState::Declined, Some(_)) if !lapsed && self.has_company() => Stand::Declined,
            // Two who talk do so for ever: only the starter can have left, by taking the invitation back.
            (ParticipantState::Left, _) if is_direct || !self.has_begun => Stand::Withdrawn,
            (ParticipantState::Left, _) => Stand::Left,
            // Asked to come back, and that is over: they stand as they did before.
            (ParticipantState::Invited | ParticipantState::Declined | ParticipantState::Removed, _) if self.was_in => {
                if self.went == Some(Went::Left) {
                    Stand::Left
                } else {
                    Stand::Removed
                }
            }
            _ => Stand::Gone,
        }
    }

    /// The one concerned has to take part for most changes of a conversation; says what would help if they do not.
    pub fn takes_part(&self, now: Timestamp) -> Result<(), Refusal> {
        match (self.own, self.stand(now)) {
            (ParticipantState::Joined, _) => Ok(()),
            (_, Stand::Invited { .. } | Stand::Declined) => Err(Refusal::AcceptFirst),
            _ => Err(self.is_over()),
        }
    }

    /// Whether the one concerned may write.
    pub fn may_write(&self) -> Result<(), Refusal> {
        match self.own {
            ParticipantState::Joined if self.is_closed => Err(Refusal::Closed),
            ParticipantState::Joined if self.has_company() => Ok(()),
            ParticipantState::Joined if self.has_begun => Err(Refusal::NobodyElse),
            ParticipantState::Joined if self.waits_for_somebody() => Err(Refusal::NotAccepted),
            ParticipantState::Invited => Err(Refusal::AcceptFirst),
            ParticipantState::Joined
            | ParticipantState::Declined
            | ParticipantState::Left
            | ParticipantState::Removed => Err(self.is_over()),
        }
    }

    /// The answer to somebody who neither takes part nor can.
    fn is_over(&self) -> Refusal {
        if self.was_in && self.has_begun { Refusal::NotInIt } else { Refusal::NoLongerOpen }
    }

    /// Whether the one concerned may delete what they wrote: as long as it is theirs, in the conversation or not, and
    /// anybody else could read it. What nobody has accepted goes with the invitation.
    pub fn may_delete(&self) -> Result<(), Refusal> {
        match self.own {
            _ if self.was_in && self.has_begun => Ok(()),
            ParticipantState::Joined => self.may_write().map_err(|refusal| match refusal {
                Refusal::NotAccepted => Refusal::WithdrawInstead,
                other => other,
            }),
            _ => self.may_write(),
        }
    }

    fn has_company(&self) -> bool {
        self.others.contains(&ParticipantState::Joined)
    }

    fn waits_for_somebody(&self) -> bool {
        self.others.iter().any(|state| state.is_undecided())
    }
}

#[cfg(test)]
mod tests {
    use super::{Stand, Standing};
    use crate::conversations::ConversationKind::{Direct, Group};
    use crate::conversations::ParticipantState::{self, Declined, Invited, Joined, Left, Removed};
    use crate::conversations::{ConversationKind, UNDECIDED_LAPSES, Went};
    use crate::{Refusal, Span, Timestamp};

    const NOW: Timestamp = Timestamp(1_800_000_000_000);
    const ALL: [ParticipantState; 5] = [Invited, Joined, Declined, Left, Removed];

    /// One in which whoever takes part or left was in, and nobody else.
    fn standing(kind: ConversationKind, own: ParticipantState, others: &[ParticipantState]) -> Standing<'_> {
        let (was_in, asked_at) = (matches!(own, Joined | Left), Some(NOW - Span::days(1)));
        let has_begun = others.iter().any(|other| matches!(other, Joined | Left));
        Standing { kind, is_closed: false, own, was_in, went: None, others, has_begun, asked_at }
    }

    fn stand(kind: ConversationKind, own: ParticipantState, others: &[ParticipantState]) -> Stand {
        standing(kind, own, others).stand(NOW)
    }

    #[test]
    fn a_talk_runs_as_soon_as_one_has_accepted_whatever_the_others_did() {
        for other in ALL {
            assert_eq!(stand(Group, Joined, &[other, Joined]), Stand::Talking);
            assert_eq!(standing(Group, Joined, &[other, Joined]).may_write(), Ok(()));
        }
        assert_eq!(stand(Group, Joined, &[Invited, Invited]), Stand::Waiting { sent_at: NOW - Span::days(1) });
        assert_eq!(standing(Group, Joined, &[Invited, Invited]).may_write(), Err(Refusal::NotAccepted));
    }

    #[test]
    fn who_leaves_a_group_has_left_and_withdrew_nothing() {
        assert_eq!(stand(Direct, Left, &[Removed]), Stand::Withdrawn);
        assert_eq!(stand(Group, Left, &[Joined, Joined]), Stand::Left);
        assert_eq!(stand(Group, Left, &[Removed, Declined]), Stand::Withdrawn, "which nobody had accepted");
        assert_eq!(stand(Direct, Removed, &[Left]), Stand::Gone);
    }

    #[test]
    fn who_was_taken_out_was_in_and_whose_invitation_was_taken_back_was_not() {
        let removed = standing(Group, Removed, &[Joined, Joined]);
        assert_eq!(removed.stand(NOW), Stand::Gone);
        assert_eq!(Standing { was_in: true, ..removed }.stand(NOW), Stand::Removed);
    }

    #[test]
    fn who_was_asked_to_come_back_stands_as_before_once_that_is_over() {
        for own in [Invited, Declined] {
            for (went, expected) in [(Went::Left, Stand::Left), (Went::Removed, Stand::Removed)] {
                let again = Standing { was_in: true, went: Some(went), ..standing(Group, own, &[Joined]) };
                assert_ne!(again.stand(NOW), expected, "guard: it is open");
                assert_eq!(again.stand(NOW + UNDECIDED_LAPSES), expected);
            }
        }
    }

    #[test]
    fn a_declined_invitation_stands_as_an_undecided_one_for_everybody_else() {
        for kind in [Direct, Group] {
            for own in ALL {
                for others in [[Invited, Joined], [Invited, Invited], [Invited, Left]] {
                    let declined = others.map(|state| if state == Invited { Declined } else { state });
                    for now in [NOW, NOW + UNDECIDED_LAPSES] {
                        let undecided = standing(kind, own, &others);
                        let declined = standing(kind, own, &declined);
                        assert_eq!(undecided.stand(now), declined.stand(now));
                        assert_eq!(undecided.may_write(), declined.may_write());
                    }
                }
            }
        }
    }

    #[test]
    fn what_was_asked_lapses_for_both_sides() {
        let later = NOW + UNDECIDED_LAPSES;
        assert_eq!(standing(Direct, Joined, &[Invited]).stand(later), Stand::Lapsed);
        assert_eq!(standing(Direct, Invited, &[Joined]).stand(later), Stand::Gone);
        assert_eq!(standing(Direct, Declined, &[Joined]).stand(later), Stand::Gone);
        assert_eq!(standing(Direct, Joined, &[Joined]).stand(later), Stand::Talking);
    }

    #[test]
    fn who_does_not_take_part_is_told_what_would_help() {
        let takes_part =
            |own, others: &[_], was_in, now| Standing { was_in, ..standing(Group, own, others) }.takes_part(now);
        let later = NOW + UNDECIDED_LAPSES;
        assert_eq!(takes_part(Joined, &[Joined], true, NOW), Ok(()));
        assert_eq!(takes_part(Joined, &[Invited], true, later), Ok(()));
        for own in [Invited, Declined] {
            assert_eq!(takes_part(own, &[Joined], false, NOW), Err(Refusal::AcceptFirst));
            assert_eq!(takes_part(own, &[Joined], false, later), Err(Refusal::NoLongerOpen));
            assert_eq!(takes_part(own, &[Joined], true, later), Err(Refusal::NotInIt));
        }
        for own in [Left, Removed] {
            assert_eq!(takes_part(own, &[Joined], true, NOW), Err(Refusal::NotInIt));
        }
        assert_eq!(takes_part(Left, &[Removed], true, NOW), Err(Refusal::NoLongerOpen), "which was withdrawn");
    }

    #[test]
    fn what_nobody_is_in_any_more_cannot_be_accepted_after_all() {
        assert_eq!(stand(Direct, Declined, &[Joined]), Stand::Declined);
        assert_eq!(stand(Direct, Declined, &[Left]), Stand::Gone);
    }

    #[test]
    fn what_somebody_wrote_stays_theirs_to_delete_when_they_are_gone_or_alone_and_nothing_else_does() {
        for own in [Joined, Left, Removed, Invited, Declined] {
            let gone = Standing { was_in: true, has_begun: true, ..standing(Group, own, &[Left]) };
            assert_eq!(gone.may_delete(), Ok(()));
            assert!(gone.may_write().is_err());
        }
        assert_eq!(standing(Group, Joined, &[Invited]).may_delete(), Err(Refusal::WithdrawInstead));
        assert_eq!(standing(Group, Left, &[Removed]).may_delete(), Err(Refusal::NoLongerOpen), "which was withdrawn");
        assert_eq!(standing(Group, Invited, &[Joined]).may_delete(), Err(Refusal::AcceptFirst));
    }

    #[test]
    fn in_a_closed_one_nobody_writes_and_the_words_of_each_stay_theirs_to_delete() {
        let closed = Standing { is_closed: true, ..standing(Direct, Joined, &[Joined]) };
        assert_eq!((closed.stand(NOW), closed.may_write()), (Stand::Closed, Err(Refusal::Closed)));
        assert_eq!((closed.may_delete(), closed.takes_part(NOW)), (Ok(()), Ok(())));
    }

    #[test]
    fn the_last_one_in_keeps_it_and_can_only_add_people() {
        for others in [[Left, Removed], [Left, Invited], [Left, Declined]] {
            assert_eq!(stand(Group, Joined, &others), Stand::Alone);
            assert_eq!(standing(Group, Joined, &others).may_write(), Err(Refusal::NobodyElse));
        }
    }
}
