//! Handing over one mail.

use super::SmtpRelay;
use super::reply::{Reply, without_code};
use super::session::Session;
use crate::{Handed, Parcel};
use snug_domain::deliveries::{Rejection, Stage};

impl SmtpRelay {
    /// Hands over one mail, and waits for what the server says.
    ///
    /// Where the answer is lost on the way, the mail may have been taken, and is tried again all
    /// the same: twice is better than never, and both have one Message-ID.
    pub(crate) async fn send(&self, parcel: &Parcel) -> Handed {
        let Ok(_permit) = self.permits.acquire().await else {
            return Handed::Refused(without_code(Stage::Connection, "The mail server is not used any more"));
        };
        if let Some(session) = self.rested().await {
            match self.send_on(session, parcel).await {
                // It had sent enough over this connection, or forgot it.
                Err(Rejection { stage: Stage::Sender, code: None | Some(421), .. }) => {}
                outcome => return outcome.into(),
            }
        }
        match self.connect().await {
            Ok(session) => self.send_on(session, parcel).await.into(),
            Err(rejection) => Handed::Refused(rejection),
        }
    }

    async fn send_on(&self, mut session: Session, parcel: &Parcel) -> Result<Reply, Rejection> {
        let transfer = session.transfer(parcel).await;
        if transfer.may_go_on {
            self.resting().push(session);
        }
        transfer.outcome
    }
}

impl From<Result<Reply, Rejection>> for Handed {
    fn from(outcome: Result<Reply, Rejection>) -> Self {
        match outcome {
            Ok(reply) => Self::Taken { reply: reply.in_one_line() },
            Err(rejection) => Self::Refused(rejection),
        }
    }
}
