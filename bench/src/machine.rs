//! The machine on which the bench runs, and what it runs: a figure says little without.

use crate::figures::Variant;
use crate::postgres::ask;
use crate::snug::Database;
use anyhow::{Context, Result, ensure};
use std::fs::read_to_string;
use std::path::{Path, PathBuf};
use std::process::Command;

/// From this load on something else is at work, on a machine that should have nothing to do.
const BUSY: f64 = 0.5;

/// What is told of it, before anything is measured.
#[derive(Debug)]
pub(crate) struct Machine {
    /// Each with its name.
    pub(crate) facts: Vec<(&'static str, String)>,
    /// Why its figures may not be what they could be.
    pub(crate) warnings: Vec<String>,
}

impl Machine {
    /// Looks at it, before anything is started.
    pub(crate) fn look(program: &Path, databases: &[(Variant, Database)]) -> Result<Self> {
        let load = load()?;
        let disk = Disk::of(&std::env::temp_dir())?;
        let mut facts = vec![
            ("date", jiff::Timestamp::now().strftime("%Y-%m-%d %H:%M UTC").to_string()),
            ("processor", processor()?),
            ("memory", memory()?),
            ("system", system()?),
            ("disk", disk.to_string()),
            ("load", format!("{load:.2} before anything was started")),
            ("snug", version(program)?),
        ];
        for (_, database) in databases {
            if let Database::Postgres(server) = database {
                facts.push(("postgres", ask(server, "SELECT version()")?));
            }
        }
        let busy = (load > BUSY).then(|| {
            format!(
                "The machine was busy (load {load:.2}; building counts for a minute): figures are worse than they are."
            )
        });
        let forgets = disk.forgets().then(|| {
            format!(
                "{} is kept in memory: nothing waited for a disk. Set TMPDIR to a folder on one.",
                disk.folder.display()
            )
        });
        Ok(Self { facts, warnings: [busy, forgets].into_iter().flatten().collect() })
    }
}

/// The load average of the last minute, in processes that ran or waited for the disk.
fn load() -> Result<f64> {
    let loads = read_to_string("/proc/loadavg")?;
    loads.split(' ').next().and_then(|load| load.parse().ok()).context("/proc/loadavg")
}

fn processor() -> Result<String> {
    let cores = std::thread::available_parallelism()?;
    let text = read_to_string("/proc/cpuinfo")?;
    // Not every architecture names its model.
    let model = field(&text, "model name").unwrap_or(std::env::consts::ARCH);
    Ok(format!("{model}, {cores} cores"))
}

fn memory() -> Result<String> {
    let text = read_to_string("/proc/meminfo")?;
    let kib = field(&text, "MemTotal").and_then(|size| size.trim_end_matches(" kB").parse::<f64>().ok());
    Ok(format!("{:.1} GiB", kib.context("/proc/meminfo")? / f64::from(1 << 20)))
}

fn system() -> Result<String> {
    let kernel = read_to_string("/proc/sys/kernel/osrelease")?;
    let release = read_to_string("/etc/os-release").unwrap_or_default();
    let name = release.lines().find_map(|line| line.strip_prefix("PRETTY_NAME=")).unwrap_or("Linux");
    Ok(format!("{}, kernel {}", name.trim_matches('"'), kernel.trim()))
}

/// What stands behind a name and a colon, on its first line.
fn field<'text>(text: &'text str, name: &str) -> Option<&'text str> {
    let pairs = text.lines().filter_map(|line| line.split_once(':'));
    pairs.map(|(key, value)| (key.trim(), value.trim())).find(|(key, _)| *key == name).map(|(_, value)| value)
}

/// What the program says of itself, without its name.
fn version(program: &Path) -> Result<String> {
    let output = Command::new(program).arg("--version").output().context("asking for the version")?;
    ensure!(output.status.success(), "{} --version: {}", program.display(), output.status);
    let said = String::from_utf8(output.stdout)?;
    Ok(said.trim().trim_start_matches("snug ").to_owned())
}

/// Where the databases are kept.
#[derive(Debug)]
struct Disk {
    folder: PathBuf,
    mount: Mount,
    /// Model, size and cache, where the system says so.
    hardware: Option<String>,
}

