use super::DeliveryKind;
use crate::{InvitationId, LinkId, SignUpId};
use uuid::Uuid;

/// What a mail is about, with the row that says more where there is one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Matter {
    /// Somebody asked to sign up with this address.
    ConfirmAddress(SignUpId),
    /// Somebody asked to sign up with an address that has an account.
    AlreadyMember,
    /// A link that signs in.
    SignInLink(LinkId),
    /// A link that lets one choose a new password.
    ResetPassword(LinkId),
    /// The password was changed.
    PasswordChanged,
    /// A member would like to talk.
    Invitation(InvitationId),
    /// All unread conversations of one person.
    Digest,
}

impl Matter {
    /// The matter of a kind with this row; none where the kind has a row and none is named.
    #[must_use]
    pub fn of(kind: DeliveryKind, id: Option<Uuid>) -> Option<Self> {
        Some(match kind {
            DeliveryKind::ConfirmAddress => Self::ConfirmAddress(SignUpId(id?)),
            DeliveryKind::AlreadyMember => Self::AlreadyMember,
            DeliveryKind::SignInLink => Self::SignInLink(LinkId(id?)),
            DeliveryKind::ResetPassword => Self::ResetPassword(LinkId(id?)),
            DeliveryKind::PasswordChanged => Self::PasswordChanged,
            DeliveryKind::Invitation => Self::Invitation(InvitationId(id?)),
            DeliveryKind::Digest => Self::Digest,
        })
    }

    /// Its kind.
    #[must_use]
    pub const fn kind(self) -> DeliveryKind {
        match self {
            Self::ConfirmAddress(_) => DeliveryKind::ConfirmAddress,
            Self::AlreadyMember => DeliveryKind::AlreadyMember,
            Self::SignInLink(_) => DeliveryKind::SignInLink,
            Self::ResetPassword(_) => DeliveryKind::ResetPassword,
            Self::PasswordChanged => DeliveryKind::PasswordChanged,
            Self::Invitation(_) => DeliveryKind::Invitation,
            Self::Digest => DeliveryKind::Digest,
        }
    }

    /// The id of its row.
    #[must_use]
    pub const fn id(self) -> Option<Uuid> {
        match self {
            Self::ConfirmAddress(SignUpId(id))
            | Self::SignInLink(LinkId(id))
            | Self::ResetPassword(LinkId(id))
            | Self::Invitation(InvitationId(id)) => Some(id),
            Self::AlreadyMember | Self::PasswordChanged | Self::Digest => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Matter;
    use crate::{InvitationId, LinkId, SignUpId};
    use uuid::Uuid;

    #[test]
    fn a_matter_is_found_again_by_its_kind_and_row() {
        let id = Uuid::from_u128(7);
        for matter in [
            Matter::ConfirmAddress(SignUpId(id)),
            Matter::AlreadyMember,
            Matter::SignInLink(LinkId(id)),
            Matter::ResetPassword(LinkId(id)),
            Matter::PasswordChanged,
            Matter::Invitation(InvitationId(id)),
            Matter::Digest,
        ] {
            assert_eq!(Matter::of(matter.kind(), matter.id()), Some(matter));
            assert_eq!(Matter::of(matter.kind(), None).is_some(), matter.id().is_none());
        }
    }
}
