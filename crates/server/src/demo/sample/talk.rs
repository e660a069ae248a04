use snug_domain::Span;

/// A conversation of the sample: who asked whom, what they said, and how it stands.
pub(super) struct Talk {
    /// Who began it, by handle.
    pub starter: &'static str,
    /// Who was invited.
    pub other: &'static str,
    /// How long ago it began.
    pub began: Span,
    /// How long ago they last sat down to it.
    pub ended: Span,
    /// In how many sittings they said it all.
    pub sittings: usize,
    /// How it stands.
    pub outcome: Outcome,
    /// What was said, and by whom; the first is the invitation.
    pub turns: &'static [Turn],
}

/// Who said something, by handle, and what.
pub(super) type Turn = (&'static str, &'static str);

/// How a conversation stands.
#[derive(Clone, Copy)]
pub(super) enum Outcome {
    /// Not answered.
    Waiting,
    /// Declined by the other one.
    Declined,
    /// Taken back by the starter.
    Withdrawn,
    /// Accepted; the last so many messages are not read yet.
    Talking { unread: usize },
    /// Accepted, read, and put away by the starter.
    PutAway,
    /// Accepted, read, and closed when the other one blocked the starter.
    Closed,
}

impl Talk {
    /// How long ago this turn was taken: two minutes after the one before, in one sitting.
    pub(super) fn ago(&self, turn: usize) -> Span {
        let in_each = self.turns.len().div_ceil(self.sittings.max(1)).max(1);
        let last_sitting = self.turns.len().saturating_sub(1) / in_each;
        let apart = (self.began.0 - self.ended.0) / count(last_sitting).max(1);
        let into_it = apart * count(turn / in_each) + Span::minutes(2).0 * count(turn % in_each);
        Span(self.began.0 - into_it)
    }
}

fn count(of: usize) -> i64 {
    i64::try_from(of).unwrap_or(i64::MAX)
}
