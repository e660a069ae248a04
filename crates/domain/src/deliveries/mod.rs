//! Mails: what each is about, and what became of it.

use crate::Span;

mod blame;
mod matter;
mod phrases;
mod rejection;
mod retry;
mod setup_fault;
mod verdict;

pub use blame::shows_dead_address;
pub use matter::Matter;
pub use rejection::{EnhancedCode, Extension, Rejection, Stage};
pub use retry::LONGEST_WAIT;
pub use setup_fault::SetupFault;
pub use verdict::{Verdict, verdict};

/// The kinds of [`Matter`], as they are stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "each is the kind of the matter of its name")]
pub enum DeliveryKind {
    ConfirmAddress,
    AlreadyMember,
    SignInLink,
    ResetPassword,
    PasswordChanged,
    Invitation,
    Digest,
}

/// What became of a mail.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DeliveryState {
    /// Waits for the courier.
    Queued,
    /// The mail server took it.
    Sent,
    /// Not taken yet: it is tried again.
    Deferred,
    /// The mail server takes no mail for this address, or put it off for too long.
    Bounced,
    /// Not needed any more, not wanted, or given up for a fault that is not the recipient's.
    Stopped,
}

/// How long the mail of an invitation waits, so that taking it back or correcting it reaches the mail.
pub const INVITATION_MAIL_WAITS: Span = Span::seconds(20);
/// How long it is kept what became of a mail, with the address it went to.
pub const DELIVERIES_KEPT: Span = Span::days(90);
