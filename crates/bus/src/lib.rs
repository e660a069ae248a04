//! Hints between parts of the program, and later between nodes, that something changed.
//!
//! A hint may be lost, doubled or late: whoever hears it asks the database, and asks it once a
//! second anyway. So nothing here is stored, and nothing private passes.

use snug_domain::{CommunityId, PersonId};
use tokio::sync::broadcast;

/// Something changed for a person; this is the number of their last change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hint {
    /// Their community.
    pub community: CommunityId,
    /// The person.
    pub person: PersonId,
    /// The number of their last change, as far as the teller knows.
    pub number: i64,
}

/// Carries hints within one process.
#[derive(Debug, Clone)]
pub struct Bus {
    hints: broadcast::Sender<Hint>,
}

impl Default for Bus {
    fn default() -> Self {
        Self::new()
    }
}

impl Bus {
    /// Hints that a slow listener may be behind before it misses some.
    const CAPACITY: usize = 4_096;

    /// A bus without listeners.
    #[must_use]
    pub fn new() -> Self {
        Self { hints: broadcast::Sender::new(Self::CAPACITY) }
    }

    /// Tells everybody who listens.
    pub fn tell(&self, hint: Hint) {
        // Nobody listening is no error: a hint is only a hint.
        let _ = self.hints.send(hint);
    }

    /// Listens to what is told from now on.
    #[must_use]
    pub fn listen(&self) -> Listener {
        Listener { hints: self.hints.subscribe() }
    }
}

/// Hears hints.
#[derive(Debug)]
pub struct Listener {
    hints: broadcast::Receiver<Hint>,
}

impl Listener {
    /// The next hint; `None` once the bus is gone. Missed ones are passed over.
    pub async fn next(&mut self) -> Option<Hint> {
        loop {
            match self.hints.recv().await {
                Ok(hint) => return Some(hint),
                Err(broadcast::error::RecvError::Lagged(_)) => {}
                Err(broadcast::error::RecvError::Closed) => return None,
            }
        }
    }
}
