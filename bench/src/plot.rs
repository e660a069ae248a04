//! What was measured, as pictures: bars from zero, with their values beside them, left in target/bench.

use crate::figures::{Measured, Variant};
use crate::goals::limit_of;
use crate::report::number;
use anyhow::Result;
use askama::Template;
use std::path::Path;

/// Pixels: of the picture, at its edges, and where bars begin. Between them and the right edge stands a value.
const WIDTH: f64 = 760.0;
const MARGIN: f64 = 24.0;
const LEFT: f64 = 190.0;
const LONGEST: f64 = WIDTH - LEFT - MARGIN - 80.0;
/// Pixels from one bar to the next.
const STEP: f64 = 22.0;
/// The least pixels of a spread that can be seen.
const VISIBLE: f64 = 4.0;
/// A bar is drawn so many times as long as ours at most; else one slow peer would leave nothing of the others.
const MOST: f64 = 6.0;

/// A picture.
struct Plot {
    file: &'static str,
    title: &'static str,
    panels: &'static [Panel],
}

/// Bars that share a scale.
struct Panel {
    heading: &'static str,
    /// And which way is better.
    unit: &'static str,
    groups: &'static [Group],
}

/// One figure of one workload: a bar for each variant, and for each limit in the same unit.
struct Group {
    workload: &'static str,
    figure: &'static str,
    label: &'static str,
}

const fn group(workload: &'static str, figure: &'static str, label: &'static str) -> Group {
    Group { workload, figure, label }
}

const PLOTS: [Plot; 4] = [
    Plot {
        file: "send.svg",
        title: "Sending messages",
        panels: &[
            Panel {
                heading: "How many go through",
                unit: "in messages/s; more is better",
                groups: &[
                    group("send 16", "messages/s", "16 members at once"),
                    group("send 64", "messages/s", "64 members at once"),
                ],
            },
            Panel {
                heading: "From sending until the recipient has it, at 20 messages/s",
                unit: "in ms; less is better",
                groups: &[
                    group("send 20/s", "send-to-stream p50", "half of them within"),
                    group("send 20/s", "send-to-stream p99", "99 of 100 within"),
                ],
            },
            Panel {
                heading: "Processor time of the server for one message",
                unit: "in ms; less is better",
                groups: &[group("send 16", "cpu per message", "16 members at once")],
            },
        ],
    },
    Plot {
        file: "mailbox.svg",
        title: "Opening a mailbox",
        panels: &[
            Panel {
                heading: "The list of conversations, first byte",
                unit: "in ms; less is better",
                groups: &[
                    group("mailbox 100", "list p50", "with 100 conversations"),
                    group("mailbox 10000", "list p50", "with 10,000 conversations"),
                    group("mailbox 100000", "list p50", "with 100,000 conversations"),
                ],
            },
            Panel {
                heading: "One conversation, first byte",
                unit: "in ms; less is better",
                groups: &[
                    group("mailbox 100", "conversation p50", "with 100 conversations"),
                    group("mailbox 10000", "conversation p50", "with 10,000 conversations"),
                    group("mailbox 100000", "conversation p50", "with 100,000 conversations"),
                ],
            },
        ],
    },
    Plot {
        file: "idle.svg",
        title: "Memory while nothing happens",
        panels: &[
            Panel {
                heading: "Each live connection",
                unit: "in KiB; less is better",
                groups: &[
                    group("idle 1000", "per connection", "1,000 connections"),
                    group("idle 10000", "per connection", "10,000 connections"),
                ],
            },
            Panel {
                heading: "The process without any",
                unit: "in MiB; less is better",
                groups: &[group("idle 0", "process", "no connection")],
            },
        ],
    },
    Plot {
        file: "digest.svg",
        title: "One run of the digest",
        panels: &[
            Panel {
                heading: "1,000 members have something unread",
                unit: "in seconds; less is better",
                groups: &[
                    group("digest 10000", "run", "of 10,000 members"),
                    group("digest 100000", "run", "of 100,000 members"),
                    group("digest 1000000", "run", "of 1,000,000 members"),
                ],
            },
            Panel {
                heading: "All of them have",
                unit: "in seconds; less is better",
                groups: &[group("digest all 100000", "run", "of 100,000 members")],
            },
        ],
    },
];

/// Leaves a picture of everything that was measured. One of an earlier run, of what this run did not measure, goes.
pub(crate) fn write(folder: &Path, measured: &[Measured]) -> Result<()> {
    for plot in &PLOTS {
        let file = folder.join(plot.file);
        match Picture::of(plot, measured) {
            Some(picture) => std::fs::write(file, picture.render()?)?,
            None if file.exists() => std::fs::remove_file(file)?,
            None => {}
        }
    }
    Ok(())
}

