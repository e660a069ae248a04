//! Signing in with a link of a mail instead of a password.

pub(super) mod request;
pub(super) mod sign_in;

use crate::api::fields;
use serde::Deserialize;
use utoipa::ToSchema;

/// The address to mail a link to.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct LinkRequest {
    /// An address of a member.
    #[schema(schema_with = fields::address)]
    pub address: String,
}
