use std::collections::HashMap;

/// What the senders know.
#[derive(Default)]
pub(super) struct Ledger {
    /// The id each client id was answered with.
    pub answered: HashMap<String, String>,
    /// Client ids that were sent and not answered.
    pub unanswered: Vec<String>,
    /// How many sends were ever cut off.
    pub interrupted: usize,
}

impl Ledger {
    /// Notes an answer.
    pub(super) fn answer(&mut self, client_id: String, id: &str) {
        let kept = self.answered.entry(client_id).or_insert_with(|| id.to_owned());
        assert_eq!(kept, id, "one client id, two messages");
    }

    /// Notes that there was none.
    pub(super) fn cut_off(&mut self, client_id: String) {
        self.interrupted += 1;
        self.unanswered.push(client_id);
    }

    /// Compares it, id by id, with what stands in the conversation: client ids and ids.
    pub(super) fn compare(&self, listed: &[(String, String)]) {
        let by_client_id: HashMap<&String, &String> = listed.iter().map(|(client_id, id)| (client_id, id)).collect();
        assert_eq!(by_client_id.len(), listed.len(), "a message stands twice");
        for (client_id, id) in &self.answered {
            assert_eq!(by_client_id.get(client_id), Some(&id), "{client_id} was answered, and is not there");
        }
        assert_eq!(self.answered.len(), listed.len(), "something stands there that nobody sent");
    }
}
