use super::write::Place;
use snug_app::conversations::{AddPeople, Draft, Reply, Shown, Slice, StartWith};
use snug_app::{Actor, Clock, Error};
use snug_domain::conversations::{ClientId, ConversationTitle, Level, MessageText, Origin, Role};
use snug_domain::deliveries::INVITATION_MAIL_WAITS;
use snug_domain::people::Handle;
use snug_domain::{ConversationId, Span};
use snug_smtp::{Outlet, courier};

/// A conversation of several of the sample: who was asked to it, and what happened then.
pub(super) struct Group {
    /// Who began it, by handle.
    pub starter: &'static str,
    /// What it is called, or nothing.
    pub title: &'static str,
    /// Who was asked.
    pub others: &'static [&'static str],
    /// How long ago it began.
    pub began: Span,
    /// The first message.
    pub text: &'static str,
    /// How long ago something happened, what, and who did it.
    pub acts: &'static [(Span, &'static str, Act)],
}

/// What somebody does in a conversation of several.
pub(super) enum Act {
    Accept,
    Decline,
    Say(&'static str),
    /// Answers the message that begins so.
    Answer(&'static str, &'static str),
    Read,
    /// Asks these people, with this history and a message.
    Add(&'static [&'static str], Shown, &'static str),
    Leave,
    Remove(&'static str),
    MakeHost(&'static str),
    Rename(&'static str),
    Mute,
    Star,
}

impl Place<'_> {
    /// Lets several people talk, up to how it stands now.
    pub(super) async fn gather(&self, outlet: &Outlet, group: &Group) -> Result<(), Error> {
        let actor = self.actor(group.starter, group.began)?;
        let start = StartWith {
            to: handles(group.others)?,
            title: ConversationTitle::parse(group.title)?,
            begun_from: None,
            draft: draft(group, 0, group.text)?,
        };
        let began = actor.now;
        let conversation = self.app.start_conversation(&actor, start).await?.message().conversation;
        // The invitations go out before they are answered, as they would.
        courier::run_once(self.app, outlet, &Clock::new(move || began + INVITATION_MAIL_WAITS)).await;
        for ((ago, who, act), turn) in group.acts.iter().zip(1..) {
            let actor = self.actor(who, *ago)?;
            self.act(&actor, conversation, act, |text| draft(group, turn, text)).await?;
        }
        Ok(())
    }

    async fn act(
        &self,
        actor: &Actor,
        conversation: ConversationId,
        act: &Act,
        draft: impl Fn(&str) -> Result<Draft, Error>,
    ) -> Result<(), Error> {
        let app = self.app;
        match act {
            Act::Accept => app.accept(actor, conversation).await,
            Act::Decline => app.decline(actor, conversation).await,
            Act::Say(text) => app.reply(actor, conversation, draft(text)?).await.map(drop),
            Act::Answer(beginning, text) => {
                let (_, shown) = app.show_conversation(actor, conversation, Slice::Last, usize::MAX).await?;
                let answered = shown.entries.iter().find(|entry| entry.source.starts_with(beginning));
                let in_reply_to = Some(answered.ok_or(Error::NotFound)?.sequence);
                app.reply(actor, conversation, Reply { draft: draft(text)?, in_reply_to }).await.map(drop)
            }
            Act::Read => app.mark_read(actor, conversation, i64::MAX).await,
            Act::Add(people, history, text) => {
                let add = AddPeople { to: handles(people)?, history: *history, draft: draft(text)? };
                app.add_people(actor, conversation, add).await.map(drop)
            }
            Act::Leave => app.leave(actor, conversation).await,
            Act::Remove(whom) => app.remove_participant(actor, conversation, Handle::parse(whom)?).await,
            Act::MakeHost(whom) => app.set_role(actor, conversation, Handle::parse(whom)?, Role::Host).await,
            Act::Rename(title) => app.rename_conversation(actor, conversation, ConversationTitle::parse(title)?).await,
            Act::Mute => app.set_level(actor, conversation, Level::Muted).await,
            Act::Star => app.set_starred(actor, conversation, true).await,
        }
    }
}

fn handles(people: &[&str]) -> Result<Vec<Handle>, Error> {
    people.iter().map(|handle| Handle::parse(handle).map_err(Error::from)).collect()
}

fn draft(group: &Group, turn: usize, text: &str) -> Result<Draft, Error> {
    let client_id = format!("sample-{}-{}-{turn}", group.starter, group.began.0);
    Ok(Draft { text: MessageText::parse(text)?, client_id: ClientId::parse(&client_id)?, origin: Origin::Site })
}
