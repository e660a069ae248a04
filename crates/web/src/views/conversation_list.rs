//! The list of conversations, beside the one that is open.

use super::{Face, Frame, Moment, PersonCard, Title};
use askama::Template;

/// *My Conversations* with none open.
#[derive(Template)]
#[template(path = "conversations/index.html")]
pub struct ConversationsPage {
    /// What surrounds it.
    pub frame: Frame,
    /// The list.
    pub list: ConversationList,
    /// People to write to, shown while there is no conversation at all.
    pub suggestions: Vec<PersonCard>,
    /// Those who wait for the reader: unread conversations and invitations, the newest.
    pub waiting: Vec<ConversationRow>,
    /// The reader's address, where mail to it came back.
    pub comes_back: Option<String>,
}

/// The list of conversations.
pub struct ConversationList {
    /// Which ones.
    pub show: Show,
    /// The ones on this page, newest first.
    pub rows: Vec<ConversationRow>,
    /// The address of the next page.
    pub next: Option<String>,
    /// How many invitations wait for an answer.
    pub invitations: u32,
    /// The conversation that is open.
    pub current: Option<String>,
}

impl ConversationList {
    /// Whether this row is the open one.
    #[must_use]
    pub fn is_current(&self, row: &ConversationRow) -> bool {
        self.current.as_ref() == Some(&row.id)
    }
}

/// Which conversations are listed: `?show=`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Show {
    /// All that are not archived.
    All,
    /// Those with something unread.
    Unread,
    /// Those one is invited to.
    Invitations,
    /// Those with a star.
    Starred,
    /// Those put away.
    Archived,
}

impl Show {
    /// All of them, in the order of the tabs.
    pub const ALL: [Self; 5] = [Self::All, Self::Unread, Self::Invitations, Self::Starred, Self::Archived];

    /// The word in addresses.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Unread => "unread",
            Self::Invitations => "invitations",
            Self::Starred => "starred",
            Self::Archived => "archived",
        }
    }

    /// The choice of this word; all where it is none.
    #[must_use]
    pub fn parse(word: &str) -> Self {
        Self::ALL.into_iter().find(|show| show.word() == word).unwrap_or(Self::All)
    }

    /// What stands behind the path of a page that has this list beside it.
    #[must_use]
    pub const fn query(self) -> &'static str {
        match self {
            Self::All => "",
            Self::Unread => "?show=unread",
            Self::Invitations => "?show=invitations",
            Self::Starred => "?show=starred",
            Self::Archived => "?show=archived",
        }
    }
}

/// A conversation in the list.
#[derive(Debug, Clone)]
pub struct ConversationRow {
    /// Its id.
    pub id: String,
    /// What it is called.
    pub title: Title,
    /// The first faces of the others in it.
    pub faces: Vec<Face>,
    /// The last words, shortened.
    pub words: String,
    /// Whose they are, where that is not plain: the reader's, or one's of several.
    pub by: Option<String>,
    /// When something last happened.
    pub moment: Moment,
    /// The same in milliseconds: where the row stands among the others.
    pub order: i64,
    /// How many messages are unread.
    pub unread: u32,
    /// How the reader is in it.
    pub membership: Membership,
    /// Whether the reader put it away.
    pub archived: bool,
    /// Whether the reader took part in it, and does not any more.
    pub past: bool,
    /// Whether the reader muted it.
    pub muted: bool,
    /// Whether the reader marked it with a star.
    pub starred: bool,
}

impl ConversationRow {
    /// The lists this row belongs in, as words: a live row appears only where it should.
    #[must_use]
    pub fn shows(&self) -> String {
        let invited = self.membership == Membership::Invited;
        let declined = self.membership == Membership::Declined;
        let belongs = |show: &Show| match show {
            Show::All => !self.archived && !declined && !self.past,
            Show::Unread => self.unread > 0,
            Show::Invitations => invited,
            Show::Starred => self.starred,
            Show::Archived => declined || self.past || (self.archived && !invited),
        };
        Show::ALL.iter().filter(|show| belongs(show)).map(|show| show.word()).collect::<Vec<_>>().join(" ")
    }
}

impl ConversationRow {
    /// Where the key that archives it posts to, or that takes it out again.
    #[must_use]
    pub fn archive_path(&self) -> Option<String> {
        let verb = if self.archived { "unarchive" } else { "archive" };
        let may = matches!(self.membership, Membership::Talking | Membership::Waiting | Membership::Lapsed);
        may.then(|| format!("/conversations/{}/{verb}", self.id))
    }

    /// Where the key that marks it as unread posts to.
    #[must_use]
    pub fn unread_path(&self) -> Option<String> {
        let may = self.membership == Membership::Talking && self.unread == 0;
        may.then(|| format!("/conversations/{}/unread", self.id))
    }
}

/// How the reader is in a conversation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Membership {
    /// They talk.
    Talking,
    /// The reader waits for somebody to answer.
    Waiting,
    /// The reader is asked.
    Invited,
    /// The reader declined, and can still accept.
    Declined,
    /// Nobody answered the reader in time.
    Lapsed,
    /// Withdrawn, left or removed.
    Closed,
}

#[cfg(test)]
mod tests {
    use super::{ConversationRow, Membership, Moment, Title};
    use crate::views::Person;
    use snug_domain::Timestamp;
    use snug_domain::people::Language;
    use snug_texts::{Texts, Times};

    fn row(membership: Membership, archived: bool, unread: u32) -> String {
        let row = ConversationRow {
            id: String::from("1"),
            title: Title::of(&Person::new("Ana", "ana")),
            faces: Vec::new(),
            words: String::new(),
            by: None,
            moment: Moment::new(&Times::new(Texts::of(Language::English), None, Timestamp(0)), Timestamp(0)),
            order: 0,
            unread,
            membership,
            archived,
            past: false,
            muted: false,
            starred: false,
        };
        row.shows()
    }

    #[test]
    fn an_invitation_is_where_conversations_are_and_one_declined_is_put_away() {
        assert_eq!(row(Membership::Invited, false, 1), "all unread invitations");
        assert_eq!(row(Membership::Declined, false, 0), "archived");
        assert_eq!(row(Membership::Talking, false, 2), "all unread");
        assert_eq!(row(Membership::Talking, true, 0), "archived");
    }
}
