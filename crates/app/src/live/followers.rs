use snug_domain::{CommunityId, PersonId};
use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tokio::sync::watch;

type Key = (CommunityId, PersonId);

/// Streams of one person at once: a few browsers and programs, and those whose end is not noticed yet.
const MOST_OF_ONE: usize = 50;

/// Who follows on this node, and the number of each one's last change as far as it was told.
#[derive(Clone, Default)]
pub struct Followers {
    numbers: Arc<Mutex<HashMap<Key, watch::Sender<i64>>>>,
}

impl Followers {
    /// Follows what changes for a person; `None` if too many do already.
    pub(super) fn follow(&self, community: CommunityId, person: PersonId) -> Option<Follower> {
        let key = (community, person);
        let mut numbers = self.lock();
        let sender = numbers.entry(key).or_insert_with(|| watch::Sender::new(0));
        let number = (sender.receiver_count() < MOST_OF_ONE).then(|| sender.subscribe())?;
        Some(Follower { number, key, all: self.clone() })
    }

    /// Tells those who follow a person how far it is. An older number is no news.
    pub(super) fn tell(&self, community: CommunityId, person: PersonId, number: i64) {
        if let Some(sender) = self.lock().get(&(community, person)) {
            sender.send_if_modified(|known| {
                let is_news = number > *known;
                *known = number.max(*known);
                is_news
            });
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.lock().is_empty()
    }

    pub(super) fn count(&self) -> usize {
        self.lock().values().map(watch::Sender::receiver_count).sum()
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<Key, watch::Sender<i64>>> {
        // A panic elsewhere cannot leave a map of numbers half changed.
        self.numbers.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Follows what changes for one person.
pub struct Follower {
    number: watch::Receiver<i64>,
    key: Key,
    all: Followers,
}

impl Follower {
    /// Waits until something may have changed since the last wait.
    pub async fn changed(&mut self) {
        // The sender lives at least as long as this follower.
        let _ = self.number.changed().await;
    }
}

impl Drop for Follower {
    fn drop(&mut self) {
        let mut numbers = self.all.lock();
        // This one is still counted.
        if numbers.get(&self.key).is_some_and(|sender| sender.receiver_count() <= 1) {
            numbers.remove(&self.key);
        }
    }
}
