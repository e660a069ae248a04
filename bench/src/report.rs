//! What was measured, for people and for programs: whether the goals were reached, then every figure.

use crate::bench::Bench;
use crate::figures::{Measured, Variant};
use crate::goals::{self, Judged, Verdict};
use crate::machine::Machine;
use crate::plot;
use anyhow::Result;
use comfy_table::{Cell, CellAlignment, ContentArrangement, Table, presets};

/// Columns of a terminal in which all of it fits.
const WIDTH: u16 = 120;

/// Prints what was found, and leaves it as text, as JSON and as plots.
pub(crate) fn write(bench: &Bench, machine: &Machine) -> Result<()> {
    let measured = bench.figures.measured();
    let found = found(&measured, &bench.settings, &bench.missing);
    print!("{found}");
    let folder = &bench.output;
    std::fs::create_dir_all(folder)?;
    std::fs::write(folder.join("latest.txt"), about(machine) + &found)?;
    std::fs::write(folder.join("latest.json"), serde_json::to_vec_pretty(&measured)?)?;
    plot::write(folder, &measured)
}

/// The machine, which is told before anything is measured.
pub(crate) fn about(machine: &Machine) -> String {
    let mut text = heading("Machine");
    text.push_str(&list(machine.facts.iter().map(|(name, fact)| (*name, fact.as_str()))));
    for warning in &machine.warnings {
        text.push_str(&list([("WARNING", warning.as_str())]));
    }
    text
}

fn found(measured: &[Measured], settings: &[(Variant, String)], missing: &[String]) -> String {
    let mut text = goals(measured);
    if !missing.is_empty() {
        text.push_str(&heading("Missing"));
        text.push_str(&list(missing.iter().map(|what| ("-", what.as_str()))));
    }
    if !settings.is_empty() {
        text.push_str(&heading("Settings"));
        text.push_str(&list(settings.iter().map(|(variant, setting)| (variant.name(), setting.as_str()))));
    }
    for workload in distinct(measured.iter().map(|one| one.workload.as_str())) {
        let of_it: Vec<&Measured> = measured.iter().filter(|one| one.workload == workload).collect();
        text.push_str(&heading(&format!("{workload}: {}", spread(&of_it))));
        // A limit has figures of its own, so its columns would be empty beside the others.
        let (limits, servers): (Vec<_>, Vec<_>) = of_it.into_iter().partition(|one| one.variant == Variant::Limit);
        text.push_str(&figures(&servers));
        text.push_str(&figures(&limits));
    }
    text
}

/// Each goal, with what this run found.
fn goals(measured: &[Measured]) -> String {
    let judged: Vec<Judged> = goals::all().iter().map(|goal| goal.judge(measured)).collect();
    let (left, judged): (Vec<_>, Vec<_>) = judged.into_iter().partition(|one| one.verdict == Verdict::NotMeasured);
    let mut text = heading(&format!("Goals: {}", summary(&judged, left.len())));
    let mut table = table();
    for Judged { goal, found, needed, verdict } in judged {
        let verdict = match verdict {
            Verdict::Reached => "reached".to_owned(),
            Verdict::NotReached => "NOT REACHED".to_owned(),
            Verdict::NothingBeside(what) => format!("not measured: without {what}"),
            Verdict::NotMeasured => continue,
        };
        table.add_row([goal, found, needed, verdict]);
    }
    text.push_str(&lines(&table));
    let left = distinct(left.iter().map(|one| one.goal.as_str()));
    if !left.is_empty() {
        text.push_str(&heading("Goals of which this run says nothing"));
        text.push_str(&list([("-", left.join("; ").as_str())]));
    }
    text
}

/// How many were reached, and how many were not.
fn summary(judged: &[Judged], left: usize) -> String {
    let count = |verdict| judged.iter().filter(|one| one.verdict == verdict).count();
    let (reached, not_reached) = (count(Verdict::Reached), count(Verdict::NotReached));
    let unknown = judged.len() - reached - not_reached + left;
    format!("{reached} reached, {not_reached} not reached, {unknown} not measured")
}

