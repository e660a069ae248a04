//! The words that stand in columns for the choices of the domain.

use crate::{Error, Row};
use snug_domain::account::LinkPurpose;
use snug_domain::api_token::Scope;
use snug_domain::conversations::{
    ChangeKind, ConversationKind, EntryKind, InvitationState, Level, Origin, ParticipantState,
};
use snug_domain::deliveries::{DeliveryKind, DeliveryState};
use snug_domain::people::{Language, MailState, PersonKind, PersonState, Theme};

/// A choice that is stored as a word.
pub(crate) trait Word: Copy + PartialEq + 'static {
    /// Every choice and its word.
    const WORDS: &'static [(Self, &'static str)];
}

/// The word for a choice.
pub(crate) fn word<W: Word>(choice: W) -> &'static str {
    W::WORDS.iter().find(|(known, _)| *known == choice).map_or("", |(_, word)| word)
}

/// The choice whose word stands in this column.
pub(crate) fn choice<W: Word>(row: &Row<'_>, index: usize) -> Result<W, Error> {
    let stored = row.get::<String>(index)?;
    W::WORDS.iter().find(|(_, word)| *word == stored).map(|(choice, _)| *choice).ok_or_else(|| row.corrupt(index))
}

impl Word for PersonKind {
    const WORDS: &'static [(Self, &'static str)] = &[(Self::Member, "member"), (Self::Guest, "guest")];
}

impl Word for PersonState {
    const WORDS: &'static [(Self, &'static str)] = &[
        (Self::Active, "active"),
        (Self::AwaitingApproval, "awaiting_approval"),
        (Self::Suspended, "suspended"),
        (Self::Erased, "erased"),
    ];
}

impl Word for MailState {
    const WORDS: &'static [(Self, &'static str)] =
        &[(Self::Good, "good"), (Self::Bouncing, "bouncing"), (Self::Stopped, "stopped")];
}

impl Word for Theme {
    const WORDS: &'static [(Self, &'static str)] =
        &[(Self::Auto, "auto"), (Self::Light, "light"), (Self::Dark, "dark")];
}

impl Word for Language {
    const WORDS: &'static [(Self, &'static str)] = &[(Self::English, "en"), (Self::Arabic, "ar")];
}

impl Word for LinkPurpose {
    const WORDS: &'static [(Self, &'static str)] =
        &[(Self::SignIn, "sign_in"), (Self::ResetPassword, "reset_password")];
}

impl Word for Scope {
    const WORDS: &'static [(Self, &'static str)] = &[(Self::Read, "read"), (Self::ReadWrite, "read_write")];
}

impl Word for ConversationKind {
    const WORDS: &'static [(Self, &'static str)] = &[
        (Self::Direct, "direct"),
        (Self::Group, "group"),
        (Self::Inbox, "inbox"),
        (Self::Announcement, "announcement"),
    ];
}

impl Word for ParticipantState {
    const WORDS: &'static [(Self, &'static str)] = &[
        (Self::Invited, "invited"),
        (Self::Joined, "joined"),
        (Self::Declined, "declined"),
        (Self::Left, "left"),
        (Self::Removed, "removed"),
    ];
}

impl Word for Level {
    const WORDS: &'static [(Self, &'static str)] =
        &[(Self::EveryMessage, "every_message"), (Self::Normal, "normal"), (Self::Muted, "muted")];
}

impl Word for InvitationState {
    const WORDS: &'static [(Self, &'static str)] = &[
        (Self::Pending, "pending"),
        (Self::Accepted, "accepted"),
        (Self::Declined, "declined"),
        (Self::Withdrawn, "withdrawn"),
    ];
}

impl Word for EntryKind {
    const WORDS: &'static [(Self, &'static str)] = &[(Self::Message, "message"), (Self::Joined, "joined")];
}

impl Word for Origin {
    const WORDS: &'static [(Self, &'static str)] = &[(Self::Site, "site"), (Self::Api, "api"), (Self::Mail, "mail")];
}

impl Word for ChangeKind {
    const WORDS: &'static [(Self, &'static str)] = &[
        (Self::Message, "message"),
        (Self::Edited, "edited"),
        (Self::Deleted, "deleted"),
        (Self::Read, "read"),
        (Self::ReadByOther, "read_by_other"),
        (Self::Invited, "invited"),
        (Self::Accepted, "accepted"),
        (Self::Withdrawn, "withdrawn"),
        (Self::Listed, "listed"),
    ];
}

impl Word for DeliveryKind {
    const WORDS: &'static [(Self, &'static str)] = &[
        (Self::ConfirmAddress, "confirm_address"),
        (Self::AlreadyMember, "already_member"),
        (Self::SignInLink, "sign_in_link"),
        (Self::ResetPassword, "reset_password"),
        (Self::PasswordChanged, "password_changed"),
        (Self::Invitation, "invitation"),
        (Self::Digest, "digest"),
    ];
}

impl Word for DeliveryState {
    const WORDS: &'static [(Self, &'static str)] = &[
        (Self::Queued, "queued"),
        (Self::Sent, "sent"),
        (Self::Deferred, "deferred"),
        (Self::Bounced, "bounced"),
        (Self::Stopped, "stopped"),
    ];
}
