use super::Fault;
use super::rights::refuse_open_secret;
use data_encoding::HEXLOWER;
use ring::rand::{SecureRandom, SystemRandom};
use snug_app::Secret;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

/// The key of all links and tokens: 32 bytes, written as 64 hexadecimal digits so that it can be
/// copied to another node. Made where there is none.
pub fn read_or_make_secret(path: &Path) -> Result<Secret, Fault> {
    if !path.exists() {
        make(path).map_err(|fault| Fault::new(path.display(), format!("the secret cannot be kept there ({fault})")))?;
    }
    refuse_open_secret(path)?;
    let text = fs::read_to_string(path)
        .map_err(|fault| Fault::new(path.display(), format!("the secret cannot be read ({fault})")))?;
    let bytes = HEXLOWER.decode(text.trim_end().as_bytes()).ok();
    let bytes = bytes.and_then(|bytes| <[u8; 32]>::try_from(bytes).ok());
    let bytes = bytes.ok_or_else(|| Fault::new(path.display(), "not a secret: expected 64 hexadecimal digits"))?;
    Ok(Secret::new(&bytes))
}

/// Whole or not at all, and never over one that stands there: what it signed would be worthless.
fn make(path: &Path) -> io::Result<()> {
    let mut bytes = [0; 32];
    SystemRandom::new().fill(&mut bytes).map_err(|_| io::Error::other("the system gives no random bytes"))?;
    let unfinished = path.with_extension(format!("{}.part", std::process::id()));
    write(&unfinished, &format!("{}\n", HEXLOWER.encode(&bytes)))?;
    let linked = fs::hard_link(&unfinished, path);
    fs::remove_file(&unfinished)?;
    match linked {
        // Another node was first: then its secret is the one.
        Err(fault) if fault.kind() == io::ErrorKind::AlreadyExists => Ok(()),
        other => other,
    }
}

fn write(path: &Path, text: &str) -> io::Result<()> {
    let mut file: File = OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(path)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()
}