/// A picture with every place worked out, in pixels from its upper left corner.
#[derive(Template)]
#[template(path = "plot.svg")]
struct Picture {
    title: &'static str,
    caption: String,
    height: f64,
    panels: Vec<DrawnPanel>,
}

struct DrawnPanel {
    heading: &'static str,
    unit: &'static str,
    y: f64,
    groups: Vec<DrawnGroup>,
}

struct DrawnGroup {
    label: &'static str,
    y: f64,
    top: f64,
    bottom: f64,
    bars: Vec<Bar>,
    /// Where a bar has to end at most, and with which value.
    goal: Option<(f64, f64)>,
}

struct Bar {
    label: String,
    class: &'static str,
    middle: f64,
    length: f64,
    /// From the lowest to the highest run.
    spread: Option<(f64, f64)>,
    /// Whether it is longer than it is drawn.
    cut: bool,
    /// The right end of whatever is drawn of it.
    end: f64,
    value: String,
}

impl Picture {
    /// `None` when nothing of it was measured.
    fn of(plot: &Plot, measured: &[Measured]) -> Option<Self> {
        let mut y = 60.0;
        let panels: Vec<_> = plot.panels.iter().filter_map(|panel| DrawnPanel::of(panel, measured, &mut y)).collect();
        let bars = || panels.iter().flat_map(|panel| &panel.groups).flat_map(|group| &group.bars);
        let mut caption = String::from("A bar is the median of its runs");
        if bars().any(|bar| bar.spread.is_some()) {
            caption.push_str(", the line its lowest and highest");
        }
        if bars().any(|bar| bar.cut) {
            caption.push_str("; one with a gap is longer than drawn");
        }
        caption.push('.');
        (!panels.is_empty()).then_some(Self { title: plot.title, caption, height: y + MARGIN, panels })
    }
}

impl DrawnPanel {
    /// Draws it below `y`, which is moved below it.
    fn of(panel: &Panel, measured: &[Measured], y: &mut f64) -> Option<Self> {
        let groups: Vec<_> = panel.groups.iter().map(|group| (group, group.bars(measured))).collect();
        let groups: Vec<_> = groups.into_iter().filter(|(_, bars)| !bars.is_empty()).collect();
        let scale = Scale::of(&groups)?;
        *y += 36.0;
        let heading = *y;
        let groups = groups.into_iter().map(|(group, bars)| DrawnGroup::of(group, &bars, &scale, y)).collect();
        Some(Self { heading: panel.heading, unit: panel.unit, y: heading, groups })
    }
}

impl Group {
    fn bars<'run>(&self, measured: &'run [Measured]) -> Vec<&'run Measured> {
        let unit = measured.iter().find(|one| one.workload == self.workload && one.figure == self.figure);
        let unit = unit.map(|one| one.unit);
        let limit = |one: &Measured| one.variant == Variant::Limit && Some(one.unit) == unit;
        let mut bars: Vec<_> = measured
            .iter()
            .filter(|one| one.workload == self.workload && (one.figure == self.figure || limit(one)))
            .collect();
        bars.sort_by_key(|one| Variant::ALL.iter().position(|variant| *variant == one.variant));
        bars
    }
}

impl DrawnGroup {
    fn of(group: &Group, bars: &[&Measured], scale: &Scale, y: &mut f64) -> Self {
        *y += 26.0;
        let (label, top) = (*y, *y + 7.0);
        *y = top;
        let bars = bars.iter().map(|one| Bar::of(one, scale, y)).collect();
        let goal = limit_of(group.workload, group.figure);
        let goal = goal.map(|most| (scale.x(most), most));
        Self { label: group.label, y: label, top, bottom: *y, bars, goal }
    }
}

impl Bar {
    fn of(one: &Measured, scale: &Scale, y: &mut f64) -> Self {
        let middle = *y + STEP / 2.0;
        *y += STEP;
        let end = scale.x(one.median);
        let cut = one.median > scale.most;
        let spread = (scale.x(one.min), scale.x(one.max));
        let spread = (!cut && spread.1 - spread.0 >= VISIBLE).then_some(spread);
        Self {
            label: label(one),
            class: one.variant.name(),
            middle,
            // The smallest of them is still something.
            length: (end - LEFT).max(1.0),
            spread,
            cut,
            end: spread.map_or(end, |(_, high)| high),
            value: number(one.median),
        }
    }
}

/// From a value to its place.
struct Scale {
    most: f64,
}

