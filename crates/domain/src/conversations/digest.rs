use crate::Span;

/// How often the digest looks for unread messages, unless the operator says otherwise.
pub const DIGEST_WINDOW: Span = Span::minutes(5);
