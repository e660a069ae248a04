//! What it costs the database to use a mailbox and a directory: so many statements, and no more with a full mailbox
//! than with an almost empty one.

use snug_app::conversations::{Filter, Place, Slice, StartWith};
use snug_domain::ConversationId;
use snug_domain::people::Handle;
use snug_store::Engine;
use snug_store::testing::Cost;
use snug_testkit::{Member, TestApp, hours, minutes};

/// Rows on a page: fewer than there are, so that a page is full in both communities.
const PAGE: usize = 5;

/// What people do with a mailbox and a directory, with the statements it runs on SQLite, where no row need
/// be locked, and on PostgreSQL, where one can do more.
const STATEMENTS: &[(&str, [u64; 2])] = &[
    ("start a conversation", [24, 24]),
    ("edit the invitation", [9, 9]),
    ("accept", [14, 15]),
    ("decline", [6, 6]),
    ("withdraw", [6, 7]),
    ("reply", [8, 7]),
    ("edit a message", [7, 7]),
    ("read", [5, 5]),
    ("mark as unread", [4, 4]),
    ("delete a message", [7, 7]),
    ("archive", [4, 4]),
    ("list all", [2, 2]),
    ("list the unread", [2, 2]),
    ("list the invitations", [2, 2]),
    ("show the last messages", [4, 4]),
    ("show older messages", [4, 4]),
    ("open the bell", [4, 4]),
    ("catch up with one message", [4, 4]),
    ("find a profile", [10, 10]),
    ("look into the directory", [2, 2]),
    ("search the directory", [3, 3]),
    ("be present", [1, 1]),
    ("see who is present", [1, 1]),
];

/// Conversations with something unread, and invitations that wait: as many in both communities,
/// for what they cost is counted by them.
const WAITING: usize = 6;

/// Steps that the order of what came in the same millisecond may cost.
const ORDER: u64 = 40;

/// A community in which Ana talks with so many people, and with Ben so much.
struct World {
    app: TestApp,
    ana: Member,
    ben: Member,
    conversation: ConversationId,
}

impl World {
    async fn new(people: usize, messages: usize) -> Self {
        let app = TestApp::new().await;
        for number in 0..people {
            let (_, ana, conversation) = app.talking(&format!("partner{number}"), "ana").await;
            if number >= WAITING {
                ana.reads(conversation).await;
            }
            app.wait(minutes(1));
        }
        let (ana, ben, conversation) = app.talking("ana", "ben").await;
        for number in 0..messages {
            ana.say(conversation, &format!("Swift number {number}")).await;
            app.wait(minutes(1));
        }
        for number in 0..WAITING {
            app.member(&format!("starter{number}")).await.start_conversation("ana", "Hello Ana").await;
        }
        // The clean-up and the digests are not what is counted.
        app.advance(hours(1)).await;
        Self { app, ana, ben, conversation }
    }

    async fn cost<T>(&self, work: impl Future<Output = T>) -> Cost {
        self.app.database().start_counting();
        work.await;
        self.app.database().stop_counting()
    }

    async fn costs(&self) -> Vec<(&'static str, Cost)> {
        let Self { app, ana, ben, conversation } = self;
        let (snug, conversation, top) = (app.snug(), *conversation, Place::TOP);
        let mut costs = Vec::new();
        macro_rules! cost {
            ($name:literal, $work:expr) => {
                costs.push(($name, self.cost($work).await));
            };
        }
        let (carla, deniz) = (app.member("carla").await, app.member("deniz").await);
        let handle = |text: &str| Handle::parse(text).expect("a short name");

        let start = StartWith::one(carla.handle().clone(), ana.draft("Hello Carla"));
        cost!("start a conversation", async {
            snug.start_conversation(&ana.actor(), start.clone()).await.expect("started");
        });
        let asked = carla.lists(Filter::Invitations).await[0].conversation;
        cost!("edit the invitation", ana.edit(asked, ana.entries(asked).await[0].id, "Hello dear Carla"));
        cost!("accept", carla.accept(asked));
        let asked = deniz.start_conversation("ana", "Hello Ana").await;
        cost!("decline", ana.decline(asked));
        let asked = ana.start_conversation("emma", "Hello Emma").await;
        cost!("withdraw", ana.withdraw(asked));

        cost!("reply", ben.say(conversation, "A message"));
        let message = ben.entries(conversation).await.pop().expect("a message").id;
        cost!("edit a message", ben.edit(conversation, message, "Another message"));
        cost!("read", ana.reads(conversation));
        cost!("mark as unread", async { snug.mark_unread(&ana.actor(), conversation).await.expect("marked") });
        cost!("delete a message", ben.delete(conversation, message));
        cost!("archive", async { snug.set_archived(&ana.actor(), conversation, true).await.expect("archived") });
        ana.say(conversation, "Here again").await;

        let list = async |filter| snug.list_conversations(&ana.actor(), filter, top, PAGE).await.expect("a list");
        cost!("list all", list(Filter::All));
        cost!("list the unread", list(Filter::Unread));
        cost!("list the invitations", list(Filter::Invitations));
        let show = async |slice| {
            snug.show_conversation(&ana.actor(), conversation, slice, PAGE).await.expect("a conversation");
        };
        cost!("show the last messages", show(Slice::Last));
        cost!("show older messages", show(Slice::Before(8)));
        cost!("open the bell", ana.bell());
        let last = snug.last_change(&ana.actor()).await.expect("a number");
        ben.say(conversation, "One more").await;
        cost!("catch up with one message", async { snug.catch_up(&ana.actor(), last).await.expect("caught up") });

        cost!("find a profile", async { snug.find_profile(&ana.actor(), ben.handle()).await.expect("a profile") });
        cost!("look into the directory", async {
            snug.list_members(&ana.actor(), "", None, PAGE).await.expect("members");
        });
        cost!("search the directory", async {
            snug.list_members(&ana.actor(), "be", None, PAGE).await.expect("members");
        });
        cost!("be present", async { snug.note_presence(&ana.actor()).await.expect("noted") });
        cost!("see who is present", async {
            let shown = vec![handle("ben.okafor"), handle("nobody")];
            snug.list_present(&ana.actor(), shown, vec![conversation]).await.expect("who is there");
        });
        costs
    }
}

#[tokio::test]
async fn no_use_case_costs_more_in_a_full_mailbox_than_in_an_almost_empty_one() {
    let (few, many) = (World::new(6, 10).await, World::new(30, 60).await);
    let (few, many) = (few.costs().await, many.costs().await);
    let engine = TestApp::new().await.database().engine();
    let known = STATEMENTS.iter().map(|(name, [sqlite, postgres])| match engine {
        Engine::Sqlite => (*name, *sqlite),
        Engine::Postgres => (*name, *postgres),
    });
    let statements: Vec<_> = few.iter().map(|(name, cost)| (*name, cost.statements)).collect();
    assert_eq!(statements, known.collect::<Vec<_>>());
    for ((name, few), (_, many)) in few.iter().zip(&many) {
        assert_eq!(few.statements, many.statements, "statements to {name}");
        assert!(many.steps <= few.steps + ORDER, "{} steps to {name}, where {} did before", many.steps, few.steps);
    }
}
