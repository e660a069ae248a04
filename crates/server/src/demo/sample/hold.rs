use super::talk::{Outcome, Talk};
use super::write::Place;
use snug_app::conversations::{Draft, StartWith};
use snug_app::{Clock, Error};
use snug_domain::conversations::{ClientId, MessageText, Origin};
use snug_domain::deliveries::INVITATION_MAIL_WAITS;
use snug_domain::people::Handle;
use snug_domain::{ConversationId, Span, Timestamp};
use snug_smtp::{Outlet, courier};

impl Place<'_> {
    /// Lets two people talk, from the invitation to how it stands now.
    pub(super) async fn hold(&self, outlet: &Outlet, talk: &Talk) -> Result<(), Error> {
        let Some((conversation, began)) = self.begin(talk).await? else { return Ok(()) };
        // The invitation goes out before it is answered, as it would.
        courier::run_once(self.app, outlet, &Clock::new(move || began + INVITATION_MAIL_WAITS)).await;
        let answered = Span(talk.ago(0).0 - Span::minutes(1).0);
        let (starter, other) = (self.actor(talk.starter, answered)?, self.actor(talk.other, answered)?);
        match talk.outcome {
            Outcome::Waiting => Ok(()),
            Outcome::Declined => self.app.decline(&other, conversation).await,
            Outcome::Withdrawn => self.app.withdraw(&starter, conversation).await,
            Outcome::Talking { unread } => {
                self.app.accept(&other, conversation).await?;
                self.go_on(talk, conversation, unread).await
            }
            Outcome::Closed => {
                self.app.accept(&other, conversation).await?;
                self.go_on(talk, conversation, 0).await?;
                self.app.block(&self.actor(talk.other, talk.ended)?, &Handle::parse(talk.starter)?).await
            }
            Outcome::PutAway => {
                self.app.accept(&other, conversation).await?;
                self.go_on(talk, conversation, 0).await?;
                self.app.set_archived(&self.actor(talk.starter, talk.ended)?, conversation, true).await?;
                Ok(())
            }
        }
    }

    async fn begin(&self, talk: &Talk) -> Result<Option<(ConversationId, Timestamp)>, Error> {
        let actor = self.actor(talk.starter, talk.ago(0))?;
        let Some((_, text)) = talk.turns.first() else { return Ok(None) };
        let start = StartWith::one(Handle::parse(talk.other)?, draft(talk, 0, text)?);
        let posted = self.app.start_conversation(&actor, start).await?;
        Ok(Some((posted.message().conversation, actor.now)))
    }

    /// The rest of it, all read but for the last so many.
    async fn go_on(&self, talk: &Talk, conversation: ConversationId, unread: usize) -> Result<(), Error> {
        let read = talk.turns.len().saturating_sub(unread);
        for (turn, (author, text)) in talk.turns.iter().enumerate().skip(1) {
            if turn == read {
                self.read(talk, conversation, turn).await?;
            }
            let actor = self.actor(author, talk.ago(turn))?;
            self.app.reply(&actor, conversation, draft(talk, turn, text)?).await?;
        }
        if unread == 0 {
            self.read(talk, conversation, read.saturating_sub(1)).await?;
        }
        Ok(())
    }

    async fn read(&self, talk: &Talk, conversation: ConversationId, turn: usize) -> Result<(), Error> {
        for handle in [talk.starter, talk.other] {
            self.app.mark_read(&self.actor(handle, talk.ago(turn))?, conversation, i64::MAX).await?;
        }
        Ok(())
    }
}

fn draft(talk: &Talk, turn: usize, text: &str) -> Result<Draft, Error> {
    let client_id = format!("sample-{}-{}-{turn}", talk.starter, talk.other);
    Ok(Draft { text: MessageText::parse(text)?, client_id: ClientId::parse(&client_id)?, origin: Origin::Site })
}
