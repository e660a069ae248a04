//! The program while it serves.

use std::io::{BufRead, BufReader};
use std::net::SocketAddr;
use std::process::{Child, ChildStdout, Command, ExitStatus, Stdio};
use std::thread::JoinHandle;

/// A program that serves. Dropped, it is killed.
pub(crate) struct Running {
    child: Child,
    address: SocketAddr,
    log: Option<JoinHandle<String>>,
}

impl Running {
    /// Starts it, and reads its log until it says where it listens.
    pub(crate) fn start(command: &mut Command) -> Self {
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::inherit()).spawn().unwrap();
        let mut log = BufReader::new(child.stdout.take().unwrap());
        let mut before = String::new();
        let address = loop {
            let mut line = String::new();
            assert_ne!(log.read_line(&mut line).unwrap(), 0, "it ended before it listened: {before}");
            before.push_str(&line);
            if let Some(address) = listening(&line) {
                break address;
            }
        };
        // Read to the end, or it would stop at a full pipe.
        let log = std::thread::spawn(move || before + &rest(log));
        Self { child, address, log: Some(log) }
    }

    /// Where it listens.
    pub(crate) const fn address(&self) -> SocketAddr {
        self.address
    }

    /// The number of its process.
    pub(crate) fn process(&self) -> u32 {
        self.child.id()
    }

    /// The address of a page of a community.
    pub(crate) fn url(&self, host: &str, path: &str) -> String {
        format!("http://{host}:{}{path}", self.address.port())
    }

    /// A client that finds the community Riverside here.
    pub(crate) fn client(&self) -> reqwest::Client {
        reqwest::Client::builder().resolve("riverside.localhost", self.address).no_proxy().build().unwrap()
    }

    /// Asks it to stop, as a system does.
    pub(crate) fn terminate(&self) {
        let asked = Command::new("kill").args(["-TERM", &self.child.id().to_string()]).status().unwrap();
        assert!(asked.success());
    }

    /// Waits for its end, and returns how it ended and its whole log.
    pub(crate) fn wait(mut self) -> (ExitStatus, String) {
        let status = self.child.wait().unwrap();
        (status, self.log.take().unwrap().join().unwrap())
    }

    /// Ends it in the middle of whatever it does: `kill -9`.
    pub(crate) fn kill(mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // Gone already, or going: either is as it should be.
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

/// The address in a line that says so, of the log or of the demo's welcome.
fn listening(line: &str) -> Option<SocketAddr> {
    if let Some(rest) = line.strip_prefix("Open http://riverside.localhost:") {
        let port = rest.split('/').next()?.parse().ok()?;
        return Some(SocketAddr::from(([127, 0, 0, 1], port)));
    }
    let line: serde_json::Value = serde_json::from_str(line).ok()?;
    line["listen"].as_str()?.parse().ok()
}

fn rest(log: BufReader<ChildStdout>) -> String {
    log.lines().map_while(Result::ok).fold(String::new(), |all, line| all + &line + "\n")
}
