//! Personal tokens, with which programs call.

pub(super) mod create;
pub(super) mod list;
pub(super) mod revoke;

use crate::api::time::Time;
use serde::Serialize;
use snug_app::ApiToken;
use utoipa::ToSchema;
use uuid::Uuid;

/// A personal token, without itself: it is kept as a hash only.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Token {
    /// Its id.
    id: Uuid,
    /// What its owner calls it.
    name: String,
    /// When it was made.
    created_at: Time,
    /// When it was last used, to the hour.
    used_at: Option<Time>,
}

impl From<ApiToken> for Token {
    fn from(token: ApiToken) -> Self {
        Self { id: token.id.0, name: token.name, created_at: token.created_at.into(), used_at: token.used_at.map(Time) }
    }
}
