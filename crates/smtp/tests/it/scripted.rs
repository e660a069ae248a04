//! Mail servers that say what a test has them say, in any bytes.

use snug_smtp::{Parcel, RelaySettings, Security, TimeLimits};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

/// The commands of a mail, as a server hears them: the first word, `.` for the end of the mail, nothing before all.
pub(crate) const GREETING: &str = "";
pub(crate) const END: &str = ".";

/// A server, for as long as its test runs.
pub(crate) struct Scripted {
    pub port: u16,
    heard: Arc<Mutex<Vec<String>>>,
}

/// What a server answers to one command.
#[derive(Clone)]
pub(crate) enum Answer {
    /// These bytes.
    Say(Vec<u8>),
    /// These bytes, and then it hangs up.
    HangUp(Vec<u8>),
    /// These bytes, one by one, with so much time between them.
    Trickle(Vec<u8>, Duration),
}

impl<T: AsRef<[u8]> + ?Sized> From<&T> for Answer {
    fn from(bytes: &T) -> Self {
        Self::Say(bytes.as_ref().to_vec())
    }
}

impl Scripted {
    /// A server that answers these commands so, each time, and agrees to the others.
    pub(crate) async fn saying<A: Into<Answer> + Clone>(answers: &[(&str, A)]) -> Self {
        let answers: Vec<(String, Answer)> =
            answers.iter().map(|(verb, answer)| ((*verb).to_owned(), answer.clone().into())).collect();
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let port = listener.local_addr().expect("an address").port();
        let heard = Arc::new(Mutex::default());
        let ears = Arc::clone(&heard);
        #[expect(clippy::disallowed_methods, reason = "the server ends with its test")]
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let (answers, ears) = (answers.clone(), Arc::clone(&ears));
                tokio::spawn(async move { talk(stream, &answers, &ears).await });
            }
        });
        Self { port, heard }
    }

    /// Every line it heard, of commands and mails.
    pub(crate) fn heard(&self) -> Vec<String> {
        self.heard.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// The lines that begin with this.
    pub(crate) fn heard_of(&self, beginning: &str) -> Vec<String> {
        self.heard().into_iter().filter(|line| line.starts_with(beginning)).collect()
    }
}

/// One connection, until either side has enough. A client that hangs up is none of the test's business.
async fn talk(mut stream: TcpStream, answers: &[(String, Answer)], heard: &Mutex<Vec<String>>) -> Option<()> {
    let agree = |verb: &str| match verb {
        GREETING => Answer::from("220 mail.example.org\r\n"),
        "DATA" => Answer::from("354 Go on\r\n"),
        END => Answer::from("250 2.0.0 Ok: queued\r\n"),
        _ => Answer::from("250 Ok\r\n"),
    };
    let answer_to = |verb: &str| {
        answers.iter().find(|(known, _)| known == verb).map_or_else(|| agree(verb), |(_, answer)| answer.clone())
    };
    let (mut said, mut in_mail) = (Vec::new(), false);
    give(&mut stream, answer_to(GREETING)).await?;
    loop {
        let Some(end) = said.iter().position(|byte| *byte == b'\n') else {
            if stream.read_buf(&mut said).await.ok()? == 0 {
                return None;
            }
            continue;
        };
        let line: Vec<u8> = said.drain(..=end).collect();
        let line = String::from_utf8_lossy(&line).trim_end().to_owned();
        heard.lock().unwrap_or_else(PoisonError::into_inner).push(line.clone());
        if in_mail && line != END {
            continue;
        }
        let verb = if in_mail { END } else { line.split([' ', ':']).next().unwrap_or_default() };
        let answer = answer_to(verb);
        in_mail = verb == "DATA" && matches!(&answer, Answer::Say(bytes) if bytes.starts_with(b"354"));
        give(&mut stream, answer).await?;
    }
}

async fn give(stream: &mut TcpStream, answer: Answer) -> Option<()> {
    match answer {
        Answer::Say(bytes) => stream.write_all(&bytes).await.ok(),
        Answer::HangUp(bytes) => {
            stream.write_all(&bytes).await.ok()?;
            None
        }
        Answer::Trickle(bytes, pause) => {
            for byte in bytes {
                stream.write_all(&[byte]).await.ok()?;
                tokio::time::sleep(pause).await;
            }
            Some(())
        }
    }
}

/// Settings for a server on this machine, without encryption or login.
pub(crate) fn plain(port: u16) -> RelaySettings {
    RelaySettings {
        host: "localhost".into(),
        port,
        security: Security::None,
        login: None,
        connections: 1,
        limits: TimeLimits::rfc5321(Duration::from_secs(10)),
        extra_root_certificate: None,
        hello_name: None,
    }
}

/// A short mail to this address.
pub(crate) fn note(to: &str) -> Parcel {
    Parcel {
        envelope_from: String::from("bounce+1@mail.snug.test"),
        envelope_to: to.to_owned(),
        raw: b"Subject: Hello\r\n\r\n.\r\n..dots\r\nbare\nline\r\n".to_vec(),
    }
}