impl Scale {
    fn of(groups: &[(&Group, Vec<&Measured>)]) -> Option<Self> {
        let bars = || groups.iter().flat_map(|(_, bars)| bars);
        let ours = bars().filter(|one| matches!(one.variant, Variant::Sqlite | Variant::Postgres));
        let goals = groups.iter().filter_map(|(group, _)| limit_of(group.workload, group.figure));
        let ours = ours.map(|one| one.max).chain(goals).max_by(f64::total_cmp).unwrap_or(f64::INFINITY);
        let all = bars().map(|one| one.max).max_by(f64::total_cmp)?.max(ours);
        Some(Self { most: if ours.is_finite() { all.min(ours * MOST) } else { all } })
    }

    /// In tenths of a pixel, which keeps the file short; what is beyond it ends where the picture does.
    fn x(&self, value: f64) -> f64 {
        let length = if self.most > 0.0 { LONGEST * (value / self.most).min(1.0) } else { 0.0 };
        ((LEFT + length) * 10.0).round() / 10.0
    }
}

fn label(one: &Measured) -> String {
    match one.variant {
        Variant::Sqlite => "Snug on SQLite".to_owned(),
        Variant::Postgres => "Snug on PostgreSQL".to_owned(),
        Variant::Prosody => "Prosody".to_owned(),
        Variant::Synapse => "Synapse".to_owned(),
        Variant::Limit => format!("limit: {}", one.figure),
    }
}

#[cfg(test)]
mod tests {
    use super::{LEFT, LONGEST, PLOTS, Picture, write};
    use crate::figures::{Figure, Figures, Measured, Variant};
    use askama::Template;

    /// Made up, for the drawing alone: memory of connections, in two runs.
    fn sample() -> Vec<Measured> {
        let mut figures = Figures::default();
        for value in [10.0, 20.0] {
            figures.add("idle 10000", Variant::Sqlite, vec![Figure::new("per connection", "KiB", value)]);
            figures.add("idle 10000", Variant::Prosody, vec![Figure::new("per connection", "KiB", value * 2.0)]);
        }
        figures.measured()
    }

    #[test]
    fn a_bar_is_as_long_as_its_value() {
        let picture = PLOTS.iter().find_map(|plot| Picture::of(plot, &sample())).unwrap();
        let [panel] = picture.panels.as_slice() else { panic!("one panel") };
        let [group] = panel.groups.as_slice() else { panic!("one group") };
        let [ours, theirs] = group.bars.as_slice() else { panic!("two bars") };
        assert_eq!(theirs.spread, Some((LEFT + LONGEST / 2.0, LEFT + LONGEST)), "the highest run fills the picture");
        assert!((theirs.length - ours.length * 2.0).abs() < 0.2, "{} and {}", theirs.length, ours.length);
        assert_eq!(group.goal.map(|(_, most)| most), Some(12.0));
    }

    #[test]
    fn a_bar_that_would_leave_nothing_of_ours_is_cut() {
        let mut figures = Figures::default();
        for (variant, value) in [(Variant::Sqlite, 1.0), (Variant::Prosody, 5.0), (Variant::Synapse, 100.0)] {
            figures.add("send 16", variant, vec![Figure::new("cpu per message", "ms", value)]);
        }
        let picture = PLOTS.iter().find_map(|plot| Picture::of(plot, &figures.measured())).unwrap();
        let bars = picture.panels.iter().flat_map(|panel| &panel.groups).flat_map(|group| &group.bars);
        let drawn: Vec<_> = bars.map(|bar| (bar.cut, bar.value.as_str())).collect();
        assert_eq!(drawn, [(false, "1"), (false, "5"), (true, "100")]);
        assert!(picture.caption.contains("longer than drawn"), "{}", picture.caption);
    }

    #[test]
    fn a_picture_says_in_words_what_it_shows() {
        let picture = PLOTS.iter().find_map(|plot| Picture::of(plot, &sample())).unwrap();
        let svg = picture.render().unwrap();
        assert!(svg.contains("<title id=\"title\">Memory while nothing happens</title>"), "{svg}");
        assert!(svg.contains("10,000 connections: Snug on SQLite 15, Prosody 30."), "{svg}");
    }

    #[test]
    fn what_a_run_did_not_measure_has_no_picture() {
        let folder = tempfile::tempdir().unwrap();
        write(folder.path(), &sample()).unwrap();
        let files = || std::fs::read_dir(folder.path()).unwrap().count();
        assert_eq!(files(), 1);
        write(folder.path(), &[]).unwrap();
        assert_eq!(files(), 0, "nor does one of an earlier run stay");
    }
}
