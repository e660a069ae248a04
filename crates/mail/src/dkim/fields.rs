//! The headers and the body of a mail that we composed, as the canonicaliser wants them.

use mail_auth::common::headers::HeaderStream;

/// What is still to be read of the headers, and the body.
pub(super) struct Fields<'m> {
    headers: &'m [u8],
    body: &'m [u8],
}

impl<'m> Fields<'m> {
    /// Of a mail with CRLF line ends and an empty line before its body.
    pub(super) fn of(mail: &'m [u8]) -> Self {
        let end = mail.windows(4).position(|bytes| bytes == b"\r\n\r\n").map_or(mail.len(), |at| at + 2);
        let (headers, body) = mail.split_at_checked(end).unwrap_or((mail, &[]));
        Self { headers, body: body.strip_prefix(b"\r\n").unwrap_or(body) }
    }
}

impl<'m> HeaderStream<'m> for Fields<'m> {
    fn next_header(&mut self) -> Option<(&'m [u8], &'m [u8])> {
        let colon = self.headers.iter().position(|byte| *byte == b':')?;
        // A line that begins with white space continues the one before it (RFC 5322, 2.2.3).
        let ends = |bytes: &[u8]| matches!(bytes, [b'\r', b'\n', next] if !matches!(next, b' ' | b'\t'));
        let end = self.headers.windows(3).position(ends).map_or(self.headers.len(), |at| at + 2);
        let (field, rest) = self.headers.split_at_checked(end)?;
        self.headers = rest;
        let (name, value) = field.split_at_checked(colon)?;
        Some((name, value.strip_prefix(b":").unwrap_or(value)))
    }

    fn body(&mut self) -> &'m [u8] {
        self.body
    }
}
