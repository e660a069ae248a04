//! The words that stand in columns for the choices of the domain.
//!
//! Both directions are one list, checked by the compiler: a choice without a word does not compile. A word that is in
//! the list stays what it is for ever. A word that is not in it was written by a newer program, or is damage: the row
//! cannot be read, and whoever reads a queue or a list goes on without it ([`crate::Row::readable`]).

use crate::bind::{Bind, Value};
use crate::row::Column;
use snug_domain::account::LinkPurpose;
use snug_domain::api_token::Scope;
use snug_domain::conversations::{
    Adding, ChangeKind, ConversationKind, EntryKind, InvitationState, Level, Origin, ParticipantState, Role, Shelf,
    Went,
};
use snug_domain::deliveries::{DeliveryKind, DeliveryState};
use snug_domain::face::Icon;
use snug_domain::people::{Language, LookOf, MailState, PersonKind, PersonState, Theme, Writers};

macro_rules! words {
    ($($choice:ident { $($variant:ident = $word:literal),+ $(,)? })+) => {$(
        impl Bind for $choice {
            fn value(&self) -> Value<'_> {
                Value::Text(match self {
                    $(Self::$variant => $word,)+
                })
            }
        }

        impl Column for $choice {
            fn read(value: Value<'_>) -> Option<Self> {
                match value {
                    $(Value::Text($word) => Some(Self::$variant),)+
                    _ => None,
                }
            }
        }
    )+};
}

words! {
    PersonKind { Member = "member", Guest = "guest" }
    PersonState { Active = "active", Suspended = "suspended" }
    MailState { Good = "good", Bouncing = "bouncing", Stopped = "stopped" }
    Writers { Everyone = "everyone", Acquaintances = "acquaintances", Nobody = "nobody" }
    Theme { Auto = "auto", Light = "light", Dark = "dark" }
    LookOf { Name = "name", PartOfName = "part_of_name", Handle = "handle" }
    Icon { Small = "small", Touch = "touch", Medium = "medium", Large = "large", Maskable = "maskable" }
    Language { English = "en", Arabic = "ar" }
    LinkPurpose { SignIn = "sign_in", ResetPassword = "reset_password" }
    Scope { Read = "read", ReadWrite = "read_write" }
    ConversationKind { Direct = "direct", Group = "group", Inbox = "inbox", Announcement = "announcement" }
    ParticipantState {
        Invited = "invited",
        Joined = "joined",
        Declined = "declined",
        Left = "left",
        Removed = "removed",
    }
    Went { Left = "left", Removed = "removed" }
    Role { Member = "member", Host = "host" }
    Adding { Everyone = "everyone", Hosts = "hosts" }
    Level { EveryMessage = "every_message", Normal = "normal", Muted = "muted" }
    Shelf {
        List = "list",
        Archive = "archive",
        Invitations = "invitations",
        Declined = "declined",
        Past = "past",
        Nowhere = "none",
    }
    InvitationState {
        Pending = "pending",
        Accepted = "accepted",
        Declined = "declined",
        Withdrawn = "withdrawn",
    }
    EntryKind {
        Message = "message",
        Started = "started",
        Joined = "joined",
        Left = "left",
        Returned = "returned",
        Invited = "invited",
        Uninvited = "uninvited",
        Removed = "removed",
        Renamed = "renamed",
        MadeHost = "made_host",
        UnmadeHost = "unmade_host",
        BecameHost = "became_host",
        GaveHostBack = "gave_host_back",
        EveryoneAdds = "everyone_adds",
        HostsAdd = "hosts_add",
        Continued = "continued",
    }
    Origin { Site = "site", Api = "api", Mail = "mail" }
    ChangeKind {
        Message = "message",
        Edited = "edited",
        Deleted = "deleted",
        Read = "read",
        ReadByOther = "read_by_other",
        Invited = "invited",
        Accepted = "accepted",
        Withdrawn = "withdrawn",
        Listed = "listed",
        Closed = "closed",
    }
    DeliveryKind {
        ConfirmAddress = "confirm_address",
        AlreadyMember = "already_member",
        SignInLink = "sign_in_link",
        ResetPassword = "reset_password",
        PasswordChanged = "password_changed",
        Invitation = "invitation",
        Digest = "digest",
    }
    DeliveryState {
        Queued = "queued",
        Sent = "sent",
        Deferred = "deferred",
        Bounced = "bounced",
        Stopped = "stopped",
    }
}
