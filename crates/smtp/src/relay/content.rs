/// A mail as it goes over the wire (RFC 5321, section 4.5.2): with the dot that ends it, and one more before each that
/// begins a line. Every line ends with CRLF, since some servers also end a mail at other ends of a line, and what
/// followed would be commands.
pub(super) fn on_the_wire(mail: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(mail.len() + mail.len() / 50 + 8);
    let mut begins = true;
    let mut bytes = mail.iter().copied().peekable();
    while let Some(byte) = bytes.next() {
        match byte {
            b'\r' | b'\n' => {
                if byte == b'\r' {
                    bytes.next_if_eq(&b'\n');
                }
                out.extend(b"\r\n");
                begins = true;
                continue;
            }
            b'.' if begins => out.extend(b".."),
            _ => out.push(byte),
        }
        begins = false;
    }
    if !begins {
        out.extend(b"\r\n");
    }
    out.extend(b".\r\n");
    out
}

#[cfg(test)]
mod tests {
    use super::on_the_wire;
    use proptest::prelude::{any, prop_assert, prop_assert_eq, proptest};

    #[test]
    fn no_line_of_a_mail_ends_it() {
        for (mail, sent) in [
            ("", ".\r\n"),
            ("a", "a\r\n.\r\n"),
            ("a\r\n", "a\r\n.\r\n"),
            (".\r\n..\r\na.b\r\n", "..\r\n...\r\na.b\r\n.\r\n"),
            ("a\n.\nb", "a\r\n..\r\nb\r\n.\r\n"),
            ("a\r.\rb", "a\r\n..\r\nb\r\n.\r\n"),
            ("a\r\r\n.\n\rMAIL", "a\r\n\r\n..\r\n\r\nMAIL\r\n.\r\n"),
        ] {
            assert_eq!(String::from_utf8(on_the_wire(mail.as_bytes())).as_deref(), Ok(sent), "{mail:?}");
        }
    }

    proptest! {
        #[test]
        fn a_mail_ends_once_and_at_its_end(mail in any::<Vec<u8>>(), dots in r"[.\r\na]{0,40}") {
            for mail in [mail, dots.into_bytes()] {
                let sent = on_the_wire(&mail);
                let ends = sent.split(|byte| *byte == b'\n').filter(|line| *line == b".\r" || *line == b".");
                prop_assert_eq!(ends.count(), 1);
                prop_assert!(sent.ends_with(b".\r\n"));
                let returns = sent.iter().filter(|byte| **byte == b'\r').count();
                prop_assert_eq!(sent.windows(2).filter(|pair| *pair == b"\r\n").count(), returns);
                prop_assert_eq!(sent.iter().filter(|byte| **byte == b'\n').count(), returns);
            }
        }
    }
}
