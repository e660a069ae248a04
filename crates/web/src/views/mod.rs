//! What each page shows: plain values, and the template that turns them into HTML.
//!
//! Owns the structs behind `templates/`, one for each page, part and stream. They hold what is
//! read, never what decides: no use case, no database, no request. Every text comes from
//! [`Texts`](snug_texts::Texts), so a page is complete in each language.

mod account;
mod bell;
mod community_face;
mod conversation;
mod conversation_list;
mod demo;
mod errors;
mod explained;
mod frame;
mod home;
mod input;
mod landing;
mod message;
mod moment;
mod participants;
mod people;
mod person;
mod preferences;
mod sentence;
mod start;
pub mod streams;
mod title;

pub use account::{
    ChoosePasswordPage, ConfirmSignUpPage, DeadLinkPage, ForgotPasswordPage, MailSent, MailSentPage, SignInByLinkPage,
    SignInPage, SignUpPage,
};
pub use bell::{BellEntry, BellPage};
pub use community_face::CommunityFace;
pub use conversation::{
    Answered, Closed, ClosedState, ConversationPage, Ended, Head, Invited, Reminder, State, Talk, Waiting, Writer,
};
pub use conversation_list::{ConversationList, ConversationRow, ConversationsPage, Membership, Show};
pub use demo::{CommunitiesPage, CommunityEntry, MailEntry, MailPage, MailView, MailsPage};
pub use errors::{ErrorPage, Fault, LoneErrorPage, UnsentForm, not_accepted, problem, refusal};
pub use explained::{ExplainedPage, PROMISES, Section, about, help, privacy};
pub use frame::{DemoPerson, DemoStrip, Frame, Notice, SignedIn, THEMES, badge, parse_theme, theme_word};
pub use home::HomePage;
pub use input::Input;
pub use landing::{
    DeadStopPage, LandingDone, LandingDonePage, LandingPage, MutePage, UnsubscribePage, UnsubscribedPage,
};
pub use message::{Line, Message, Quote};
pub use moment::Moment;
pub use participants::{ParticipantEntry, ParticipantsPage, ReadersPage};
pub use people::{DirectoryPage, Door, PersonCard, ProfilePage};
pub use person::Person;
pub use preferences::{
    AppearanceForm, BlockedEntry, BlockedPage, NotificationsForm, PasswordForm, PreferencesPage, PrivacyForm,
    ProfileForm, Saved, SessionEntry, TokenEntry, ZoneChoice, ZoneOption,
};
pub use sentence::{Exactly, Sentence};
pub use start::{
    AddPeoplePage, ChoosePersonPage, Composer, EditMessagePage, FoundPeople, FoundPerson, PreviewPage, Recipient,
    Recipients, Says, Seen, StartPage,
};
pub use title::{FACES, Face, Title};
