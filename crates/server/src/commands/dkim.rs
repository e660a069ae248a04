use anyhow::Context;
use clap::{Args, Subcommand};
use snug_app::DkimKey;
use std::fs::OpenOptions;
use std::io::Write;
use std::os::unix::fs::OpenOptionsExt;
use std::path::PathBuf;

/// What can be done with keys that sign mail.
#[derive(Subcommand)]
pub(super) enum Dkim {
    /// Make an Ed25519 key, and print the DNS record to publish.
    Generate(Generate),
}

/// A key to make.
#[derive(Args)]
pub(super) struct Generate {
    /// The mail domain it signs for
    #[arg(long)]
    domain: String,
    /// The name of the key in the DNS
    #[arg(long, default_value = "snug")]
    selector: String,
    /// The file to keep it in; must not exist yet
    #[arg(long, value_name = "FILE")]
    key_file: PathBuf,
}

impl Dkim {
    pub(super) fn run(self) -> anyhow::Result<()> {
        match self {
            Self::Generate(generate) => generate.run(),
        }
    }
}

impl Generate {
    fn run(&self) -> anyhow::Result<()> {
        let pem = DkimKey::generate()?;
        let key = DkimKey::from_pem(&self.domain, &self.selector, &pem)?;
        let path = self.key_file.display();
        OpenOptions::new()
            .write(true)
            .create_new(true)
            .mode(0o600)
            .open(&self.key_file)
            .and_then(|mut file| file.write_all(pem.as_bytes()))
            .with_context(|| format!("the key cannot be kept in {path}"))?;
        println!("{}. IN TXT \"{}\"", key.dns_name(), key.dns_record());
        Ok(())
    }
}
