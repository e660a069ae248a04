use snug_domain::people::Language::{Arabic, English};
use snug_domain::people::{Language, Writers};

/// The password of all of them. It is printed at the start: nothing here is a secret.
pub(crate) const PASSWORD: &str = "snug demo people";

/// A community of the sample.
pub(super) struct SampleCommunity {
    pub slug: &'static str,
    pub name: &'static str,
    pub has_conversations: bool,
    pub logo: &'static [u8],
    pub accent: &'static str,
    pub sentence: &'static str,
    pub members: &'static [Member],
}

/// A member of a sample community; their address is `HANDLE@example.org`.
pub(super) struct Member {
    pub handle: &'static str,
    pub name: &'static str,
    pub about: &'static str,
    pub language: Language,
    pub writers: Writers,
}

/// Both communities, each at `SLUG.localhost`.
pub(super) const COMMUNITIES: [SampleCommunity; 2] = [
    SampleCommunity {
        slug: "riverside",
        name: "Riverside",
        has_conversations: true,
        logo: include_bytes!("riverside.png"),
        accent: "#1b5e7b",
        sentence: "Neighbours between the old weir and the bridge, with a garden, a choir and a van.",
        members: &RIVERSIDE,
    },
    SampleCommunity {
        slug: "hilltop",
        name: "Hilltop",
        has_conversations: false,
        logo: include_bytes!("hilltop.png"),
        accent: "#54407a",
        sentence: "People who climb the hill for the stars, and stay for the owls.",
        members: &HILLTOP,
    },
];

const RIVERSIDE: [Member; 12] = [
    member("ana", "Ana Ruiz", "Keeps the seed library and, since May, the bees.", English),
    member("ben", "Ben Okafor", "Repair café on Saturdays. If it has a plug, bring it.", English),
    member("carla", "Carla Lindqvist", "Treasurer. Likes spreadsheets more than she admits.", English),
    member("deniz", "Deniz Aydın", "New by the river. Bakes sourdough, gives half of it away.", English),
    member("emma", "Emma Novak", "Choir, second alto. Looking for a bicycle with a basket.", English),
    member("salma", "سلمى حداد", "أعتني بمكتبة الحيّ وأحبّ القراءة على ضفّة النهر.", Arabic),
    member("farid", "Farid Rahimi", "Builds raised beds. Has a van and says yes too often.", English),
    member("grace", "Grace Mbeki", "Night shifts at the hospital: answers at odd hours.", English),
    member("hugo", "Hugo Lambert", "Photographs the same bend of the river every morning.", English),
    member("ines", "Inês Carvalho", "Teaches Portuguese on Wednesdays, with cake.", English),
    Member { writers: Writers::Acquaintances, ..member("jonas", "Jonas Weber", "", English) },
    member("yusuf", "يوسف منصور", "نجّار، أصلح الكراسي القديمة يوم السبت.", Arabic),
];

const HILLTOP: [Member; 3] = [
    member("olga", "Olga Petrova", "Runs the observatory evenings.", English),
    member("pim", "Pim de Vries", "Counts owls.", English),
    member("ana", "Ana Ruiz", "Comes up the hill for the stars.", English),
];

const fn member(handle: &'static str, name: &'static str, about: &'static str, language: Language) -> Member {
    Member { handle, name, about, language, writers: Writers::Everyone }
}

impl Member {
    /// Where their mail goes.
    pub(super) fn address(&self) -> String {
        format!("{}@example.org", self.handle)
    }
}
