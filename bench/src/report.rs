//! What was measured, for people and for programs.

use crate::figures::Measured;
use anyhow::Result;
use std::path::Path;

/// Prints a table, and leaves the figures as JSON.
pub(crate) fn write(folder: &Path, measured: &[Measured]) -> Result<()> {
    print!("{}", table(measured));
    std::fs::create_dir_all(folder)?;
    std::fs::write(folder.join("latest.json"), serde_json::to_vec_pretty(measured)?)?;
    Ok(())
}

fn table(measured: &[Measured]) -> String {
    let mut table =
        format!("{:<14} {:<9} {:<22} {:>12} {:>25}  unit\n", "workload", "variant", "figure", "median", "spread");
    for one in measured {
        let spread = format!("{} to {}", number(one.min), number(one.max));
        let (workload, variant) = (&one.workload, one.variant.name());
        table.push_str(&format!(
            "{workload:<14} {variant:<9} {:<22} {:>12} {spread:>25}  {}\n",
            one.figure,
            number(one.median),
            one.unit
        ));
    }
    table
}

/// Three figures that count.
fn number(value: f64) -> String {
    match value.abs() {
        size if size >= 100.0 => format!("{value:.0}"),
        size if size >= 10.0 => format!("{value:.1}"),
        size if size >= 1.0 => format!("{value:.2}"),
        _ => format!("{value:.3}"),
    }
}
