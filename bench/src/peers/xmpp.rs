//! A client of XMPP (RFC 6120, 6121), no more of one than the bench needs: without TLS, and without a parser, since both
//! ends are known.

use anyhow::{Context, Result, bail, ensure};
use data_encoding::BASE64;
use std::net::SocketAddr;
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::time::timeout;

/// Who logs in, and where.
#[derive(Debug, Clone)]
pub(crate) struct Account {
    pub(crate) address: SocketAddr,
    pub(crate) host: &'static str,
    pub(crate) name: String,
    pub(crate) password: &'static str,
}

/// Somebody who is logged in.
pub(crate) struct Client {
    stream: TcpStream,
    /// What came since the last answer.
    heard: Vec<u8>,
}

impl Client {
    /// Logs in; not yet available, so nothing is sent to them.
    pub(crate) async fn log_in(account: &Account) -> Result<Self> {
        let stream = TcpStream::connect(account.address).await.context("connecting")?;
        stream.set_nodelay(true)?;
        let mut client = Self { stream, heard: Vec::new() };
        let header = format!(
            "<stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' to='{}' \
             version='1.0'>",
            account.host
        );
        client.ask(&header, "</stream:features>").await?;
        let secret = BASE64.encode(format!("\0{}\0{}", account.name, account.password).as_bytes());
        let auth = format!("<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='PLAIN'>{secret}</auth>");
        client.ask(&auth, "<success").await?;
        client.ask(&header, "</stream:features>").await?;
        let bind = "<iq type='set' id='bind'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'/></iq>";
        client.ask(bind, "</iq>").await?;
        Ok(client)
    }

    /// Says that they are available: from now on messages come to them.
    pub(crate) async fn be_available(&mut self) -> Result<()> {
        // It is sent back to who sent it, too.
        self.ask("<presence/>", "<presence").await.map(|_| ())
    }

    /// Asks that what they say can be acknowledged (XEP-0198).
    pub(crate) async fn enable_acknowledgements(&mut self) -> Result<()> {
        self.ask("<enable xmlns='urn:xmpp:sm:3'/>", "<enabled").await.map(|_| ())
    }

    /// Says something, and returns once the server says that it took so many in all.
    pub(crate) async fn say(&mut self, to: &str, text: &str, in_all: u32) -> Result<()> {
        self.heard.clear();
        self.stream.write_all(message(to, text).as_bytes()).await?;
        loop {
            self.hear().await?;
            let heard = String::from_utf8_lossy(&self.heard);
            ensure!(!refused(&heard), "a message was refused: {heard}");
            if acknowledged(&heard).is_some_and(|count| count >= in_all) {
                return Ok(());
            }
        }
    }

    /// How many messages are in their archive (XEP-0313).
    pub(crate) async fn archived(&mut self) -> Result<usize> {
        let query = "<iq type='set' id='archive'><query xmlns='urn:xmpp:mam:2'>\
                     <set xmlns='http://jabber.org/protocol/rsm'><max>0</max></set></query></iq>";
        let answer = self.ask(query, "</iq>").await?;
        total(&answer).with_context(|| format!("an archive without a count: {answer}"))
    }

    /// The next bytes that are sent to them.
    pub(crate) async fn next(&mut self) -> Result<&[u8]> {
        self.heard.clear();
        self.hear().await?;
        Ok(&self.heard)
    }

    /// Sends something, and reads until its answer has come.
    async fn ask(&mut self, xml: &str, answer: &str) -> Result<String> {
        self.heard.clear();
        self.stream.write_all(xml.as_bytes()).await?;
        loop {
            timeout(Duration::from_secs(60), self.hear()).await.with_context(|| format!("waiting for {answer}"))??;
            let heard = String::from_utf8_lossy(&self.heard);
            ensure!(!refused(&heard), "{xml} was refused: {heard}");
            if heard.contains(answer) {
                return Ok(heard.into_owned());
            }
        }
    }

    async fn hear(&mut self) -> Result<()> {
        if self.stream.read_buf(&mut self.heard).await? == 0 {
            bail!("the server closed the connection");
        }
        Ok(())
    }
}

/// A message, and the question whether it was taken.
fn message(to: &str, text: &str) -> String {
    format!(
        "<message type='chat' to='{}'><body>{}</body></message><r xmlns='urn:xmpp:sm:3'/>",
        escape(to),
        escape(text)
    )
}

fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '\'' => escaped.push_str("&apos;"),
            '"' => escaped.push_str("&quot;"),
            other => escaped.push(other),
        }
    }
    escaped
}

fn refused(xml: &str) -> bool {
    ["<failure", "<failed", "<stream:error", "type='error'", "type=\"error\""].iter().any(|sign| xml.contains(sign))
}

/// How many were taken in all, by the last acknowledgement that stands here whole.
fn acknowledged(xml: &str) -> Option<u32> {
    let (_, rest) = xml.rsplit_once("<a ")?;
    let (tag, _) = rest.split_once('>')?;
    let (_, value) = tag.split_once("h=")?;
    value.split(['\'', '"']).nth(1)?.parse().ok()
}

/// How many there are in all, in an answer that may hold only some of them (XEP-0059).
fn total(xml: &str) -> Option<usize> {
    let (_, rest) = xml.split_once("<count>")?;
    rest.split_once("</count>")?.0.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::{acknowledged, escape, message, refused, total};

    #[test]
    fn an_acknowledgement_counts_once_it_is_whole() {
        let whole = "<a xmlns='urn:xmpp:sm:3' h='12'/>";
        assert_eq!(acknowledged(whole), Some(12));
        for (cut, _) in whole.char_indices() {
            assert_eq!(whole.get(..cut).and_then(acknowledged), None, "cut at {cut}");
        }
        assert_eq!(acknowledged(r#"<a h="3" xmlns="urn:xmpp:sm:3"/>"#), Some(3));
    }

    #[test]
    fn the_last_acknowledgement_counts() {
        let two = "<r xmlns='urn:xmpp:sm:3'/><a xmlns='urn:xmpp:sm:3' h='1'/><a xmlns='urn:xmpp:sm:3' h='2'/>";
        assert_eq!(acknowledged(two), Some(2));
        assert_eq!(acknowledged("<active xmlns='http://jabber.org/protocol/chatstates' h='1'/>"), None);
    }

    #[test]
    fn what_is_said_cannot_end_its_element() {
        assert_eq!(escape(r#"</body> & 'a' "b""#), "&lt;/body&gt; &amp; &apos;a&apos; &quot;b&quot;");
        assert_eq!(
            message("ana@localhost", "1 < 2"),
            "<message type='chat' to='ana@localhost'><body>1 &lt; 2</body></message><r xmlns='urn:xmpp:sm:3'/>"
        );
    }

    #[test]
    fn an_archive_says_how_many_it_holds() {
        let answer = "<iq id='archive' type='result'><fin xmlns='urn:xmpp:mam:2' complete='true'>\
                      <set xmlns='http://jabber.org/protocol/rsm'><count>1250</count></set></fin></iq>";
        assert_eq!(total(answer), Some(1250));
        assert_eq!(total("<iq id='archive' type='result'/>"), None);
    }

    #[test]
    fn a_refusal_is_not_taken_for_an_answer() {
        assert!(refused("<message type='error' from='ben@localhost'><error type='cancel'/></message>"));
        assert!(refused("<failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><not-authorized/></failure>"));
        assert!(!refused("<iq id='bind' type='result'/>"));
    }
}
