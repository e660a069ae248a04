//! Personal tokens, with which programs call.

pub(super) mod create;
pub(super) mod list;
pub(super) mod revoke;

use crate::api::time::Time;
use serde::{Deserialize, Serialize};
use snug_app::ApiToken;
use snug_domain::api_token;
use utoipa::ToSchema;
use uuid::Uuid;

/// A personal token without its value, of which only a hash is stored.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Token {
    /// Token id.
    id: Uuid,
    /// Its name.
    name: String,
    /// Scope.
    scope: Scope,
    /// Time of creation.
    created_at: Time,
    /// Time of expiry; null if it never expires.
    expires_at: Option<Time>,
    /// Time of last use, to the hour.
    used_at: Option<Time>,
}

impl From<ApiToken> for Token {
    fn from(token: ApiToken) -> Self {
        Self {
            id: token.id.0,
            name: token.name,
            scope: token.scope.into(),
            created_at: token.created_at.into(),
            expires_at: token.expires_at.map(Time),
            used_at: token.used_at.map(Time),
        }
    }
}

/// The scope of a token.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = TokenScope)]
pub(crate) enum Scope {
    /// Read only.
    Read,
    /// Read and write as its owner.
    ReadWrite,
}

impl From<api_token::Scope> for Scope {
    fn from(scope: api_token::Scope) -> Self {
        match scope {
            api_token::Scope::Read => Self::Read,
            api_token::Scope::ReadWrite => Self::ReadWrite,
        }
    }
}

impl From<Scope> for api_token::Scope {
    fn from(scope: Scope) -> Self {
        match scope {
            Scope::Read => Self::Read,
            Scope::ReadWrite => Self::ReadWrite,
        }
    }
}
