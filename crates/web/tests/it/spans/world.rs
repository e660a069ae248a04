//! The five people on a real site, and the steps they take there.

use super::order::{Order, PEOPLE, Past, Step, Who};
use snug_app::conversations::{AddPeople, Posted, Shown, StartWith};
use snug_app::{Actor, App, Error};
use snug_domain::conversations::{Adding, ConversationTitle, Level, Role};
use snug_domain::people::Handle;
use snug_domain::{ConversationId, MessageId, Timestamp};
use snug_testkit::browser::TestSite;
use snug_testkit::{Member, days, minutes, seconds};
use std::collections::BTreeMap;

pub(super) const KEYS: [&str; PEOPLE] = ["ana", "ben", "carla", "deniz", "emma"];

pub(super) struct World {
    pub site: TestSite,
    pub people: Vec<Member>,
    pub conversation: ConversationId,
    /// The messages by the place of their entry, counted from 0.
    pub messages: BTreeMap<usize, MessageId>,
}

/// The words that only this text has.
pub(super) fn word(number: usize) -> String {
    format!("qx{number:04}xq")
}

/// Every such word in something that was shown.
pub(super) fn words_in(shown: &str) -> Vec<&str> {
    let found = shown.match_indices("qx").filter_map(|(place, _)| shown.get(place..place + 8));
    found.filter(|word| word.ends_with("xq")).collect()
}

impl World {
    /// Five people, of whom the first has begun a conversation.
    pub(super) async fn new(order: &Order) -> Self {
        let site = TestSite::new().await;
        let mut people = Vec::new();
        for key in KEYS {
            people.push(site.member(key).await);
        }
        if order.is_among_friends {
            befriend(&site, &people).await;
        }
        let to: Vec<_> = order.asked.iter().map(|who| people[*who].handle().clone()).collect();
        let title = order.is_titled.then(|| title(&people[0], 9_000));
        let start = StartWith { to, title, begun_from: None, draft: people[0].draft(&word(0)) };
        let posted = site.snug().start_conversation(&people[0].actor(), start).await.expect("it is begun");
        let message = posted.message();
        let messages = BTreeMap::from([(1, message.id)]);
        Self { conversation: message.conversation, messages, site, people }
    }

    pub(super) fn app(&self) -> &App {
        self.site.snug()
    }

    pub(super) fn now(&self) -> Timestamp {
        self.site.now()
    }

    pub(super) fn actor(&self, who: Who) -> Actor {
        self.people[who].actor()
    }

    fn handle(&self, who: Who) -> Handle {
        self.people[who].handle().clone()
    }

    /// Takes a step about the message that is meant, if it is about one. `next` is the place the next entry gets.
    pub(super) async fn take(
        &mut self,
        (number, step): (usize, Step),
        meant: Option<usize>,
        next: usize,
    ) -> Result<(), Error> {
        let (app, id) = (self.app().clone(), self.conversation);
        let message = meant.and_then(|place| self.messages.get(&place)).copied();
        let text = word(number);
        match step {
            Step::Wait(span) => self.site.advance(span).await,
            Step::Say(who) => {
                let posted = app.reply(&self.actor(who), id, self.people[who].draft(&text)).await?;
                self.keep(next, &posted);
            }
            Step::Add(by, who, past) => {
                let history = match (past, meant) {
                    (Past::All, _) => Shown::All,
                    (Past::From(_), Some(place)) => Shown::From(self.entry(by, place).await?),
                    (Past::From(_) | Past::Nothing, _) => Shown::Nothing,
                };
                let add = AddPeople { to: vec![self.handle(who)], history, draft: self.people[by].draft(&text) };
                let posted = app.add_people(&self.actor(by), id, add).await?;
                self.keep(next, &posted);
            }
            Step::AddBoth(by, both) => {
                let (to, draft) = (both.map(|who| self.handle(who)).to_vec(), self.people[by].draft(&text));
                let posted = app.add_people(&self.actor(by), id, AddPeople { to, history: Shown::All, draft }).await?;
                self.keep(next, &posted);
            }
            Step::Edit(who, _) => {
                let text = self.people[who].draft(&text).text;
                app.edit_message(&self.actor(who), id, message.ok_or(Error::NotFound)?, text).await?;
            }
            Step::Delete(who, _) => {
                app.delete_message(&self.actor(who), id, message.ok_or(Error::NotFound)?).await?;
            }
            Step::Restore(who, _) => {
                app.restore_message(&self.actor(who), id, message.ok_or(Error::NotFound)?).await?;
            }
            Step::Accept(who) => app.accept(&self.actor(who), id).await?,
            Step::Decline(who) => app.decline(&self.actor(who), id).await?,
            Step::UndoDecline(who) => app.undo_decline(&self.actor(who), id).await?,
            Step::Leave(who) => app.leave(&self.actor(who), id).await?,
            Step::UndoLeave(who) => app.undo_leave(&self.actor(who), id).await?,
            Step::Remove(by, who) => app.remove_participant(&self.actor(by), id, self.handle(who)).await?,
            Step::Withdraw(who) => app.withdraw(&self.actor(who), id).await?,
            Step::UndoWithdraw(who) => app.undo_withdraw(&self.actor(who), id).await?,
            Step::Read(who) => app.mark_read(&self.actor(who), id, i64::MAX).await?,
            Step::Mute(who, muted) => {
                app.set_level(&self.actor(who), id, if muted { Level::Muted } else { Level::Normal }).await?;
            }
            Step::Rename(who) => {
                let title = title(&self.people[who], number);
                app.rename_conversation(&self.actor(who), id, Some(title)).await?;
            }
            Step::MakeHost(by, who, is_host) => {
                let role = if is_host { Role::Host } else { Role::Member };
                app.set_role(&self.actor(by), id, self.handle(who), role).await?;
            }
            Step::OnlyHostsAdd(who, only) => {
                let adding = if only { Adding::Hosts } else { Adding::Everyone };
                app.set_adding(&self.actor(who), id, adding).await?;
            }
        }
        Ok(())
    }

    fn keep(&mut self, next: usize, posted: &Posted) {
        self.messages.insert(next, posted.message().id);
    }

    /// The id of an entry, as somebody who sees it knows it.
    async fn entry(&self, who: Who, place: usize) -> Result<MessageId, Error> {
        let entries = self.people[who].entries(self.conversation).await;
        let sequence = i64::try_from(place).expect("a small number") + 1;
        entries.iter().find(|entry| entry.sequence == sequence).map(|entry| entry.id).ok_or(Error::NotFound)
    }
}

fn title(by: &Member, number: usize) -> ConversationTitle {
    let title = word(number);
    drop(by.draft(&title));
    ConversationTitle::parse(&title).expect("a title").expect("some")
}

/// Lets each two of them talk.
async fn befriend(site: &TestSite, people: &[Member]) {
    for (place, one) in people.iter().enumerate() {
        for other in &people[place + 1..] {
            let conversation = one.start_conversation(&other.key, "Between the two").await;
            other.accept(conversation).await;
            other.reads(conversation).await;
            one.reads(conversation).await;
            site.wait(seconds(1));
        }
    }
    // What they sent today does not count any more, and no mail waits.
    site.advance(minutes(6)).await;
    site.advance(days(2)).await;
}
