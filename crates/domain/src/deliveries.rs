//! Mails: what each is about, and what became of it.

use crate::Span;

/// What a mail is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DeliveryKind {
    /// Somebody asked to sign up with this address.
    ConfirmAddress,
    /// Somebody asked to sign up with an address that has an account.
    AlreadyMember,
    /// A link that signs in.
    SignInLink,
    /// A link that lets one choose a new password.
    ResetPassword,
    /// The password was changed.
    PasswordChanged,
    /// A member would like to talk.
    Invitation,
    /// All unread conversations of one person.
    Digest,
}

/// What became of a mail.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DeliveryState {
    /// Waits for the courier.
    Queued,
    /// The mail server took it.
    Sent,
    /// The mail server said "later": it is tried again.
    Deferred,
    /// The mail server said "never", or "later" for too long.
    Bounced,
    /// Not needed any more, or not wanted.
    Stopped,
}

/// How long the mail of an invitation waits, so that taking it back or correcting it reaches the mail.
pub const INVITATION_MAIL_WAITS: Span = Span::seconds(20);

/// How long to wait after the `attempts`th failed attempt, or `None` to give up.
///
/// RFC 5321, 4.5.4.1, asks for at least 30 minutes between later tries and to go on for four to
/// five days; the first tries come sooner, for servers that greylist.
#[must_use]
pub fn wait_after(attempts: i64) -> Option<Span> {
    match attempts {
        ..=1 => Some(Span::minutes(1)),
        2 => Some(Span::minutes(5)),
        3 => Some(Span::minutes(15)),
        4 => Some(Span::minutes(30)),
        5..=8 => Some(Span::hours(1)),
        9..=36 => Some(Span::hours(4)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::wait_after;
    use crate::Span;

    #[test]
    fn a_mail_is_tried_for_four_to_five_days() {
        let total: i64 = (1..).map_while(wait_after).map(|wait| wait.0).sum();
        assert!((Span::days(4).0..=Span::days(5).0).contains(&total), "{} hours", total / 3_600_000);
    }
}