impl Disk {
    fn of(folder: &Path) -> Result<Self> {
        let folder = folder.canonicalize()?;
        let mount = mount_of(&folder, &read_to_string("/proc/self/mountinfo")?).context("/proc/self/mountinfo")?;
        let hardware = hardware(&mount.device);
        Ok(Self { folder, mount, hardware })
    }

    /// Whether it is gone when the machine is switched off.
    fn forgets(&self) -> bool {
        ["tmpfs", "ramfs"].contains(&self.mount.kind.as_str())
    }
}

impl std::fmt::Display for Disk {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(to, "{} on {}, {}", self.folder.display(), self.mount.kind, self.mount.source)?;
        self.hardware.iter().try_for_each(|hardware| write!(to, " ({hardware})"))
    }
}

/// A file system, as proc_pid_mountinfo(5) tells it.
#[derive(Debug, PartialEq, Eq)]
struct Mount {
    /// Its numbers, as in `/sys/dev/block`.
    device: String,
    kind: String,
    source: String,
}

/// The file system on which a folder is: of those above it the nearest, and of those at one place the last.
fn mount_of(folder: &Path, table: &str) -> Option<Mount> {
    let above = table.lines().filter_map(|line| {
        let (place, kept) = line.split_once(" - ")?;
        let mut place = place.split(' ').skip(2);
        let (device, at) = (place.next()?, Path::new(place.nth(1)?));
        let mut kept = kept.split(' ').map(str::to_owned);
        let mount = Mount { device: device.to_owned(), kind: kept.next()?, source: kept.next()? };
        folder.starts_with(at).then(|| (at.components().count(), mount))
    });
    above.max_by_key(|(depth, _)| *depth).map(|(_, mount)| mount)
}

/// What `/sys` says of a disk, or of the disk that this is a part of.
fn hardware(device: &str) -> Option<String> {
    let block = Path::new("/sys/dev/block").join(device).canonicalize().ok()?;
    let disk = block.ancestors().take(2).find(|folder| folder.join("queue").exists())?;
    let read = |name: &str| read_to_string(disk.join(name)).ok().map(|text| text.trim().to_owned());
    let model = read("device/model").filter(|model| !model.is_empty());
    // In sectors of 512 bytes, whatever the disk's own are.
    let size =
        read("size").and_then(|sectors| Some(format!("{} GB", sectors.parse::<u64>().ok()? * 512 / 1_000_000_000)));
    // What a sync has to wait for.
    let cache = read("queue/write_cache").map(|cache| format!("its cache: {cache}"));
    let said: Vec<String> = [model, size, cache].into_iter().flatten().collect();
    (!said.is_empty()).then(|| said.join(", "))
}

#[cfg(test)]
mod tests {
    use super::{Mount, field, mount_of};
    use std::path::Path;

    #[test]
    fn a_folder_is_on_the_nearest_file_system_above_it() {
        let table = "27 1 254:0 / / rw,relatime - ext4 /dev/vda rw,discard\n\
                     28 27 0:25 / /tmp ro,nosuid shared:7 - tmpfs none rw\n\
                     29 27 8:1 / /tmp rw shared:8 - xfs /dev/sda1 rw\n\
                     30 27 0:26 / /tmpfiles rw - tmpfs none rw\n";
        let kind = |folder| mount_of(Path::new(folder), table).map(|mount| mount.kind);
        assert_eq!(kind("/var/tmp").as_deref(), Some("ext4"));
        assert_eq!(kind("/tmp/snug").as_deref(), Some("xfs"), "what was mounted last lies on top");
        let root = Mount { device: "254:0".into(), kind: "ext4".into(), source: "/dev/vda".into() };
        assert_eq!(mount_of(Path::new("/"), table), Some(root));
    }

    #[test]
    fn a_fact_is_read_by_its_name() {
        let text = "processor\t: 0\nmodel name\t: Some CPU: fast\n\nmodel name\t: Another\n";
        assert_eq!(field(text, "model name"), Some("Some CPU: fast"));
        assert_eq!(field(text, "model"), None);
    }
}
