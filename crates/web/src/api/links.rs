//! Where an answer leads: which value of it is a parameter of which operation.

use utoipa::openapi::RefOr;
use utoipa::openapi::link::{Link, LinkBuilder};
use utoipa::openapi::path::{Operation, PathItem, Paths};

/// Operations on one conversation.
const ON_CONVERSATION: [&str; 15] = [
    "showConversation",
    "acceptInvitation",
    "declineInvitation",
    "withdrawInvitation",
    "markRead",
    "markUnread",
    "setArchived",
    "setLevel",
    "setStarred",
    "renameConversation",
    "setAdding",
    "leaveConversation",
    "addPeople",
    "listMessages",
    "sendMessage",
];
/// Operations on one message.
const ON_MESSAGE: [&str; 3] = ["editMessage", "deleteMessage", "listReaders"];
/// Operations on one participant.
const ON_PARTICIPANT: [&str; 2] = ["removeParticipant", "setRole"];

/// Adds the links to the answers they begin at.
pub(super) fn add_links(paths: &mut Paths) {
    for item in paths.paths.values_mut() {
        for operation in operations(item) {
            match operation.operation_id.as_deref() {
                Some("listConversations" | "listInvitations") => {
                    lead(operation, &ON_CONVERSATION, &[("id", "$response.body#/items/0/id")]);
                }
                Some("startConversation") => lead(operation, &ON_CONVERSATION, &[("id", "$response.body#/id")]),
                Some("showConversation") => {
                    let handle = ("handle", "$response.body#/participants/0/handle");
                    lead(operation, &ON_PARTICIPANT, &[("id", "$request.path.id"), handle]);
                }
                Some("listMessages") => {
                    let message = ("message", "$response.body#/items/0/id");
                    lead(operation, &ON_MESSAGE, &[("id", "$request.path.id"), message]);
                }
                Some("sendMessage" | "addPeople") => {
                    let message = ("message", "$response.body#/id");
                    lead(operation, &ON_MESSAGE, &[("id", "$request.path.id"), message]);
                }
                Some("listPeople") => lead(operation, &["showPerson"], &[("handle", "$response.body#/items/0/handle")]),
                Some("listSessions") => lead(operation, &["endSession"], &[("id", "$response.body#/items/0/id")]),
                Some("createToken") => lead(operation, &["revokeToken"], &[("id", "$response.body#/id")]),
                _ => {}
            }
        }
    }
}

/// Every operation of a path.
pub(super) fn operations(item: &mut PathItem) -> impl Iterator<Item = &mut Operation> {
    [&mut item.get, &mut item.put, &mut item.post, &mut item.delete, &mut item.patch].into_iter().flatten()
}

fn lead(operation: &mut Operation, to: &[&str], parameters: &[(&str, &str)]) {
    for (status, answer) in &mut operation.responses.responses {
        if let RefOr::T(answer) = answer
            && status.starts_with('2')
        {
            answer.links.extend(to.iter().map(|to| ((*to).to_owned(), link(to, parameters).into())));
        }
    }
}

fn link(to: &str, parameters: &[(&str, &str)]) -> Link {
    let link = LinkBuilder::new().operation_id(to);
    parameters.iter().fold(link, |link, (name, value)| link.parameter(*name, *value)).build()
}