/// What stands in the columns, over how many runs.
fn spread(measured: &[&Measured]) -> String {
    let runs = || measured.iter().map(|one| one.runs);
    match (runs().min().unwrap_or(0), runs().max().unwrap_or(0)) {
        (_, 1) => "one run".to_owned(),
        (least, most) if least == most => format!("median of {most} runs, lowest–highest"),
        (least, most) => format!("median of {least} to {most} runs, lowest–highest"),
    }
}

/// A line for each figure, and for each variant a column with its median and one with its spread.
fn figures(measured: &[&Measured]) -> String {
    let variants: Vec<Variant> =
        Variant::ALL.into_iter().filter(|variant| measured.iter().any(|one| one.variant == *variant)).collect();
    let mut table = table();
    let names = variants.iter().flat_map(|variant| [right(variant.name()), Cell::new("")]);
    table.add_row(std::iter::once(Cell::new("")).chain(names));
    for (figure, unit) in distinct(measured.iter().map(|one| (one.figure.as_str(), one.unit))) {
        let name = if figure == unit { figure.to_owned() } else { format!("{figure} ({unit})") };
        let mut row = vec![Cell::new(name)];
        for variant in &variants {
            let one = measured.iter().find(|one| one.variant == *variant && one.figure == figure);
            row.push(right(&one.map_or_else(|| "–".to_owned(), |one| number(one.median))));
            row.push(Cell::new(one.map(|one| range(one)).unwrap_or_default()));
        }
        table.add_row(row);
    }
    if variants.is_empty() { String::new() } else { lines(&table) }
}

fn range(one: &Measured) -> String {
    if one.runs > 1 { format!("{}–{}", number(one.min), number(one.max)) } else { String::new() }
}

fn right(text: &str) -> Cell {
    Cell::new(text).set_alignment(CellAlignment::Right)
}

/// Names, each with what is said of it, in as many lines as it takes.
fn list<'text>(pairs: impl IntoIterator<Item = (&'text str, &'text str)>) -> String {
    let mut table = table();
    for (name, text) in pairs {
        table.add_row([name, text]);
    }
    lines(&table)
}

fn table() -> Table {
    let mut table = Table::new();
    table.load_preset(presets::NOTHING).set_content_arrangement(ContentArrangement::Dynamic).set_width(WIDTH);
    table
}

fn lines(table: &Table) -> String {
    let mut text = table.trim_fmt();
    if !text.is_empty() {
        text.push('\n');
    }
    text
}

fn heading(text: &str) -> String {
    format!("\n{text}\n")
}

/// Each once, in the order in which they first come.
fn distinct<T: PartialEq>(all: impl Iterator<Item = T>) -> Vec<T> {
    let mut seen = Vec::new();
    for one in all {
        if !seen.contains(&one) {
            seen.push(one);
        }
    }
    seen
}

/// A number of which three figures count; of a whole one all of them, in groups of three.
pub(crate) fn number(value: f64) -> String {
    let decimals = match value.abs() {
        size if size >= 99.95 || size.fract() == 0.0 => 0,
        size if size >= 9.995 => 1,
        size if size >= 0.9995 => 2,
        size if size >= 0.09995 => 3,
        _ => 4,
    };
    grouped(&format!("{value:.decimals$}"))
}

