//! Pages that explain, open to everybody: how it works, what it is, what is kept of people.

use super::{Answer, frame, page};
use crate::views::{self, ExplainedPage, Section};
use crate::visit::Visit;
use axum::http::StatusCode;
use snug_domain::communities::Conversations;

/// `GET /help`: how conversations work.
pub(crate) async fn help(visit: Visit) -> Answer {
    let (texts, name) = (visit.texts(), visit.community.name.as_str());
    let with_conversations = visit.community.conversations == Conversations::On;
    let sections = views::help(texts, name, visit.app().settings().digest_window, with_conversations);
    let lead = texts.fill("page-help-lead").with("community", name).to_string();
    explained(&visit, texts.get("page-help").into_owned(), lead, sections).await
}

/// `GET /about`: what this is, and who runs it.
pub(crate) async fn about(visit: Visit) -> Answer {
    let (texts, name) = (visit.texts(), visit.community.name.as_str());
    let sections = views::about(texts, name, visit.app().settings().digest_window);
    let title = texts.fill("page-about-community").with("community", name).to_string();
    explained(&visit, title, visit.community.face.sentence.clone(), sections).await
}

/// `GET /privacy`: what is kept of people, for how long, and who sees it.
pub(crate) async fn privacy(visit: Visit) -> Answer {
    let (texts, name) = (visit.texts(), visit.community.name.as_str());
    let sections = views::privacy(texts, name, visit.app().settings().digest_window);
    let lead = texts.fill("page-privacy-lead").with("community", name).to_string();
    explained(&visit, texts.get("page-privacy").into_owned(), lead, sections).await
}

async fn explained(visit: &Visit, title: String, lead: String, sections: Vec<Section>) -> Answer {
    page(visit, StatusCode::OK, &ExplainedPage { frame: frame(visit).await?, title, lead, sections })
}
