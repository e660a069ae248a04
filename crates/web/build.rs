//! Makes the folder of the browser's files, so that the crate builds before they do.

use std::path::Path;

fn main() -> std::io::Result<()> {
    let built = Path::new("../../frontend/dist");
    std::fs::create_dir_all(built)?;
    println!("cargo::rerun-if-changed=../../frontend/dist");
    println!("cargo::rerun-if-changed=templates");
    Ok(())
}