/// With a comma before every three digits.
fn grouped(number: &str) -> String {
    let whole = number.find('.').unwrap_or(number.len());
    let mut text = String::new();
    for (place, digit) in number.chars().enumerate() {
        let follow = whole.saturating_sub(place);
        if place > 0 && follow > 0 && follow % 3 == 0 && digit.is_ascii_digit() && !text.ends_with('-') {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{WIDTH, found, number};
    use crate::figures::{Figure, Figures, Measured, Variant};
    use crate::goals::BARE_WRITER;

    /// Made up, for the layout alone: two runs of a workload with everything in it.
    fn sample() -> Vec<Measured> {
        let mut figures = Figures::default();
        for more in [1.0, 1.1] {
            for (variant, rate) in [
                (Variant::Sqlite, 9_876.5),
                (Variant::Postgres, 5_432.1),
                (Variant::Prosody, 2_056.0),
                (Variant::Synapse, 45.0),
            ] {
                let time = 1_000.0 / rate;
                let found = vec![
                    Figure::new("messages/s", "messages/s", rate * more),
                    Figure::new("send-to-stream p99", "ms", time * more),
                    Figure::new("cpu per message", "ms", time * more),
                ];
                figures.add("send 16", variant, found);
            }
            figures.add("send 16", Variant::Limit, vec![Figure::new(BARE_WRITER, "messages/s", 16_500.0 * more)]);
        }
        figures.measured()
    }

    fn text() -> String {
        let settings = [(Variant::Sqlite, "limits off, ".repeat(20)), (Variant::Prosody, "its own".to_owned())];
        found(&sample(), &settings, &["Synapse: ".to_owned() + &"cannot be had ".repeat(20)])
    }

    #[test]
    fn the_report_fits_in_a_terminal() {
        for line in text().lines() {
            assert!(line.chars().count() <= usize::from(WIDTH), "{line}");
            assert_eq!(line.trim_end(), line, "nothing hangs over");
        }
    }

    #[test]
    fn ratios_stand_before_what_they_are_made_of() {
        let text = text();
        let place = |what: &str| text.find(what).unwrap_or_else(|| panic!("{what} in {text}"));
        assert!(text.starts_with("\nGoals: 3 reached, 1 not reached, "), "{text}");
        let order =
            ["4.80 times prosody's", "59.9 % of the bare writer", "not measured: without bare postgres"].map(place);
        assert!(order.is_sorted(), "{text}");
        let order =
            ["NOT REACHED", "says nothing", "crash · lost", "Missing", "Settings", "median of 2 runs"].map(place);
        assert!(order.is_sorted(), "{text}");
    }

    #[test]
    fn each_variant_has_a_column_with_median_and_spread() {
        let text = text();
        let rows: Vec<Vec<&str>> = text.lines().map(|line| line.split_whitespace().collect()).collect();
        let expected: [&[&str]; 4] = [
            &["sqlite", "postgres", "prosody", "synapse"],
            &[
                "messages/s",
                "10,370",
                "9,876–10,864",
                "5,704",
                "5,432–5,975",
                "2,159",
                "2,056–2,262",
                "47.2",
                "45–49.5",
            ],
            &["limit"],
            &["bare", "writer", "(messages/s)", "17,325", "16,500–18,150"],
        ];
        for row in expected {
            assert!(rows.iter().any(|found| found == row), "{row:?} in {text}");
        }
    }

    #[test]
    fn one_run_has_no_spread() {
        let mut figures = Figures::default();
        figures.add("crash", Variant::Sqlite, vec![Figure::new("lost", "messages", 0.0)]);
        let text = found(&figures.measured(), &[], &[]);
        assert!(text.contains("\ncrash: one run\n"), "{text}");
        assert!(text.lines().any(|line| line.split_whitespace().eq(["lost", "(messages)", "0"])), "{text}");
    }

    #[test]
    fn three_figures_of_a_number_count() {
        let said =
            [0.0, 7.0, 0.0123, 0.12345, 0.9999, 1.234, 9.999, 12.34, 99.97, 123.4, 1_234.5, 1_234_567.0, -1_234.0];
        let expected =
            ["0", "7", "0.0123", "0.123", "1.00", "1.23", "10.0", "12.3", "100", "123", "1,234", "1,234,567", "-1,234"];
        assert_eq!(said.map(number), expected);
        assert_eq!([f64::NAN, -123.0, 123_456.0].map(number), ["NaN", "-123", "123,456"]);
    }
}
